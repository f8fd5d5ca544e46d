// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "audience/profile_repository.h"
#include "audience/suppression_repository.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/run_control.h"
#include "delivery/run/run_filling.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using providers::SandboxBehaviour;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPatience = 120000;

/// A workspace that sends to a sandbox.
struct Sending {
  explicit Sending(int people) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    workspace.addPeople(people);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
    options.tick = std::chrono::milliseconds(30);
    options.idleBeat = std::chrono::milliseconds(20);
  }

  RunId publish(int people, const QByteArray& text = "Hello") {
    return workspace.publish(workspace.addCampaign(SendingWorkspace::through(provider), text), people);
  }
  /// Sends until nothing is left to be done.
  void sendAll(int workers = 2) {
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(workers);
    QVERIFY(idle.count() > 0 || idle.wait(kPatience));
    service.stop();
  }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }
  [[nodiscard]] qint64 accepted() const { return rows(QStringLiteral("state = 'accepted'")); }
  [[nodiscard]] QString runState() const { return workspace.word(QStringLiteral("SELECT state FROM run")); }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox;
  ProviderId provider;
  DeliveryOptions options;
};

}  // namespace

class SendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everybodyGetsTheMessageOnce() {
    Sending sending(500);
    (void)sending.publish(500, "Hello {{ Profile.identity }}");
    sending.sendAll();
    QCOMPARE(sending.accepted(), 500);
    QCOMPARE(sending.sandbox.record().count(), 500);
    QCOMPARE(sending.runState(), QStringLiteral("done"));
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT audience FROM run")), 500);
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT COUNT(DISTINCT message_id) FROM outbox")), 500);
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT COUNT(DISTINCT text) FROM outbox")), 500);
  }

  void whatIsStartedWhileItStopsGoesOnAfterwards() {
    Sending sending(50);
    DeliveryService service(sending.workspace.context(), sending.options);
    QSignalSpy stopped(&service, &DeliveryService::stopped);
    service.start(1);
    service.requestStop();
    service.start(1);
    QVERIFY(stopped.count() > 0 || stopped.wait(kPatience));
    QTRY_VERIFY(service.isRunning());
    (void)sending.publish(50);
    service.wake();
    QTRY_COMPARE_WITH_TIMEOUT(sending.runState(), QStringLiteral("done"), kPatience);
    // Asked to stop for good meanwhile, it stays so.
    service.requestStop();
    service.start(1);
    service.requestStop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 2, kPatience);
    QVERIFY(!service.isRunning());
  }

  void twoProgramsShareOneRun() {
    Sending sending(400);
    (void)sending.publish(400);
    DeliveryService first(sending.workspace.context(), sending.options);
    DeliveryService second(sending.workspace.context(), sending.options);
    QSignalSpy idle(&second, &DeliveryService::idle);
    first.start(1);
    second.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(sending.runState(), QStringLiteral("done"), kPatience);
    first.stop();
    second.stop();
    QCOMPARE(sending.accepted(), 400);
    QCOMPARE(sending.sandbox.record().count(), 400);
  }

  void theLimitOfAProviderIsKept() {
    Sending sending(60);
    sending.provider = sending.workspace.addSandbox(QStringLiteral("Slow"), sending.sandbox.url(),
                                                    {{QStringLiteral("max_per_second"), 50}});
    (void)sending.publish(60);
    QElapsedTimer timer;
    timer.start();
    sending.sendAll();
    QCOMPARE(sending.accepted(), 60);
    QVERIFY2(timer.elapsed() > 900, qPrintable(QString::number(timer.elapsed())));
  }

  void whoOptedOutSinceTheRowsWereMadeIsNotTexted() {
    Sending sending(3);
    (void)sending.publish(3);
    fill(sending);
    const audience::ProfileRepository people(sending.fixture.database(), sending.clock);
    must(people.unsubscribe(SendingWorkspace::identity(1), QStringLiteral("person")));
    must(audience::SuppressionRepository(sending.fixture.database(), sending.clock)
             .add(SendingWorkspace::number(2), QStringLiteral("reply"), QStringLiteral("stop")));
    sending.workspace.execute(QStringLiteral("UPDATE run SET state = 'running'"));
    sending.sendAll();
    QCOMPARE(sending.rows(QStringLiteral("state = 'skipped' AND reason = 'unsubscribed'")), 2);
    QCOMPARE(sending.accepted(), 1);
    QCOMPARE(sending.sandbox.record().count(), 1);
  }

  void whoWasDeletedOrCannotBeWrittenToAnyMoreIsSkipped() {
    Sending sending(3);
    (void)sending.publish(3, "{% if Profile.country == 'XX' %}{% abort %}{% endif %}Hello");
    fill(sending);
    must(audience::ProfileRepository(sending.fixture.database(), sending.clock).remove(SendingWorkspace::identity(1)));
    sending.workspace.execute(QStringLiteral("UPDATE profile SET country = 'XX' WHERE id = 2"));
    sending.workspace.execute(QStringLiteral("UPDATE run SET state = 'running'"));
    sending.sendAll();
    QCOMPARE(sending.rows(QStringLiteral("state = 'skipped' AND reason = 'person_deleted'")), 1);
    QCOMPARE(sending.rows(QStringLiteral("state = 'skipped' AND reason = 'aborted'")), 1);
    QCOMPARE(sending.accepted(), 1);
  }

  void stoppingInTheMiddleLosesNobody() {
    Sending sending(2000);
    SandboxBehaviour slow;
    slow.delayMs = 20;
    sending.sandbox.setBehaviour(slow);
    const RunId run = sending.publish(2000);
    DeliveryService service(sending.workspace.context(), sending.options);
    service.start(2);
    QTRY_VERIFY_WITH_TIMEOUT(sending.accepted() > 50, kPatience);
    must(RunControl(sending.fixture.database(), sending.clock).stop(run));
    service.stop();
    const qint64 skipped = sending.rows(QStringLiteral("state = 'skipped' AND reason = 'campaign_stopped'"));
    QVERIFY(skipped > 0);
    QCOMPARE(sending.accepted() + skipped, 2000);
    QCOMPARE(sending.sandbox.record().count(), sending.accepted());
  }

  void aPausedRunSendsNothingUntilItIsResumed() {
    Sending sending(2000);
    SandboxBehaviour slow;
    slow.delayMs = 20;
    sending.sandbox.setBehaviour(slow);
    const RunId run = sending.publish(2000);
    const RunControl control(sending.fixture.database(), sending.clock);
    DeliveryService service(sending.workspace.context(), sending.options);
    service.start(2);
    QTRY_VERIFY_WITH_TIMEOUT(sending.accepted() > 50, kPatience);
    must(control.pause(run));
    service.stop();
    const qint64 before = sending.accepted();
    QCOMPARE(sending.rows(QStringLiteral("state IN ('claimed', 'sending')")), 0);
    sending.sendAll();
    QCOMPARE(sending.accepted(), before);
    must(control.resume(run));
    sending.sandbox.setBehaviour({});
    sending.sendAll();
    QCOMPARE(sending.accepted(), 2000);
    QCOMPARE(sending.sandbox.record().count(), 2000);
  }

  void endingInTheMiddleLeavesNothingUnclear() {
    Sending sending(1000);
    SandboxBehaviour slow;
    slow.delayMs = 100;
    sending.sandbox.setBehaviour(slow);
    (void)sending.publish(1000);
    {
      DeliveryService service(sending.workspace.context(), sending.options);
      service.start(2);
      QTRY_VERIFY_WITH_TIMEOUT(sending.sandbox.record().count() > 100, kPatience);
    }
    QCOMPARE(sending.rows(QStringLiteral("state IN ('claimed', 'sending', 'in_doubt')")), 0);
    QCOMPARE(sending.sandbox.record().count(), sending.accepted());
  }

  void progressTellsHowARunGoesAndEnds() {
    Sending sending(300);
    const RunId run = sending.publish(300);
    DeliveryService service(sending.workspace.context(), sending.options);
    QSignalSpy progress(&service, &DeliveryService::progress);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QVERIFY(idle.wait(kPatience));
    const auto last = progress.back().front().value<RunProgress>();
    QCOMPARE(last.run, run);
    QCOMPARE(last.state, RunState::Done);
    QCOMPARE(last.total, 300);
    QCOMPARE(last.count(RowState::Accepted), 300);
    QCOMPARE(last.left(), 0);
    for (const auto& arguments : progress) {
      const auto one = arguments.front().value<RunProgress>();
      qint64 sum = 0;
      for (const qint64 people : one.counts) sum += people;
      QCOMPARE(sum, one.total);
    }
  }

  void aServiceThatIsAskedToStopSaysWhenItHas() {
    Sending sending(0);
    DeliveryService service(sending.workspace.context(), sending.options);
    QSignalSpy stopped(&service, &DeliveryService::stopped);
    service.start(2);
    service.requestStop();
    QVERIFY(stopped.wait(kPatience));
    QVERIFY(!service.isRunning());
    service.start(1);
    QVERIFY(service.isRunning());
  }

 private:
  /// Gives everybody a row, and keeps them from leaving.
  static void fill(Sending& sending) {
    const Run run = [&] {
      const RunRepository runs(sending.fixture.database(), sending.clock);
      (void)must(runs.startDue());
      return must(runs.inState(RunState::Filling)).front();
    }();
    auto filling =
        must(RunFilling::open(sending.fixture.database(), sending.clock, run, QStringLiteral("me"), sending.options));
    QCOMPARE(must(filling.fill()), RunFilling::Step::Finished);
    sending.workspace.execute(QStringLiteral("UPDATE run SET state = 'paused'"));
  }
};

QTEST_GUILESS_MAIN(SendingTest)
#include "sending_test.moc"
