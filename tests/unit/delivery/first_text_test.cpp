// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "delivery/reach/qualification.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kFirstTextPatience = 120000;

/// A workspace whose campaigns have an opt-out line in a person's first text.
struct FirstTexts {
  FirstTexts() {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    workspace.addPeople(3);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
  }

  [[nodiscard]] static message::TextRules rules() {
    message::TextRules rules;
    rules.optOut = {message::OptOutLine::When::FirstText, QStringLiteral("STOP to end")};
    return rules;
  }
  /// Publishes to everybody; gives the run.
  RunId publish() {
    campaign::Campaign draft = workspace.addCampaign(SendingWorkspace::through(provider), "Hi");
    draft.textRules = rules();
    draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    return workspace.publish(draft, 3);
  }
  void sendAll() {
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QVERIFY(idle.count() > 0 || idle.wait(kFirstTextPatience));
    service.stop();
  }
  [[nodiscard]] qint64 withLine(RunId run) const {
    return workspace.figure(
        QStringLiteral("SELECT COUNT(*) FROM outbox WHERE text LIKE '%STOP to end' AND run_id = %1").arg(run.value));
  }
  /// What the check would say of each person.
  [[nodiscard]] QStringList texts() {
    campaign::Campaign draft;
    draft.audience = campaign::Audience::everybody();
    draft.message = "Hi";
    draft.textRules = rules();
    auto people = must(Qualification::open(fixture.database(), must(workspace.publisher().qualificationOf(draft))));
    QStringList texts;
    while (const Qualified* person = must(people.next())) texts << QString::fromStdString(person->text.text);
    return texts;
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox;
  ProviderId provider;
  DeliveryOptions options;
};

const QString& first() {
  static const QString text = QStringLiteral("Hi\nSTOP to end");
  return text;
}
const QString& later() {
  static const QString text = QStringLiteral("Hi");
  return text;
}

}  // namespace

class FirstTextTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onlyTheFirstTextHasTheLine() {
    FirstTexts sending;
    const RunId one = sending.publish();
    sending.sendAll();
    QCOMPARE(sending.withLine(one), 3);
    const RunId two = sending.publish();
    sending.sendAll();
    QCOMPARE(sending.withLine(two), 0);
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = 'accepted'")), 6);
  }

  void aTextMadeBeforeKeepsItsLineWhenItIsTriedAgain() {
    FirstTexts sending;
    const RunId one = sending.publish();
    sending.sendAll();
    QCOMPARE(sending.withLine(one), 3);
    // As after a refusal that may be tried again: the text is there, the state is not.
    sending.workspace.execute(QStringLiteral("UPDATE outbox SET state = 'pending' WHERE profile_id = 1"));
    sending.workspace.execute(QStringLiteral("UPDATE run SET state = 'running'"));
    sending.sendAll();
    QCOMPARE(sending.withLine(one), 3);
  }

  void checksKnowWhoWasTexted_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("counts");
    QTest::newRow("accepted") << QStringLiteral("accepted") << true;
    QTest::newRow("unclear") << QStringLiteral("in_doubt") << true;
    QTest::newRow("leaving") << QStringLiteral("sending") << true;
    QTest::newRow("refused") << QStringLiteral("refused") << false;
    QTest::newRow("left out") << QStringLiteral("skipped") << false;
    QTest::newRow("waiting") << QStringLiteral("pending") << false;
  }
  void checksKnowWhoWasTexted() {
    QFETCH(QString, state);
    QFETCH(bool, counts);
    FirstTexts sending;
    QCOMPARE(sending.texts(), QStringList(3, first()));
    (void)sending.publish();
    sending.sendAll();
    sending.workspace.execute(QStringLiteral("UPDATE outbox SET state = '%1' WHERE profile_id = 2").arg(state));
    QCOMPARE(sending.texts(), QStringList({later(), counts ? later() : first(), later()}));
  }
};

QTEST_GUILESS_MAIN(FirstTextTest)
#include "first_text_test.moc"
