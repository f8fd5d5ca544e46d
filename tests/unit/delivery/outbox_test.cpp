// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/outbox.h"

#include <QTest>

#include "delivery/outbox/reason_text.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/run_control.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using namespace std::chrono_literals;
using test::must;
using test::SendingWorkspace;
using Fate = TryResult::Fate;

namespace {

const QString kMe = QStringLiteral("me");
const QString kOther = QStringLiteral("other");

/// A running run with rows to be sent, and what couriers do to them.
struct Queue {
  explicit Queue(int people = 1) {
    workspace.addPeople(people);
    provider = workspace.addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    second = workspace.addSandbox(QStringLiteral("Second"), QUrl(QStringLiteral("http://127.0.0.1:2")));
    run = workspace.publish(workspace.addCampaign(SendingWorkspace::through(provider)), people);
    workspace.execute(QStringLiteral("UPDATE run SET state = 'running', filled_at = 1"));
    workspace.execute(
        QStringLiteral("INSERT INTO outbox (run_id, profile_id, address, state, updated_at) SELECT %1, id, "
                       "phone, 'pending', 0 FROM profile")
            .arg(run.value));
  }

  template <class Work>
  auto inTransaction(Work work) {
    auto transaction = must(storage::Transaction::begin(fixture.database()));
    auto result = must(work());
    must(transaction.commit());
    return result;
  }
  std::vector<ClaimedRow> claim(const QString& owner = kMe, int limit = 100, std::chrono::milliseconds lease = 60s) {
    return inTransaction([&] { return outbox.claim({run, owner, provider, {}, limit, lease}); });
  }
  std::vector<ClaimedRow> claimFor(ProviderId by, const std::vector<ProviderId>& turnedAwayBy) {
    return inTransaction([&] { return outbox.claim({run, kMe, by, turnedAwayBy, 100, 60s}); });
  }
  std::optional<Try> depart(ClaimedRow row, const QString& owner = kMe, std::chrono::milliseconds lease = 60s) {
    row.text = QStringLiteral("Hello");
    const std::vector<Departure> departures{{row, provider, QUuid::createUuid().toString()}};
    return inTransaction([&] { return outbox.depart(departures, owner, lease); }).front();
  }
  void record(OutboxId row, const Try& attempt, Fate fate, const QString& outcome = QStringLiteral("done")) {
    TryResult result;
    result.row = row;
    result.attempt = attempt.attempt;
    result.number = attempt.number;
    result.fate = fate;
    result.outcome = outcome;
    result.wait = 1ms;
    result.messageId = fate == Fate::Accepted ? QStringLiteral("SB1") : QString();
    auto transaction = must(storage::Transaction::begin(fixture.database()));
    must(outbox.record({result}));
    must(transaction.commit());
  }
  void expire() {
    // As if the leases had run out.
    workspace.execute(QStringLiteral("UPDATE outbox SET expires_at = 1 WHERE expires_at IS NOT NULL"));
    QVERIFY(must(outbox.hasExpired()));
    (void)inTransaction([&] { return outbox.expire(); });
  }
  [[nodiscard]] QString state() const { return workspace.word(QStringLiteral("SELECT state FROM outbox")); }
  [[nodiscard]] QString reason() const { return workspace.word(QStringLiteral("SELECT reason FROM outbox")); }
  [[nodiscard]] RunControl control() { return {fixture.database(), clock}; }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  Outbox outbox{fixture.database()};
  ProviderId provider;
  ProviderId second;
  RunId run;
};

}  // namespace

class OutboxTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRowIsClaimedByOneOnly() {
    Queue queue(10);
    QCOMPARE(queue.claim(kMe, 6).size(), std::size_t{6});
    QCOMPARE(queue.claim(kOther).size(), std::size_t{4});
    QVERIFY(queue.claim(kOther).empty());
  }

  void nothingIsClaimedOfARunThatDoesNotRun_data() {
    QTest::addColumn<QString>("state");
    for (const char* state : {"due", "held", "filling", "paused", "stopped", "done"}) {
      QTest::newRow(state) << QString(QLatin1String(state));
    }
  }
  void nothingIsClaimedOfARunThatDoesNotRun() {
    QFETCH(QString, state);
    Queue queue;
    queue.workspace.execute(QStringLiteral("UPDATE run SET state = '%1'").arg(state));
    QVERIFY(queue.claim().empty());
  }

  void aTryIsWrittenDownBeforeItLeaves() {
    Queue queue;
    const auto attempt = queue.depart(queue.claim().front());
    QVERIFY(attempt);
    QCOMPARE(attempt->number, 1);
    QCOMPARE(queue.state(), QStringLiteral("sending"));
    QCOMPARE(queue.workspace.word(QStringLiteral("SELECT text FROM outbox")), QStringLiteral("Hello"));
    QCOMPARE(queue.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt WHERE outcome = ''")), 1);
  }

  void whoSleptPastTheClaimSendsNothing() {
    Queue queue;
    const ClaimedRow row = queue.claim(kMe, 1, 0ms).front();
    QVERIFY(!queue.depart(row));
    QCOMPARE(queue.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt")), 0);
  }

  void whoLostTheClaimToAnotherSendsNothing() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    queue.expire();
    QCOMPARE(queue.state(), QStringLiteral("pending"));
    QCOMPARE(queue.claim(kOther).size(), std::size_t{1});
    QVERIFY(!queue.depart(row));
  }

  void nothingLeavesOfARunThatWasPausedMeanwhile() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    must(queue.control().pause(queue.run));
    QVERIFY(!queue.depart(row));
  }

  void nothingLeavesToAPersonWhoWasDeletedMeanwhile() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    queue.workspace.execute(QStringLiteral("UPDATE outbox SET address = NULL, text = NULL, profile_id = NULL"));
    QVERIFY(!queue.depart(row));
    QVERIFY(queue.workspace.word(QStringLiteral("SELECT text FROM outbox")).isEmpty());
  }

  void rowsOfAnEndedProgramGoOnOrBecomeUnclear() {
    Queue queue(2);
    const auto rows = queue.claim();
    QVERIFY(queue.depart(rows.front()));
    queue.expire();
    QCOMPARE(queue.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = 'in_doubt' AND reason = "
                                                   "'interrupted'")),
             1);
    QCOMPARE(queue.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = 'pending'")), 1);
  }

  void aLateAcceptanceSettlesAnUnclearRow() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    const Try attempt = *queue.depart(row);
    queue.expire();
    queue.record(row.id, attempt, Fate::Accepted);
    QCOMPARE(queue.state(), QStringLiteral("accepted"));
    QCOMPARE(queue.reason(), QString());
    QCOMPARE(queue.workspace.word(QStringLiteral("SELECT message_id FROM outbox")), QStringLiteral("SB1"));
  }

  void aLateAcceptanceStopsASecondTryThatHasNotLeft() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    const Try attempt = *queue.depart(row);
    queue.expire();
    // A person said that it wasn't sent, and another courier has picked it.
    queue.workspace.execute(QStringLiteral("UPDATE outbox SET state = 'pending'"));
    const ClaimedRow again = queue.claim(kOther).front();
    queue.record(row.id, attempt, Fate::Accepted);
    QVERIFY(!queue.depart(again, kOther));
    QCOMPARE(queue.state(), QStringLiteral("accepted"));
  }

  void aLateResultOfAnOlderTryChangesNothing_data() {
    QTest::addColumn<int>("fate");
    QTest::newRow("accepted") << static_cast<int>(Fate::Accepted);
    QTest::newRow("refused") << static_cast<int>(Fate::Refused);
    QTest::newRow("again") << static_cast<int>(Fate::Again);
    QTest::newRow("unclear") << static_cast<int>(Fate::InDoubt);
  }
  void aLateResultOfAnOlderTryChangesNothing() {
    QFETCH(int, fate);
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    const Try first = *queue.depart(row);
    queue.record(row.id, first, Fate::Again);
    QTest::qWait(3);
    QVERIFY(queue.depart(queue.claim(kOther).front(), kOther));
    queue.record(row.id, first, static_cast<Fate>(fate));
    QCOMPARE(queue.state(), QStringLiteral("sending"));
  }

  void aLateRefusalDoesNotUndoWhatAPersonDecided() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    const Try attempt = *queue.depart(row);
    queue.workspace.execute(QStringLiteral("UPDATE outbox SET state = 'accepted', reason = 'settled_sent'"));
    queue.record(row.id, attempt, Fate::Refused);
    QCOMPARE(queue.state(), QStringLiteral("accepted"));
  }

  void aRowThatComesBackToARunThatEndedOpensItAgain() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    const Try attempt = *queue.depart(row);
    queue.expire();
    QVERIFY(must(RunRepository(queue.fixture.database(), queue.clock).finishIfEmpty(queue.run)));
    queue.record(row.id, attempt, Fate::Again);
    QCOMPARE(queue.state(), QStringLiteral("pending"));
    QCOMPARE(queue.workspace.word(QStringLiteral("SELECT state FROM run")), QStringLiteral("running"));
  }

  void aRowThatComesBackToAStoppedRunIsSkipped() {
    Queue queue;
    const ClaimedRow row = queue.claim().front();
    const Try attempt = *queue.depart(row);
    must(queue.control().stop(queue.run));
    QCOMPARE(queue.state(), QStringLiteral("sending"));
    queue.record(row.id, attempt, Fate::Again);
    QCOMPARE(queue.state(), QStringLiteral("skipped"));
    QCOMPARE(queue.reason(), QString(reason::campaignStopped));
  }

  void whoTurnedARowAwayIsNotAskedAgain() {
    Queue queue(3);
    const auto rows = queue.claim(kMe, 1);
    const Try attempt = *queue.depart(rows.front());
    queue.record(rows.front().id, attempt, Fate::Again, QStringLiteral("next_provider"));
    QTest::qWait(3);
    QCOMPARE(queue.claimFor(queue.second, {queue.provider}).size(), std::size_t{1});
    QCOMPARE(queue.claimFor(queue.provider, {}).size(), std::size_t{2});
    QCOMPARE(must(queue.outbox.turnedAwayBy(rows.front().id)), std::vector<ProviderId>{queue.provider});
  }

  void whoCanTakeARowClaimsItOnceItsWaitingIsOver_data() {
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("country");
    QTest::addColumn<bool>("can");
    QTest::addColumn<bool>("claims");
    const QString everywhere;
    const QString lots = QStringLiteral("UPDATE outbox SET draw = id");
    const QString first = QStringLiteral("UPDATE run SET first_batch = 1");
    const QString india = QStringLiteral("UPDATE outbox SET country = 'IN'");
    const QString test = QStringLiteral("UPDATE run SET test_up_to = 2");
    const QString tested = QStringLiteral("UPDATE outbox SET copy = 0 WHERE draw <= 2");
    const auto turnAway = [](const QString& which) {
      return QStringLiteral(
                 "INSERT INTO attempt (outbox_id, number, provider_id, client_id, started_at, outcome) SELECT o.id, 1, "
                 "(SELECT MIN(id) FROM provider), 'c' || o.id, 1, 'next_provider' FROM outbox o WHERE %1")
          .arg(which);
    };
    const auto change = [](const QString& to, const QString& which = QStringLiteral("1")) {
      return QStringLiteral("UPDATE outbox SET %1 WHERE %2").arg(to, which);
    };
    const QString all = QStringLiteral("1");
    const QString one = QStringLiteral("o.id = 1");
    const QString accepted = QStringLiteral("state = 'accepted'");
    const auto row = [&](const char* name, const QStringList& changes, bool can, const QString& country = {}) {
      QTest::newRow(name) << changes << country << can << can;
    };
    row("waiting", {}, true);
    row("before its time", {change(QStringLiteral("not_before = 9000000000000"))}, true);
    row("in quiet hours", {change(QStringLiteral("quiet_until = 9000000000000"))}, true);
    row("sent", {change(accepted)}, false);
    row("left to a person", {change(QStringLiteral("state = 'in_doubt'"))}, false);
    row("all turned away", {turnAway(all)}, false);
    row("one turned away", {turnAway(one)}, true);
    row("turned away but for a colleague",
        {change(QStringLiteral("seed = 1"), QStringLiteral("id = 3")), turnAway(QStringLiteral("o.id < 3"))}, true);
    row("of its country", {india}, true, QStringLiteral("IN"));
    row("of another country", {india}, false, QStringLiteral("FR"));
    row("of no known country", {}, true, QStringLiteral(""));
    row("first batch", {lots, first}, true);
    row("first of the batch turned away", {lots, first, turnAway(one)}, true);
    row("the same by country", {lots, first, india, turnAway(one)}, false, QStringLiteral("IN"));
    row("first batch of another country",
        {lots, first, change(QStringLiteral("country = 'IN'"), QStringLiteral("id > 1"))}, false, QStringLiteral("IN"));
    row("a refusal makes room", {lots, first, change(QStringLiteral("state = 'refused'"), QStringLiteral("id = 1"))},
        true);
    row("A/B test", {lots, test, tested}, true);
    row("A/B test turned away", {lots, test, tested, turnAway(QStringLiteral("o.id <= 2"))}, false);
    row("A/B test turned away but for a colleague",
        {lots, test, tested, change(QStringLiteral("seed = 1, draw = NULL"), QStringLiteral("id = 3")),
         turnAway(QStringLiteral("o.id <= 2"))},
        true);
    row("winner chosen",
        {lots, test, tested, QStringLiteral("UPDATE run SET winner_copy = 0"),
         change(accepted, QStringLiteral("id <= 2"))},
        true);
    // A person is about to be asked: nobody has to take anything, and nobody does.
    QTest::newRow("first batch sent") << QStringList{lots, first, change(accepted, QStringLiteral("id = 1"))}
                                      << everywhere << true << false;
    QTest::newRow("A/B test sent") << QStringList{lots, test, tested, change(accepted, QStringLiteral("id <= 2"))}
                                   << everywhere << true << false;
  }
  void whoCanTakeARowClaimsItOnceItsWaitingIsOver() {
    QFETCH(QStringList, changes);
    QFETCH(QString, country);
    QFETCH(bool, can);
    QFETCH(bool, claims);
    Queue queue(3);
    for (const QString& change : changes) queue.workspace.execute(change);
    const std::optional<QString> of = country.isNull() ? std::nullopt : std::optional(country);
    QCOMPARE(must(queue.outbox.canTake(queue.run, queue.provider, of)), can);
    queue.workspace.execute(QStringLiteral("UPDATE outbox SET quiet_until = NULL, not_before = MIN(not_before, 1)"));
    const auto rows = queue.inTransaction([&] {
      return queue.outbox.claim({queue.run, kMe, queue.provider, {}, 100, 60s, of});
    });
    QCOMPARE(!rows.empty(), claims);
  }

  void aRowWaitsUntilItsTime() {
    Queue queue;
    queue.workspace.execute(QStringLiteral("UPDATE outbox SET not_before = 9000000000000"));
    QVERIFY(queue.claim().empty());
  }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
