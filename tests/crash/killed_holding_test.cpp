// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>
#include <map>
#include <set>

#include "delivery/run/run_control.h"
#include "delivery/settling/settle.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using providers::SandboxMessage;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPeople = 120;
constexpr int kInFlightOfAWorker = 16;  // see crash_worker
constexpr int kLongestRunMs = 60000;
constexpr int kLongestStartMs = 2500;  // then there is nothing to do
constexpr int kDaysAhead = 3;

int fromEnvironment(const char* name, int otherwise) {
  bool ok = false;
  const int value = qEnvironmentVariableIntValue(name, &ok);
  return ok ? value : otherwise;
}

quint32 newSeed() {
  const auto seed = static_cast<quint32>(
      fromEnvironment("HELIOGRAPH_CRASH_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
  qInfo() << "HELIOGRAPH_CRASH_SEED =" << seed;
  return seed;
}

/// One workspace, a provider that keeps messages until their time, and workers that come and go.
class KeptField final {
 public:
  explicit KeptField(quint32 seed) : random(seed) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    providers::SandboxBehaviour behaviour;
    behaviour.delayMs = 15;
    sandbox.setBehaviour(behaviour);
    workspace.addPeople(kPeople);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
  }

  RunId publishNext() {
    ++campaigns;
    auto draft = workspace.addCampaign(SendingWorkspace::through(provider),
                                       "Campaign " + QByteArray::number(campaigns) + " for {{ Profile.identity }}");
    const QDateTime due = QDateTime::currentDateTimeUtc().addDays(kDaysAhead);
    draft.when = schedule::Once{{due.date(), due.time(), "UTC"}, schedule::WhenLate::Ask, true};
    draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    return workspace.publish(draft, kPeople);
  }
  [[nodiscard]] bool hasToHandOver() const {
    return rows(QStringLiteral("state = 'pending'")) > 0 ||
           workspace.figure(QStringLiteral("SELECT COUNT(*) FROM run WHERE state IN ('due', 'filling')")) > 0;
  }
  [[nodiscard]] std::unique_ptr<QProcess> startWorker() const {
    auto worker = std::make_unique<QProcess>();
    worker->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker->start(QStringLiteral(CRASH_WORKER), {fixture.path()});
    if (!worker->waitForStarted()) qFatal("no worker");
    return worker;
  }
  /// Lets one worker do all that is left to do now.
  void finishAll() const {
    const auto worker = startWorker();
    QVERIFY2(worker->waitForFinished(kLongestRunMs), "the last worker found no end");
    QCOMPARE(worker->exitStatus(), QProcess::NormalExit);
    QCOMPARE(worker->exitCode(), 0);
  }
  /// Kills one or two workers a random moment after `began`. Gives whether any was still alive.
  bool killOnce(const std::function<bool()>& began, int longestAfter) {
    std::vector<std::unique_ptr<QProcess>> workers;
    workersAtOnce = 1 + static_cast<int>(random.bounded(2));
    for (int i = 0; i < workersAtOnce; ++i) workers.push_back(startWorker());
    QElapsedTimer timer;
    timer.start();
    while (!began() && timer.elapsed() < kLongestStartMs) QThread::msleep(1);
    QThread::msleep(random.bounded(longestAfter));
    bool anyKilled = false;
    for (const auto& worker : workers) {
      anyKilled = anyKilled || worker->state() == QProcess::Running;
      worker->kill();
    }
    for (const auto& worker : workers) worker->waitForFinished();
    return anyKilled;
  }
  /// As if the time were over after which a provider is asked again about what it may have been asked already.
  void endWaiting() const {
    workspace.execute(QStringLiteral("UPDATE outbox SET take_back_at = 0 WHERE state = 'held' AND take_back_at > 0"));
  }
  /// Takes back what is to be taken back, however often it has to be asked.
  void takeBackAll() const {
    const QString wanted = QStringLiteral("state = 'held' AND take_back_at IS NOT NULL");
    for (int round = 0; round < 8 && rows(wanted) > 0; ++round) {
      endWaiting();
      finishAll();
      if (QTest::currentTestFailed()) return;
    }
    QCOMPARE(rows(wanted), 0);
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
  int workersAtOnce = 0;
  int campaigns = 0;
};

/// The provider's ids of what it will send, by the workspace's row.
std::map<qint64, QStringList> toBeSentByRow(KeptField& field) {
  std::map<qint64, QStringList> toBeSent;
  std::set<QString> tries;
  storage::Statement find(field.fixture.database(),
                          QStringLiteral("SELECT outbox_id FROM attempt WHERE client_id = ?"));
  for (const auto& message :
       must(providers::SandboxRecord::load(field.fixture.filePath(QStringLiteral("record.jsonl"))))) {
    if (!tries.insert(message.clientRef).second) qFatal("a try arrived twice");
    if (!must(find.bind(message.clientRef).next())) qFatal("a message arrived that the workspace knows nothing of");
    if (!field.sandbox.wasTakenBack(message)) toBeSent[find.integer(0)] << message.id;
    find.reset();
  }
  return toBeSent;
}

/// Messages that the provider took back while the workspace doesn't know of it yet.
qint64 takenBackUnheard(KeptField& field) {
  qint64 unheard = 0;
  storage::Statement find(field.fixture.database(),
                          QStringLiteral("SELECT 1 FROM outbox WHERE state = 'held' AND message_id = ?"));
  for (const auto& message : must(field.sandbox.record().since(0, 100000))) {
    if (!field.sandbox.wasTakenBack(message)) continue;
    if (must(find.bind(message.id).next())) ++unheard;
    find.reset();
  }
  return unheard;
}

/// Compares what the provider will send with what the workspace says of it, person by person.
void compareKept(KeptField& field) {
  const auto toBeSent = toBeSentByRow(field);
  storage::Statement list(field.fixture.database(),
                          QStringLiteral("SELECT id, state, message_id, take_back FROM outbox"));
  qint64 seen = 0;
  while (must(list.next())) {
    ++seen;
    const auto found = toBeSent.find(list.integer(0));
    const QStringList ids = found == toBeSent.end() ? QStringList() : found->second;
    QVERIFY2(ids.size() <= 1, "a person will be texted twice");
    const QString state = list.text(1);
    if (state == u"held") {
      QVERIFY2(list.isNull(3), qPrintable(QStringLiteral("a kept message is marked as “%1”").arg(list.text(3))));
      QCOMPARE(ids, QStringList{list.text(2)});
    } else if (state != u"in_doubt") {
      QVERIFY2(state == u"skipped" || state == u"pending", qPrintable(state));
      QVERIFY2(ids.isEmpty(), "somebody will be texted of whom the workspace says otherwise");
    }
  }
  QCOMPARE(seen, qint64{field.campaigns} * kPeople);
}

}  // namespace

/// Messages that a provider keeps until their time, handed over and taken back by programs that are killed meanwhile.
class KilledHoldingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsLostOrHandedOverTwiceWhenKilledAtRandomInstants() {
    KeptField field(newSeed());
    const int wanted = std::max(1, fromEnvironment("HELIOGRAPH_CRASH_KILLS", 110) / 3);
    int kills = 0;
    std::set<QString> cutOff;
    while (kills < wanted) {
      if (!field.hasToHandOver()) (void)field.publishNext();
      const qint64 before = field.sandbox.record().count();
      if (!field.killOnce([&] { return field.sandbox.record().count() > before; }, 100)) continue;
      ++kills;
      storage::Statement find(field.fixture.database(),
                              QStringLiteral("SELECT a.client_id FROM outbox o JOIN attempt a ON a.outbox_id = o.id "
                                             "AND a.number = o.tries WHERE o.state = 'sending'"));
      qint64 now = 0;
      while (must(find.next())) now += cutOff.insert(find.text(0)).second ? 1 : 0;
      QVERIFY2(now <= qint64{field.workersAtOnce} * kInFlightOfAWorker, "more left than may be in flight");
    }
    field.finishAll();
    compareKept(field);
    if (QTest::currentTestFailed()) return;
    const qint64 unclear = field.rows(QStringLiteral("state = 'in_doubt'"));
    QCOMPARE(field.rows(QStringLiteral("state = 'held'")) + unclear, qint64{field.campaigns} * kPeople);
    QVERIFY2(unclear <= static_cast<qint64>(cutOff.size()), "more is unclear than was in flight");
    qInfo() << kills << "kills," << field.campaigns << "runs," << field.sandbox.record().count() << "messages,"
            << unclear << "unclear of" << cutOff.size() << "in flight at the kills";

    settleKept(field);
    if (QTest::currentTestFailed()) return;
    compareKept(field);
    QCOMPARE(field.rows(QStringLiteral("state = 'held'")), qint64{field.campaigns} * kPeople);
    QCOMPARE(field.sandbox.record().count(), qint64{field.campaigns} * kPeople);
  }

  void whatIsTakenBackIsTakenBackWhenKilledAtRandomInstants() {
    KeptField field(newSeed());
    const delivery::RunControl control(field.fixture.database(), field.clock);
    const int wanted = std::max(1, fromEnvironment("HELIOGRAPH_CRASH_KILLS", 110) / 5);
    int kills = 0;
    int resumed = 0;
    qint64 unheard = 0;
    while (kills < wanted) {
      const RunId run = field.publishNext();
      field.finishAll();
      if (QTest::currentTestFailed()) return;
      const bool isPaused = field.random.bounded(2) == 0;
      must(isPaused ? control.pause(run) : control.stop(run));
      const QString ofRun = QStringLiteral("run_id = %1 AND ").arg(run.value);
      if (field.killOnce([&] { return field.rows(ofRun + QStringLiteral("take_back_tries > 0")) > 0; }, 80)) ++kills;
      unheard += takenBackUnheard(field);
      if (isPaused && field.random.bounded(2) == 0) {
        must(control.resume(run));
        ++resumed;
      }
      field.takeBackAll();
      if (QTest::currentTestFailed()) return;
      field.finishAll();
      compareKept(field);
      if (QTest::currentTestFailed()) return;
    }
    QCOMPARE(field.rows(QStringLiteral("state = 'in_doubt'")), 0);
    qInfo() << kills << "kills while taking back," << field.campaigns << "runs," << unheard
            << "taken back without being written down," << resumed << "resumed,"
            << field.rows(QStringLiteral("state = 'skipped'")) << "taken back for good";
  }

 private:
  /// Asks the provider about every unclear row, and hands over again what it doesn't have.
  static void settleKept(KeptField& field) {
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
};

QTEST_GUILESS_MAIN(KilledHoldingTest)
#include "killed_holding_test.moc"
