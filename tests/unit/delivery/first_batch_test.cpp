// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/run_control.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::Release;
using providers::SandboxBehaviour;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPatience = 120000;
constexpr int kFirst = 60;

/// A campaign to `people` of whom the first batch goes before a person is asked.
struct Batch {
  explicit Batch(int people, int first = kFirst) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    workspace.addPeople(people);
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
    options.askUnclear = false;
    options.mostRefusedPercent = 100;
    const ProviderId provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
    run = workspace.publish(
        workspace.addCampaign(SendingWorkspace::through(provider), "Hello", Release::firstThenAsk(first)), people);
  }

  void sendAll(int workers = 2) {
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(workers);
    QVERIFY(idle.count() > 0 || idle.wait(kPatience));
    service.stop();
  }
  void behave(SandboxBehaviour::Mode mode, int every) {
    SandboxBehaviour behaviour;
    behaviour.mode = mode;
    behaviour.every = every;
    sandbox.setBehaviour(behaviour);
  }
  [[nodiscard]] qint64 rows(const char* condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + QLatin1String(condition));
  }
  [[nodiscard]] qint64 accepted() const { return rows("state = 'accepted'"); }
  [[nodiscard]] Run now() { return must(RunRepository(fixture.database(), clock).byId(run)); }
  [[nodiscard]] RunControl control() { return {fixture.database(), clock}; }
  void verifyHeld() {
    QCOMPARE(now().state, RunState::Held);
    QCOMPARE(now().reason, QString(hold::firstSent));
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox;
  DeliveryOptions options;
  RunId run;
};

}  // namespace

class FirstBatchTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theFirstAreSentToAndThenAPersonIsAsked() {
    Batch batch(200);
    batch.sendAll();
    batch.verifyHeld();
    QCOMPARE(batch.accepted(), kFirst);
    QCOMPARE(batch.sandbox.record().count(), kFirst);
    QCOMPARE(batch.rows("state = 'pending'"), 200 - kFirst);
    QVERIFY(runStateText(batch.now()).contains(QStringLiteral("the first 60 were sent")));
    // Whoever comes back later finds it held.
    batch.sendAll();
    QCOMPARE(batch.accepted(), kFirst);
  }

  void theirPeopleAreDrawnByLotInEveryRunAnew() {
    const auto drawn = [](Batch& batch) {
      batch.sendAll();
      return batch.workspace.word(
          QStringLiteral("SELECT group_concat(profile_id) FROM (SELECT profile_id FROM outbox WHERE state = 'accepted' "
                         "ORDER BY profile_id)"));
    };
    Batch one(200);
    Batch same(200);
    const QString people = drawn(one);
    QCOMPARE(drawn(same), people);
    QVERIFY(one.rows("state = 'accepted' AND profile_id > 100") > 10);
    QVERIFY(one.rows("state = 'accepted' AND profile_id <= 100") > 10);
  }

  void twoProgramsTogetherSendNoMoreThanTheFirst() {
    Batch batch(300);
    SandboxBehaviour slow;
    slow.delayMs = 15;
    batch.sandbox.setBehaviour(slow);
    DeliveryService first(batch.workspace.context(), batch.options);
    DeliveryService second(batch.workspace.context(), batch.options);
    first.start(2);
    second.start(2);
    QTRY_COMPARE_WITH_TIMEOUT(batch.now().state, RunState::Held, kPatience);
    first.stop();
    second.stop();
    QCOMPARE(batch.accepted(), kFirst);
    QCOMPARE(batch.sandbox.record().count(), kFirst);
  }

  void whoIsRefusedMakesRoomForTheNext() {
    Batch batch(200);
    batch.behave(SandboxBehaviour::Mode::Refuse, 3);
    batch.sendAll();
    batch.verifyHeld();
    QCOMPARE(batch.accepted(), kFirst);
    QVERIFY(batch.rows("state = 'refused'") > 10);
  }

  void whoIsUnclearNeverMakesRoom() {
    Batch batch(200);
    batch.behave(SandboxBehaviour::Mode::Fail, 4);
    batch.sendAll();
    batch.verifyHeld();
    QVERIFY(batch.rows("state = 'in_doubt'") > 5);
    QCOMPARE(batch.rows("state IN ('accepted', 'in_doubt')"), kFirst);
  }

  void whoIsSkippedMakesRoomForTheNext() {
    Batch batch(80);
    batch.workspace.execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id <= 30"));
    batch.sendAll();
    QCOMPARE(batch.now().state, RunState::Done);
    QCOMPARE(batch.accepted(), 50);
  }

  void theRestGoesWhenAPersonLetsIt() {
    Batch batch(200);
    batch.sendAll();
    must(batch.control().release(batch.run));
    QCOMPARE(batch.now().firstBatch, 0);
    batch.sendAll();
    QCOMPARE(batch.now().state, RunState::Done);
    QCOMPARE(batch.accepted(), 200);
    QCOMPARE(batch.sandbox.record().count(), 200);
  }

  void theRestIsSkippedWhenAPersonStopsIt() {
    Batch batch(200);
    batch.sendAll();
    must(batch.control().stop(batch.run));
    batch.sendAll();
    QCOMPARE(batch.accepted(), kFirst);
    QCOMPARE(batch.rows("state = 'skipped' AND reason = 'campaign_stopped'"), 200 - kFirst);
    QCOMPARE(batch.rows("1"), 200);
  }

  void fewerThanTheFirstAreSimplySentTo() {
    Batch batch(20);
    batch.sendAll();
    QCOMPARE(batch.now().state, RunState::Done);
    QCOMPARE(batch.accepted(), 20);
  }

  void aRunHeldForAnotherReasonStillAsksAfterItsFirst() {
    Batch batch(200);
    batch.workspace.execute(QStringLiteral("UPDATE run SET approved_reach = 10"));
    batch.sendAll();
    QCOMPARE(batch.now().reason, QString(hold::audienceGrew));
    must(batch.control().release(batch.run));
    batch.sendAll();
    batch.verifyHeld();
    QCOMPARE(batch.accepted(), kFirst);
  }

  void pausingAndResumingKeepsTheLimit() {
    Batch batch(200);
    SandboxBehaviour slow;
    slow.delayMs = 30;
    batch.sandbox.setBehaviour(slow);
    batch.options.inFlight = 8;
    {
      DeliveryService service(batch.workspace.context(), batch.options);
      service.start(1);
      QTRY_VERIFY_WITH_TIMEOUT(batch.accepted() > 5, kPatience);
      must(batch.control().pause(batch.run));
    }
    must(batch.control().resume(batch.run));
    batch.sendAll();
    batch.verifyHeld();
    QCOMPARE(batch.accepted(), kFirst);
  }
};

QTEST_GUILESS_MAIN(FirstBatchTest)
#include "first_batch_test.moc"
