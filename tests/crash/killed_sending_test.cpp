// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>
#include <csignal>
#include <set>

#include "delivery/run/run_control.h"
#include "delivery/settling/settle.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/generic_provider.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPeople = 250;
constexpr int kInFlightOfAWorker = 16;  // see crash_worker
constexpr int kBatchesInFlight = 2;     // so few that a slow disk takes them in time
constexpr qint64 kSharedFrom = 6;       // the first goes alone, to try the provider
constexpr int kLongestSharedMs = 10000;
constexpr int kLongestRunMs = 60000;
constexpr int kLongestStartMs = 2500;  // then there is nothing to send

int fromEnvironment(const char* name, int otherwise) {
  bool ok = false;
  const int value = qEnvironmentVariableIntValue(name, &ok);
  return ok ? value : otherwise;
}

/// What the kills hit.
struct Hits {
  int kills = 0;
  int whileFilling = 0;
  int withClaims = 0;
  int whileSending = 0;
  int beforeRecording = 0;     ///< the provider had a message whose answer wasn't written down
  std::set<QString> inFlight;  ///< client ids of tries under way at the kills
};

/// One workspace, one sandbox, and workers that come and go. With `batch` so many messages share a request.
class Field final {
 public:
  explicit Field(quint32 seed, int batch = 1)
      : random(seed), inFlightOfAWorker(batch > 1 ? kBatchesInFlight * batch : kInFlightOfAWorker) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    providers::SandboxBehaviour behaviour;
    behaviour.delayMs = 15;
    sandbox.setBehaviour(behaviour);
    workspace.addPeople(kPeople);
    provider = batch > 1 ? addBatching(batch) : workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
  }

  void publishNext(const campaign::Release& release = {}, const campaign::Variants& variants = {},
                   const campaign::ReachLimit& limit = {}) {
    ++campaigns;
    auto draft =
        workspace.addCampaign(SendingWorkspace::through(provider),
                              "Campaign " + QByteArray::number(campaigns) + " for {{ Profile.identity }}", release);
    if (variants != campaign::Variants{} || limit.limits()) {
      draft.variants = variants;
      draft.reach = limit;
      draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    }
    (void)workspace.publish(draft, kPeople);
  }
  /// Something is left that a worker could begin now.
  [[nodiscard]] bool hasWork() const {
    return rows(QStringLiteral("state = 'pending'")) > 0 ||
           workspace.figure(QStringLiteral("SELECT COUNT(*) FROM run WHERE state IN ('due', 'filling')")) > 0;
  }
  /// Runs that somebody who comes now may send for.
  [[nodiscard]] qint64 underWay() const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM run WHERE state IN ('due', 'filling', 'running')"));
  }
  [[nodiscard]] std::unique_ptr<QProcess> startWorker() const {
    auto worker = std::make_unique<QProcess>();
    worker->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker->start(QStringLiteral(CRASH_WORKER), {fixture.path()});
    if (!worker->waitForStarted()) qFatal("no worker");
    return worker;
  }
  /// Lets one worker do all that is left.
  void finishAll() const {
    const auto worker = startWorker();
    QVERIFY2(worker->waitForFinished(kLongestRunMs), "the last worker found no end");
    QCOMPARE(worker->exitStatus(), QProcess::NormalExit);
    QCOMPARE(worker->exitCode(), 0);
  }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }

  test::WorkspaceFixture fixture;
  SystemClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox;
  ProviderId provider;
  QRandomGenerator random;
  int inFlightOfAWorker;  ///< messages
  int campaigns = 0;

 private:
  /// The same sandbox, asked for several messages at a time.
  [[nodiscard]] ProviderId addBatching(int most) const {
    const QString to = sandbox.url().toString(QUrl::StripTrailingSlash) + QStringLiteral("/batch");
    return must(workspace.providers().create(test::genericProvider(
        QStringLiteral("Main"), to,
        QStringLiteral("{\"messages\":[{\"to\":\"$$To\",\"body\":\"$$Body\",\"client_ref\":\"$$MessageID\"}]}"), {},
        {{QStringLiteral("batch_key"), QStringLiteral("messages")},
         {QStringLiteral("max_batch"), most},
         {QStringLiteral("batch_match"), QStringLiteral("client_id")},
         {QStringLiteral("batch_results_selector"), QStringLiteral("results")},
         {QStringLiteral("echo_id_selector"), QStringLiteral("client_ref")},
         {QStringLiteral("success_selector"), QStringLiteral("id")},
         {QStringLiteral("max_per_second"), 100000},
         {QStringLiteral("max_in_flight"), kBatchesInFlight}})));
  }
};

/// Notes which tries the kill has cut off, and whether their messages had arrived.
void noteCutOff(Field& field, int workers, Hits& hits) {
  storage::Statement find(field.fixture.database(),
                          QStringLiteral("SELECT a.client_id FROM outbox o JOIN attempt a ON a.outbox_id = o.id AND "
                                         "a.number = o.tries WHERE o.state = 'sending'"));
  int cutOff = 0;
  bool arrived = false;
  while (must(find.next())) {
    if (!hits.inFlight.insert(find.text(0)).second) continue;
    ++cutOff;
    arrived = arrived || !must(field.sandbox.record().byClientRef(find.text(0))).empty();
  }
  if (cutOff > 0) ++hits.whileSending;
  if (arrived) ++hits.beforeRecording;
  QVERIFY2(cutOff <= workers * field.inFlightOfAWorker, "more was marked as leaving than may be in flight");
}

/// When workers are killed: a moment after they were started, after a message of theirs arrived, or after so many that
/// they share requests by then.
enum class Aim { Anywhere, Sending, Batches };

/// Kills one or two workers at a random instant and notes what it hit.
void killOnce(Field& field, Hits& hits, Aim aim = Aim::Anywhere) {
  const qint64 before = field.sandbox.record().count();
  std::vector<std::unique_ptr<QProcess>> workers;
  const int count = 1 + hits.kills % 2;
  for (int i = 0; i < count; ++i) workers.push_back(field.startWorker());
  if (aim == Aim::Anywhere) {
    QThread::msleep(30 + field.random.bounded(250));
  } else {
    QElapsedTimer timer;
    timer.start();
    const qint64 arrived = aim == Aim::Batches ? kSharedFrom : 1;
    const int longest = aim == Aim::Batches ? kLongestSharedMs : kLongestStartMs;
    while (field.sandbox.record().count() < before + arrived && timer.elapsed() < longest) QThread::msleep(1);
    QThread::msleep(field.random.bounded(100));
  }
  bool anyKilled = false;
  for (const auto& worker : workers) {
    anyKilled = anyKilled || worker->state() == QProcess::Running;
    worker->kill();
  }
  for (const auto& worker : workers) worker->waitForFinished();
  if (!anyKilled) return;

  ++hits.kills;
  if (field.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM run WHERE state = 'filling' AND audience > 0")) > 0) {
    ++hits.whileFilling;
  }
  if (field.rows(QStringLiteral("state = 'claimed'")) > 0) ++hits.withClaims;
  noteCutOff(field, count, hits);
}

/// Suspends a worker, but not while it holds the workspace's lock: then all others would only wait for it.
void suspend(const Field& field, const QProcess& worker) {
  storage::OpenOptions impatient;
  impatient.busyTimeout = std::chrono::milliseconds(20);
  const auto database = must(storage::Database::open(field.fixture.path(), impatient));
  while (true) {
    ::kill(static_cast<pid_t>(worker.processId()), SIGSTOP);
    // The signal is only on its way: a thread may still take the lock before all of them stand still.
    siginfo_t stopped{};
    ::waitid(P_PID, static_cast<id_t>(worker.processId()), &stopped, WSTOPPED);
    if (storage::Transaction::begin(*database)) return;
    ::kill(static_cast<pid_t>(worker.processId()), SIGCONT);
    QThread::msleep(3);
  }
}

/// Compares what the provider has with what the workspace says, person by person.
void compare(Field& field) {
  const auto messages = must(providers::SandboxRecord::load(field.fixture.filePath(QStringLiteral("record.jsonl"))));
  std::set<QString> clientIds;
  std::set<QString> persons;
  for (const providers::SandboxMessage& message : messages) {
    QVERIFY2(clientIds.insert(message.clientRef).second, "a try arrived twice");
    QVERIFY2(persons.insert(message.body).second, "a person was texted twice");
    storage::Statement find(
        field.fixture.database(),
        QStringLiteral("SELECT o.state, o.message_id, o.text FROM attempt a JOIN outbox o ON o.id = "
                       "a.outbox_id WHERE a.client_id = ? AND a.number = o.tries"));
    QVERIFY2(must(find.bind(message.clientRef).next()), "a message arrived that the workspace knows nothing of");
    QCOMPARE(find.text(2), message.body);
    const QString state = find.text(0);
    QVERIFY2(state == u"accepted" || state == u"in_doubt", "a message arrived of a row that says otherwise");
    if (state == u"accepted") QCOMPARE(find.text(1), message.id);
  }
  // Nothing lost: everybody of every run has one row, in a final state.
  QCOMPARE(field.rows(QStringLiteral("state NOT IN ('accepted', 'in_doubt')")), 0);
  QCOMPARE(field.rows(QStringLiteral("1")), qint64{field.campaigns} * kPeople);
  QCOMPARE(field.workspace.figure(QStringLiteral("SELECT SUM(audience) FROM run")), qint64{field.campaigns} * kPeople);
  // Nothing made up: what counts as accepted did arrive.
  const qint64 accepted = field.rows(QStringLiteral("state = 'accepted'"));
  const qint64 unclear = field.rows(QStringLiteral("state = 'in_doubt'"));
  QVERIFY(accepted <= static_cast<qint64>(messages.size()));
  QVERIFY(static_cast<qint64>(messages.size()) <= accepted + unclear);
}

/// Asks the provider about every unclear row, and sends again what it doesn't have.
void settleAll(Field& field) {
  delivery::HttpThread http;
  const delivery::Settle settle(field.workspace.context(), http);
  for (int campaign = 1; campaign <= field.campaigns; ++campaign) {
    const delivery::UnclearSelection selection{CampaignId{campaign}, {}, {}};
    auto asked = settle.ask(selection);
    asked.waitForFinished();
    QCOMPARE(must(asked.result()).unclear, 0);
    (void)must(settle.asNotSent(selection));
  }
  field.finishAll();
}

/// Before anybody let the rest go, no run may have more than its first batch at or on the way to a provider.
void verifyFirstBatches(const Field& field, int first) {
  QCOMPARE(field.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM (SELECT run_id FROM outbox WHERE state IN "
                                                 "('claimed', 'sending', 'accepted', 'in_doubt') GROUP BY run_id "
                                                 "HAVING COUNT(*) > %1)")
                                      .arg(first)),
           0);
  QVERIFY2(field.sandbox.record().count() <= qint64{field.campaigns} * first, "more arrived than the first batches");
}

/// Until there is a winner, only who is in the test may have been sent to, and each the copy that was drawn for them.
void verifyTests(const Field& field) {
  QCOMPARE(
      field.rows(QStringLiteral("state IN ('claimed', 'sending', 'accepted', 'in_doubt') AND EXISTS (SELECT 1 FROM "
                                "run r WHERE r.id = run_id AND r.winner_copy IS NULL AND draw > r.test_up_to)")),
      0);
  QCOMPARE(field.rows(QStringLiteral("text IS NOT NULL AND substr(text, 1, 4) <> CASE copy WHEN 0 THEN 'Camp' ELSE "
                                     "'Copy' END")),
           0);
}

/// No run may have texted more people than it is for, whether for sure or perhaps, and everybody has their row.
void verifyLimits(const Field& field, int most) {
  QCOMPARE(field.workspace.figure(
               QStringLiteral("SELECT COUNT(*) FROM (SELECT o.run_id FROM outbox o WHERE o.state IN ('pending', "
                              "'claimed', 'sending', 'accepted', 'in_doubt') OR EXISTS (SELECT 1 FROM attempt a WHERE "
                              "a.outbox_id = o.id AND a.outcome IN ('', 'in_doubt', 'accepted')) GROUP BY o.run_id "
                              "HAVING COUNT(*) > %1 AND (SELECT filled_at FROM run WHERE id = o.run_id) IS NOT NULL)")
                   .arg(most)),
           0);
  QCOMPARE(field.rows(QStringLiteral("state <> 'skipped' AND run_id IN (SELECT id FROM run WHERE filled_at IS NULL)")),
           0);
}

}  // namespace

class KilledSendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsLostOrSentTwiceWhenKilledAtRandomInstants() {
    const auto seed = static_cast<quint32>(
        fromEnvironment("HELIOGRAPH_CRASH_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
    const int wanted = fromEnvironment("HELIOGRAPH_CRASH_KILLS", 110);
    qInfo() << "HELIOGRAPH_CRASH_SEED =" << seed;
    Field field(seed);
    Hits hits;
    while (hits.kills < wanted) {
      if (!field.hasWork()) field.publishNext();
      killOnce(field, hits);
      if (QTest::currentTestFailed()) return;
    }
    field.finishAll();
    compare(field);
    if (QTest::currentTestFailed()) return;
    const qint64 unclear = field.rows(QStringLiteral("state = 'in_doubt'"));
    QVERIFY2(unclear <= static_cast<qint64>(hits.inFlight.size()), "more is unclear than was in flight");
    qInfo() << hits.kills << "kills:" << hits.whileFilling << "while filling," << hits.withClaims << "with claims,"
            << hits.whileSending << "while sending," << hits.beforeRecording << "with answers not yet written;"
            << field.campaigns << "runs," << field.sandbox.record().count() << "messages," << unclear << "unclear of"
            << hits.inFlight.size() << "in flight at the kills";

    settleAll(field);
    if (QTest::currentTestFailed()) return;
    compare(field);
    QCOMPARE(field.sandbox.record().count(), qint64{field.campaigns} * kPeople);
  }

  void batchesSurviveKillsAtRandomInstants() {
    constexpr int kARequest = 5;
    const auto seed = static_cast<quint32>(
        fromEnvironment("HELIOGRAPH_CRASH_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
    qInfo() << "HELIOGRAPH_CRASH_SEED =" << seed;
    Field field(seed, kARequest);
    // Requests that take a while are hit more often.
    providers::SandboxBehaviour slow;
    slow.delayMs = 60;
    field.sandbox.setBehaviour(slow);
    Hits hits;
    const int wanted = std::max(1, fromEnvironment("HELIOGRAPH_CRASH_KILLS", 110) / 4);
    while (hits.kills < wanted) {
      while (field.underWay() < 3) field.publishNext();
      killOnce(field, hits, hits.kills % 4 == 0 ? Aim::Anywhere : Aim::Batches);
      if (QTest::currentTestFailed()) return;
    }
    field.finishAll();
    compare(field);
    if (QTest::currentTestFailed()) return;
    const qint64 unclear = field.rows(QStringLiteral("state = 'in_doubt' AND reason = 'interrupted'"));
    QVERIFY2(unclear <= static_cast<qint64>(hits.inFlight.size()), "more is unclear than was in flight");
    qInfo() << hits.kills << "kills:" << hits.whileSending << "while sending," << hits.beforeRecording
            << "with answers not yet written;" << field.sandbox.record().count() << "messages of" << field.campaigns
            << "runs," << unclear << "unclear of" << hits.inFlight.size() << "in flight at the kills";
  }

  void aFirstBatchIsNeverExceededWhenKilledAtRandomInstants() {
    constexpr int kFirst = 150;
    const auto seed = static_cast<quint32>(
        fromEnvironment("HELIOGRAPH_CRASH_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
    qInfo() << "HELIOGRAPH_CRASH_SEED =" << seed;
    Field field(seed);
    Hits hits;
    const int wanted = std::max(1, fromEnvironment("HELIOGRAPH_CRASH_KILLS", 110) / 4);
    while (hits.kills < wanted) {
      // Some of them wait until the leases of the killed end.
      while (field.underWay() < 4) field.publishNext(campaign::Release::firstThenAsk(kFirst));
      killOnce(field, hits);
      verifyFirstBatches(field, kFirst);
      if (QTest::currentTestFailed()) return;
    }
    field.finishAll();
    verifyFirstBatches(field, kFirst);
    QCOMPARE(field.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM run WHERE state = 'held' AND hold_reason = "
                                                   "'first_sent'")),
             field.campaigns);
    QCOMPARE(field.rows(QStringLiteral("state IN ('accepted', 'in_doubt')")), qint64{field.campaigns} * kFirst);
    QCOMPARE(field.rows(QStringLiteral("state = 'pending'")), qint64{field.campaigns} * (kPeople - kFirst));
    if (QTest::currentTestFailed()) return;

    const delivery::RunControl control(field.fixture.database(), field.clock);
    for (int campaign = 1; campaign <= field.campaigns; ++campaign) {
      QCOMPARE(must(control.releaseCampaign(CampaignId{campaign})), 1);
    }
    field.finishAll();
    compare(field);
    qInfo() << hits.kills << "kills:" << hits.whileSending << "while sending;" << field.campaigns << "first batches";
  }

  void aTestAndItsWinnerSurviveKillsAtRandomInstants() {
    constexpr int kTested = 100;
    const auto seed = static_cast<quint32>(
        fromEnvironment("HELIOGRAPH_CRASH_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
    qInfo() << "HELIOGRAPH_CRASH_SEED =" << seed;
    Field field(seed);
    Hits hits;
    const delivery::RunControl control(field.fixture.database(), field.clock);
    const int wanted = std::max(1, fromEnvironment("HELIOGRAPH_CRASH_KILLS", 110) / 4);
    const auto held = [&field] {
      return field.workspace.figure(
          QStringLiteral("SELECT COALESCE(MIN(id), 0) FROM run WHERE hold_reason = 'ab_test'"));
    };
    while (hits.kills < wanted) {
      while (field.underWay() < 3) {
        campaign::Variants variants;
        variants.kind = campaign::Variants::Kind::AbTest;
        variants.testPeople = kTested;
        variants.others = {{"Copy " + QByteArray::number(field.campaigns + 1) + " for {{ Profile.identity }}", 0, {}}};
        field.publishNext({}, variants);
      }
      killOnce(field, hits, Aim::Sending);
      verifyTests(field);
      if (QTest::currentTestFailed()) return;
      // Some winners are chosen between the kills, so that those hit the sending of the rest as well.
      if (const qint64 run = held(); run > 0 && field.random.bounded(2) == 0) {
        must(control.chooseWinner(RunId{run}, field.random.bounded(2)));
      }
    }
    field.finishAll();
    verifyTests(field);
    while (const qint64 run = held()) {
      QCOMPARE(field.rows(QStringLiteral("run_id = %1 AND state IN ('accepted', 'in_doubt')").arg(run)), kTested);
      QCOMPARE(field.rows(QStringLiteral("run_id = %1 AND copy = 0").arg(run)), kTested / 2);
      must(control.chooseWinner(RunId{run}, 1));
    }
    field.finishAll();
    verifyTests(field);
    compare(field);
    QCOMPARE(field.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM run WHERE state = 'done'")), field.campaigns);
    qInfo() << hits.kills << "kills:" << hits.whileFilling << "while filling," << hits.whileSending << "while sending;"
            << field.campaigns << "A/B tests";
  }

  void aLimitIsNeverExceededWhenKilledAtRandomInstants() {
    constexpr int kMost = 100;
    const auto seed = static_cast<quint32>(
        fromEnvironment("HELIOGRAPH_CRASH_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
    qInfo() << "HELIOGRAPH_CRASH_SEED =" << seed;
    Field field(seed);
    providers::SandboxBehaviour behaviour;
    behaviour.delayMs = 15;
    for (int n = 3; n <= kPeople; n += 4) behaviour.refuseNumbers.insert(SendingWorkspace::number(n), 30007);
    field.sandbox.setBehaviour(behaviour);
    Hits hits;
    const int wanted = std::max(1, fromEnvironment("HELIOGRAPH_CRASH_KILLS", 110) / 4);
    while (hits.kills < wanted) {
      while (field.underWay() < 3) field.publishNext({}, {}, campaign::ReachLimit::only(kMost));
      killOnce(field, hits, hits.kills % 4 == 0 ? Aim::Anywhere : Aim::Sending);
      verifyLimits(field, kMost);
      if (QTest::currentTestFailed()) return;
    }
    field.finishAll();
    verifyLimits(field, kMost);
    // Whoever was refused made room for another; whoever is unclear didn't.
    QCOMPARE(field.rows(QStringLiteral("state IN ('accepted', 'in_doubt')")), qint64{field.campaigns} * kMost);
    QCOMPARE(field.rows(QStringLiteral("state IN ('accepted', 'in_doubt', 'refused') OR reason = 'not_drawn'")),
             qint64{field.campaigns} * kPeople);
    QVERIFY(field.rows(QStringLiteral("state = 'refused'")) > 0);
    qint64 arrived = 0;
    for (const auto& message :
         must(providers::SandboxRecord::load(field.fixture.filePath(QStringLiteral("record.jsonl"))))) {
      if (message.code == 0) ++arrived;
    }
    QVERIFY2(arrived <= qint64{field.campaigns} * kMost, "more arrived than the limits");
    qInfo() << hits.kills << "kills:" << hits.whileFilling << "while filling," << hits.whileSending << "while sending;"
            << field.campaigns << "limited runs," << arrived << "messages";
  }

  void aWorkerThatWasSuspendedPastItsLeaseSendsNothingStale() {
    Field field(7);
    for (int round = 0; round < 4; ++round) {
      field.publishNext();
      const auto sleeper = field.startWorker();
      waitUntilSending(field);
      QThread::msleep(field.random.bounded(60));
      suspend(field, *sleeper);
      const qint64 inFlight = field.rows(QStringLiteral("state = 'sending'"));
      const qint64 unclearBefore = field.rows(QStringLiteral("state = 'in_doubt'"));
      QVERIFY(inFlight <= kInFlightOfAWorker);
      field.finishAll();
      const qint64 unclear = field.rows(QStringLiteral("state = 'in_doubt'"));
      QVERIFY(unclear <= unclearBefore + inFlight);

      ::kill(static_cast<pid_t>(sleeper->processId()), SIGCONT);
      QVERIFY(sleeper->waitForFinished(kLongestRunMs));
      QCOMPARE(sleeper->exitCode(), 0);
      // What it was late to say about its own tries counts; it sends nothing that others took over.
      field.finishAll();
      compare(field);
      QVERIFY(field.rows(QStringLiteral("state = 'in_doubt'")) <= unclear);
      if (QTest::currentTestFailed()) return;
    }
  }

 private:
  static void waitUntilSending(const Field& field) {
    const qint64 before = field.sandbox.record().count();
    QElapsedTimer timer;
    timer.start();
    while (field.sandbox.record().count() < before + 20 && timer.elapsed() < kLongestRunMs) QThread::msleep(1);
  }
};

QTEST_GUILESS_MAIN(KilledSendingTest)
#include "killed_sending_test.moc"
