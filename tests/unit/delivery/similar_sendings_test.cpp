// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/similar_sendings.h"

#include <QTest>
#include <QTimeZone>

#include "audience/profile_repository.h"
#include "delivery/run/run_control.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

namespace {

const QByteArray kOffer("Hi {{ Profile.identity }}, 20% off all shoes until Sunday at our shop!");
const QByteArray kNearlyTheOffer("Hi {{ Profile.identity }}: 20% off all SHOES until Monday at our shop!");

}  // namespace

class SimilarSendingsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_clock.set(QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC));
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(100);
    m_route = SendingWorkspace::through(
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1"))));
  }

  void whoGotASimilarTextIsCounted() {
    const CampaignId earlier = send(kOffer, 38, 2 * 3600);
    const auto issues = check(kNearlyTheOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QCOMPARE(issues[0].severity, campaign::Severity::Warn);
    QCOMPARE(issues[0].code, QStringLiteral("similar_text"));
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("38 % (38 people) got a similar text within 24 hours: “Test”")),
             qPrintable(issues[0].text));
    QCOMPARE(campaignOfIssue(issues[0]), earlier);
  }

  void theSameTextIsSaidMoreStrongly() {
    (void)send(kOffer, 100, 3600);
    const auto issues = check(kOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QCOMPARE(issues[0].code, QStringLiteral("same_text"));
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("All 100 people got exactly this text")),
             qPrintable(issues[0].text));
  }

  void anotherTextIsNoMatter() {
    (void)send("Your parcel is on its way and comes tomorrow between 9 and 11.", 100, 3600);
    QVERIFY(check(kOffer).empty());
  }

  void moreThanADayApartIsNoMatter_data() {
    QTest::addColumn<int>("hoursAgo");
    QTest::addColumn<bool>("warns");
    QTest::newRow("23 hours") << 23 << true;
    QTest::newRow("25 hours") << 25 << false;
  }
  void moreThanADayApartIsNoMatter() {
    QFETCH(int, hoursAgo);
    (void)send(kOffer, 100, hoursAgo * 3600);
    QTEST(!check(kOffer).empty(), "warns");
  }

  void theTimeOfTheCampaignCounts() {
    (void)send(kOffer, 100, 3600);
    campaign::Campaign later = draftOf(kOffer);
    later.when = schedule::Once{{QDate(2026, 11, 28), QTime(12, 0), "UTC"}};
    QVERIFY(issuesOf(later).empty());
    later.when = schedule::Once{{QDate(2026, 11, 27), QTime(10, 0), "UTC"}};
    QCOMPARE(issuesOf(later).size(), std::size_t{1});
  }

  void whatIsStillToComeCounts() {
    const auto planned = m_workspace->addCampaign(m_route, kOffer);
    (void)must(m_workspace->publisher().publishAt(planned.id, planned.revision, 100, m_clock.now().addSecs(7200)));
    const auto issues = check(kNearlyTheOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("All 100 people will get a similar text")),
             qPrintable(issues[0].text));
  }

  void ofALimitedSendingWhoWillBeDrawnCounts() {
    auto planned = m_workspace->addCampaign(m_route, kOffer);
    planned.reach = campaign::ReachLimit::only(30);
    planned.revision = must(m_workspace->campaigns().save(planned, planned.revision));
    (void)must(m_workspace->publisher().publishAt(planned.id, planned.revision, 30, m_clock.now().addSecs(7200)));
    const auto issues = check(kNearlyTheOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("30 % (30 people) will get a similar text")),
             qPrintable(issues[0].text));
  }

  void whatIsUnderWayCountsWhoIsStillToGetIt() {
    const CampaignId held = send(kOffer, 100, 3600);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'held', hold_reason = 'first_sent', finished_at = NULL "
                                        "WHERE campaign_id = %1")
                             .arg(held.value));
    m_workspace->execute(QStringLiteral("UPDATE outbox SET state = 'pending' WHERE profile_id > 10"));
    const auto issues = check(kNearlyTheOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("All 100 people got or get a similar text")),
             qPrintable(issues[0].text));
  }

  void whatWasStoppedBeforeItBeganIsNoMatter() {
    const auto planned = m_workspace->addCampaign(m_route, kOffer);
    (void)must(m_workspace->publisher().publishAt(planned.id, planned.revision, 100, m_clock.now().addSecs(7200)));
    (void)must(RunControl(m_fixture->database(), m_clock).stopCampaign(planned.id));
    QVERIFY(check(kOffer).empty());
  }

  void onlyWhoReallyGotItCounts() {
    (void)send(kOffer, 100, 3600);
    m_workspace->execute(QStringLiteral("UPDATE outbox SET state = 'refused' WHERE profile_id > 10"));
    const auto issues = check(kOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("10 % (10 people)")), qPrintable(issues[0].text));
  }

  void thePhoneCountsWhoeverHasItNow() {
    (void)send(kOffer, 100, 3600);
    const audience::ProfileRepository people(m_fixture->database(), m_clock);
    m_workspace->execute(QStringLiteral("UPDATE outbox SET profile_id = NULL WHERE profile_id <= 7"));
    m_workspace->execute(QStringLiteral("DELETE FROM profile WHERE id > 7"));
    const auto issues = check(kOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("All 7 people")), qPrintable(issues[0].text));
  }

  void aPublishedCampaignIsNotItsOwnDouble() {
    const auto draft = m_workspace->addCampaign(m_route, kOffer);
    (void)m_workspace->publish(draft, 100);
    QVERIFY(issuesOf(must(m_workspace->campaigns().load(draft.id))).empty());
  }

  void aCampaignThatCannotBeReadIsLeftOut() {
    const CampaignId damaged = send(kOffer, 100, 3600);
    m_workspace->execute(
        QStringLiteral("UPDATE campaign_version SET body = '{' WHERE campaign_id = %1").arg(damaged.value));
    const CampaignId other = send(kOffer, 100, 3600);
    const auto issues = check(kOffer);
    QCOMPARE(issues.size(), std::size_t{1});
    QCOMPARE(campaignOfIssue(issues[0]), other);
  }

  void aCloneIsFound() {
    const CampaignId sent = send(kOffer, 100, 3600);
    QCOMPARE(issuesOf(must(m_workspace->campaigns().clone(sent))).size(), std::size_t{1});
  }

 private:
  /// Publishes a text so many seconds ago, accepted for the first `people`; gives the campaign.
  CampaignId send(const QByteArray& text, int people, qint64 secondsAgo) const {
    const auto draft = m_workspace->addCampaign(m_route, text);
    const RunId run = m_workspace->publish(draft, people);
    const qint64 at = m_clock.now().addSecs(-secondsAgo).toMSecsSinceEpoch();
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'done', due_at = %1, started_at = %1, filled_at = %1, "
                                        "finished_at = %1 WHERE id = %2")
                             .arg(at)
                             .arg(run.value));
    m_workspace->execute(QStringLiteral("INSERT INTO outbox (run_id, profile_id, address, state, updated_at) SELECT "
                                        "%1, id, phone, 'accepted', %2 FROM profile WHERE id <= %3")
                             .arg(run.value)
                             .arg(at)
                             .arg(people));
    return draft.id;
  }
  [[nodiscard]] campaign::Campaign draftOf(const QByteArray& text) const {
    campaign::Campaign draft;
    draft.name = QStringLiteral("Draft");
    draft.route = m_route;
    draft.audience = campaign::Audience::everybody();
    draft.when = schedule::OnPublish{};
    draft.message = text;
    return draft;
  }
  [[nodiscard]] std::vector<campaign::Issue> issuesOf(const campaign::Campaign& draft) const {
    auto issues = must(m_workspace->publisher().check(draft)).issues;
    std::erase_if(issues, [](const campaign::Issue& issue) { return !campaignOfIssue(issue).isValid(); });
    return issues;
  }
  [[nodiscard]] std::vector<campaign::Issue> check(const QByteArray& text) const { return issuesOf(draftOf(text)); }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  campaign::Route m_route;
};

QTEST_GUILESS_MAIN(SimilarSendingsTest)
#include "similar_sendings_test.moc"
