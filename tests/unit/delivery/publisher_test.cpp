// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/publisher.h"

#include <QTest>

#include "delivery/outbox/run_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

namespace {

QStringList codes(const CheckReport& report) {
  QStringList codes;
  for (const campaign::Issue& issue : report.issues) codes << issue.code;
  return codes;
}

}  // namespace

class PublisherTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_route = SendingWorkspace::through(
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1"))));
  }

  void aCheckCountsEverybodyOnce() {
    m_workspace->addPeople(3);
    m_workspace->addPerson(4, QString(), QStringLiteral("none"));
    m_workspace->addPerson(5, SendingWorkspace::number(1));
    const CheckReport report = check("{% if Profile.identity == 'person-2' %}{% abort %}{% endif %}Hi ✓");
    QCOMPARE(report.reach.qualified, 5);
    QCOMPARE(report.reach.reachable, 3);
    QCOMPARE(report.reach.noPhone, 1);
    QCOMPARE(report.reach.duplicatePhone, 1);
    QCOMPARE(report.sendable, 2);
    QCOMPARE(report.skipped.value(QStringLiteral("aborted")), 1);
    qint64 sum = report.sendable;
    for (const qint64 people : report.skipped) sum += people;
    QCOMPARE(sum, report.reach.qualified);
    QCOMPARE(report.encodings.value(QStringLiteral("UCS-2")), 2);
    QCOMPARE(report.parts.value(1), 2);
  }

  void theLongestTextIsPointedAt() {
    m_workspace->addPeople(12);
    const CheckReport report = check("{{ Profile.identity }}");
    QCOMPARE(report.longest.identity, QStringLiteral("person-10"));
    QCOMPARE(report.longest.units, 9);
    QCOMPARE(report.totalParts(), 12);
  }

  void missingValuesAreCountedByProperty() {
    m_workspace->execute(
        QStringLiteral("INSERT INTO property (id, name, type, created_at) VALUES (1, 'city', 'text', 0)"));
    m_workspace->execute(QStringLiteral("ALTER TABLE profile ADD COLUMN p_1 TEXT"));
    m_workspace->addPeople(3);
    m_workspace->execute(QStringLiteral("UPDATE profile SET p_1 = 'Pune' WHERE id = 1"));
    const CheckReport report = check("Hi {{ Profile.city }}");
    QCOMPARE(report.missing.value(QStringLiteral("city")), 2);
    QCOMPARE(report.firstMissing, ProfileId{2});
    QVERIFY(codes(report).contains(QStringLiteral("missing_values")));
  }

  void eachCopyOfASplitIsCountedWithItsPeople() {
    m_workspace->addPeople(200);
    const CheckReport report = check("A", [](campaign::Variants& variants) {
      variants.kind = campaign::Variants::Kind::Split;
      variants.others = {{QByteArray(200, 'b'), 50, {}}};
    });
    QCOMPARE(report.copies.size(), std::size_t{2});
    QCOMPARE(report.copies[0].people + report.copies[1].people, 200);
    QCOMPARE(report.parts.value(1), report.copies[0].people);
    QCOMPARE(report.parts.value(2), report.copies[1].people);
    QCOMPARE(report.copies[1].longestUnits, 200);
    QVERIFY(!report.isEstimate());
  }

  void eachCopyOfATestIsCountedAsIfItHadWon() {
    m_workspace->addPeople(50);
    const CheckReport report = check("A", [](campaign::Variants& variants) {
      variants.kind = campaign::Variants::Kind::AbTest;
      variants.others = {{QByteArray(200, 'b'), 0, {}}};
    });
    QCOMPARE(report.copies[0].parts, (QMap<int, qint64>{{1, 50}}));
    QCOMPARE(report.copies[1].parts, (QMap<int, qint64>{{2, 50}}));
    QCOMPARE(report.parts.value(1), 50);
    QVERIFY(report.isEstimate());
    QVERIFY(!codes(report).contains(QStringLiteral("test_takes_everybody")));
  }

  void aPersonIsInATestOnlyIfEveryCopyCanBeSentToThem() {
    m_workspace->addPeople(10);
    const CheckReport report = check("A", [](campaign::Variants& variants) {
      variants.kind = campaign::Variants::Kind::AbTest;
      variants.testPercent = 100;
      variants.others = {{"{% if Profile.identity == 'person-3' %}{% abort %}{% endif %}B", 0, {}}};
    });
    QCOMPARE(report.sendable, 9);
    QCOMPARE(report.skipped.value(QStringLiteral("aborted")), 1);
    QCOMPARE(report.copies[1].leftOut, 1);
    QVERIFY(codes(report).contains(QStringLiteral("test_takes_everybody")));
  }

  void aCopyThatNobodyGetsIsSaid() {
    m_workspace->addPeople(5);
    const CheckReport report = check("A", [](campaign::Variants& variants) {
      variants.kind = campaign::Variants::Kind::ByProperty;
      variants.property = QStringLiteral("country");
      variants.others = {{"B", 0, QStringLiteral("in")}, {"C", 0, QStringLiteral("FR")}};
    });
    QCOMPARE(report.copies[1].people, 5);
    QCOMPARE(report.copies[0].people, 0);
    QVERIFY(codes(report).contains(QStringLiteral("copy_for_nobody")));
  }

  void nobodyToSendToBlocks() {
    m_workspace->addPerson(1, QString(), QStringLiteral("none"));
    QVERIFY(codes(check("Hi")).contains(QStringLiteral("nobody_reached")));
  }

  void aMessageThatDoesNotParseIsAnIssueNotAnError() {
    m_workspace->addPeople(1);
    const CheckReport report = check("Hi {{ Profile.identity");
    QVERIFY(campaign::hasBlockers(report.issues));
    QCOMPARE(report.sendable, 0);
  }

  void aCheckCanBeCancelled() {
    m_workspace->addPeople(5000);
    CancelToken cancel;
    cancel.cancel();
    const auto draft = m_workspace->addCampaign(m_route);
    const auto checked = m_workspace->publisher().check(draft, cancel);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::Cancelled);
  }

  void publishingTwiceMakesOneRun() {
    m_workspace->addPeople(2);
    const auto draft = m_workspace->addCampaign(m_route);
    const auto first = must(m_workspace->publisher().publish(draft.id, draft.revision, 2));
    const auto second = must(m_workspace->publisher().publish(draft.id, draft.revision, 2));
    QVERIFY(!first.wasThere);
    QVERIFY(second.wasThere);
    QCOMPARE(second.runs, first.runs);
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT COUNT(*) FROM run")), 1);
  }

  void whatBlocksIsNotPublished_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray(" ");
    QTest::newRow("broken") << QByteArray("{{ x");
  }
  void whatBlocksIsNotPublished() {
    QFETCH(QByteArray, message);
    m_workspace->addPeople(2);
    const auto draft = m_workspace->addCampaign(m_route, message);
    const auto published = m_workspace->publisher().publish(draft.id, draft.revision, 2);
    QVERIFY(!published);
    QCOMPARE(published.error().code, ErrorCode::InvalidInput);
    QVERIFY(!published.error().message.isEmpty());
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT COUNT(*) FROM run")), 0);
  }

  void anotherTimeThanTheCampaignsCanBeGiven() {
    m_workspace->addPeople(2);
    const auto draft = m_workspace->addCampaign(m_route);
    const QDateTime at = m_clock.now().addSecs(3600);
    const auto published = must(m_workspace->publisher().publishAt(draft.id, draft.revision, 2, at));
    const Run run = must(RunRepository(m_fixture->database(), m_clock).byId(published.runs.front()));
    QCOMPARE(run.dueAt, at);
    QCOMPARE(run.state, RunState::Due);
    QCOMPARE(run.approvedReach, 2);
  }

  void aProviderThatIsGoneBlocks() {
    m_workspace->addPeople(1);
    m_route.id = 99;
    QVERIFY(codes(check("Hi")).contains(QStringLiteral("route_unknown")));
  }

 private:
  [[nodiscard]] CheckReport check(const QByteArray& message,
                                  const std::function<void(campaign::Variants&)>& vary = {}) const {
    campaign::Campaign draft;
    draft.name = QStringLiteral("Test");
    draft.route = m_route;
    draft.audience = campaign::Audience::everybody();
    draft.when = schedule::OnPublish{};
    draft.message = message;
    if (vary) vary(draft.variants);
    return must(m_workspace->publisher().check(draft));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  campaign::Route m_route;
};

QTEST_GUILESS_MAIN(PublisherTest)
#include "publisher_test.moc"
