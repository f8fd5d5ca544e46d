// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/groups/seed_list.h"
#include "audience/property_repository.h"
#include "copies_world.h"
#include "delivery/courier/departure_desk.h"
#include "delivery/run/progress_watch.h"
#include "delivery/run/progress_words.h"
#include "delivery/run/run_filling.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::QuietRule;
using campaign::Variants;
using test::CopiesWorld;
using test::must;

namespace {

QDateTime instant(int day, int hour, int minute = 0) {
  return {QDate(2026, 11, day), QTime(hour, minute), Qt::UTC};
}
/// Thursday, 21:30 in India, where everybody is; 11:00 in New York.
const QDateTime kNight = instant(26, 16);
/// 08:00 in India.
const QDateTime kMorning = instant(27, 2, 30);

/// A workspace whose people, 1 to `count`, aren't to be disturbed from 21:00 to 08:00.
struct QuietWorld : CopiesWorld {
  explicit QuietWorld(int count) : CopiesWorld(count) {
    clock.set(kNight);
    must(WorkspaceQuiet(fixture.database()).set({schedule::QuietHours::usual(), "Asia/Kolkata"}));
  }

  void publishWith(const std::function<void(campaign::Campaign&)>& change) {
    campaign::Campaign draft = workspace.addCampaign(test::SendingWorkspace::through(provider));
    change(draft);
    draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    campaign = draft.id;
    run = workspace.publish(draft, people);
  }
  void publishPlain() {
    publishWith([](campaign::Campaign&) {});
  }
  /// Gives the people of these ids a zone of their own.
  void moveTo(const QString& zone, const QString& condition) const {
    workspace.execute(QStringLiteral("UPDATE profile SET time_zone = '%1' WHERE %2").arg(zone, condition));
  }
  [[nodiscard]] qint64 waiting() const { return rows(QStringLiteral("state = 'pending' AND quiet_until IS NOT NULL")); }
  [[nodiscard]] qint64 accepted() const { return rows(QStringLiteral("state = 'accepted'")); }
  /// Gives everybody their row, and sends nothing.
  void fillOnly() {
    must(RunRepository(fixture.database(), clock).startDue());
    auto filling = must(RunFilling::open(fixture.database(), clock, now(), QStringLiteral("filler"), options));
    while (must(filling.fill()) == RunFilling::Step::More) {
    }
  }
  [[nodiscard]] RunProgress progress() { return must(ProgressWatch(workspace.context()).look(now())); }
};

}  // namespace

class QuietSendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void textsWaitUntilQuietHoursAreOver() {
    QuietWorld world(20);
    world.publishPlain();
    world.sendAll();
    QCOMPARE(world.accepted(), 0);
    QCOMPARE(world.waiting(), 20);
    QCOMPARE(world.rows(QStringLiteral("quiet_until = %1").arg(kMorning.toMSecsSinceEpoch())), 20);
    QCOMPARE(world.now().state, RunState::Running);
    world.clock.set(kMorning.addSecs(-1));
    world.sendAll();
    QCOMPARE(world.accepted(), 0);
    world.clock.set(kMorning);
    world.sendAll();
    QCOMPARE(world.accepted(), 20);
    QCOMPARE(world.now().state, RunState::Done);
  }

  void manyWaitAtOnceWhateverTheProviderBears() {
    QuietWorld world(3000);
    world.provider = world.workspace.addSandbox(QStringLiteral("Slow"), world.sandbox.url(),
                                                {{QStringLiteral("max_per_second"), 1}});
    world.publishPlain();
    world.sendAll();
    QCOMPARE(world.waiting(), 3000);
  }

  void textsAreDiscardedIfTheCampaignSaysSo() {
    QuietWorld world(10);
    world.moveTo(QStringLiteral("America/New_York"), QStringLiteral("id <= 4"));
    world.publishWith([](campaign::Campaign& draft) { draft.quiet.then = QuietRule::Then::Discard; });
    world.sendAll();
    QCOMPARE(world.accepted(), 4);
    QCOMPARE(world.rows(QStringLiteral("state = 'skipped' AND reason = 'quiet_hours'")), 6);
    QCOMPARE(world.now().state, RunState::Done);
  }

  void eachPersonsOwnClockCounts() {
    QuietWorld world(10);
    world.moveTo(QStringLiteral("America/New_York"), QStringLiteral("id <= 4"));
    world.publishPlain();
    world.sendAll();
    QCOMPARE(world.accepted(), 4);
    QCOMPARE(world.rows(QStringLiteral("state = 'pending' AND profile_id > 4")), 6);
  }

  void thePropertyTzNamesAZone() {
    QuietWorld world(10);
    const auto tz = must(audience::PropertyRepository(world.fixture.database(), world.clock)
                             .findOrCreate(QStringLiteral("Tz"), audience::PropertyType::Text));
    world.workspace.execute(
        QStringLiteral("UPDATE profile SET %1 = 'Europe/London' WHERE id <= 3").arg(audience::propertyColumn(tz.id)));
    world.publishPlain();
    world.sendAll();
    QCOMPARE(world.accepted(), 3);
  }

  void whoseZoneIsntKnownHasThatOfTheHours() {
    QuietWorld world(4);
    world.workspace.execute(QStringLiteral("UPDATE profile SET country = 'US'"));
    world.publishPlain();
    world.sendAll();
    QCOMPARE(world.waiting(), 4);
  }

  void theCampaignDecidesWhetherItKeepsThem_data() {
    QTest::addColumn<int>("purpose");
    QTest::addColumn<int>("use");
    QTest::addColumn<bool>("sent");
    const int marketing = static_cast<int>(campaign::Purpose::Marketing);
    QTest::newRow("as the workspace") << marketing << static_cast<int>(QuietRule::Use::Workspace) << false;
    QTest::newRow("none") << marketing << static_cast<int>(QuietRule::Use::None) << true;
    QTest::newRow("its own, at noon") << marketing << static_cast<int>(QuietRule::Use::Own) << true;
    QTest::newRow("transactional") << static_cast<int>(campaign::Purpose::Transactional)
                                   << static_cast<int>(QuietRule::Use::Workspace) << true;
  }

  void theCampaignDecidesWhetherItKeepsThem() {
    QFETCH(int, purpose);
    QFETCH(int, use);
    QFETCH(bool, sent);
    QuietWorld world(5);
    world.publishWith([&](campaign::Campaign& draft) {
      draft.purpose = static_cast<campaign::Purpose>(purpose);
      draft.quiet.use = static_cast<QuietRule::Use>(use);
      draft.quiet.own.hours.setDay(4, {{12 * 60, 13 * 60}});
    });
    world.sendAll();
    QCOMPARE(world.accepted(), sent ? 5 : 0);
  }

  void whoWaitsLeavesWhenTheHoursAreSwitchedOff() {
    QuietWorld world(5);
    world.publishPlain();
    world.sendAll();
    QCOMPARE(world.waiting(), 5);
    must(WorkspaceQuiet(world.fixture.database()).set({}));
    world.sendAll();
    QCOMPARE(world.accepted(), 5);
  }

  void aSecondTryWaitsToo() {
    QuietWorld world(5);
    world.publishPlain();
    world.fillOnly();
    world.workspace.execute(
        QStringLiteral("UPDATE outbox SET tries = 1, not_before = 1, text = 'Hello', encoding = 'GSM-7', parts = 1"));
    world.sendAll();
    QCOMPARE(world.waiting(), 5);
    world.clock.set(kMorning);
    world.sendAll();
    QCOMPARE(world.accepted(), 5);
  }

  void whatWasPickedInTimeIsLookedAtAgainWhenItLeaves() {
    QuietWorld world(6);
    world.publishPlain();
    world.fillOnly();
    RunContexts contexts(world.workspace.context());
    RunContext* run = must(contexts.of(world.now()));
    const auto candidate = run->candidates().front();
    ProviderGates gates;
    gates.try_emplace(candidate->provider.id, 96);
    BatchPicker picker(world.fixture.database(), world.clock, QStringLiteral("me"), std::chrono::minutes(5));
    world.clock.set(instant(26, 15, 29));
    auto picking = must(storage::Transaction::begin(world.fixture.database()));
    auto batches = must(picker.pick({run}, gates, 6));
    must(picking.commit());
    const auto picked = static_cast<qint64>(batches.front().rows.size());
    QVERIFY(picked > 0);
    world.clock.set(instant(26, 15, 30));
    DepartureDesk desk(world.workspace.context(), QStringLiteral("me"), std::chrono::minutes(5));
    QVERIFY(must(desk.dispatch(std::move(batches))).empty());
    QCOMPARE(world.waiting(), picked);
    QCOMPARE(world.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt")), 0);
  }

  void colleaguesWaitToo() {
    QuietWorld world(3);
    must(audience::SeedList(world.fixture.database(), world.clock).add(test::SendingWorkspace::identity(3)));
    world.moveTo(QStringLiteral("America/New_York"), QStringLiteral("id <= 2"));
    world.publishPlain();
    world.sendAll();
    QCOMPARE(world.accepted(), 2);
    QCOMPARE(world.rows(QStringLiteral("seed = 1 AND quiet_until IS NOT NULL")), 1);
    QCOMPARE(world.now().state, RunState::Running);
    world.clock.set(kMorning);
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Done);
  }

  void aFirstBatchTakesThoseWhoAreAwake() {
    QuietWorld world(30);
    world.moveTo(QStringLiteral("America/New_York"), QStringLiteral("id <= 10"));
    world.publishWith([](campaign::Campaign& draft) { draft.release = campaign::Release::firstThenAsk(5); });
    world.sendAll();
    QCOMPARE(world.accepted(), 5);
    QCOMPARE(world.now().reason, QString(hold::firstSent));
    must(world.control().release(world.run));
    world.sendAll();
    QCOMPARE(world.accepted(), 10);
    QCOMPARE(world.waiting(), 20);
  }

  void aTestIsOverWhenItsLastPersonIsAwake() {
    QuietWorld world(20);
    world.moveTo(QStringLiteral("America/New_York"), QStringLiteral("id % 2 = 0"));
    world.publishWith([](campaign::Campaign& draft) {
      draft.variants.kind = Variants::Kind::AbTest;
      draft.variants.others = {test::copySaying("B")};
      draft.variants.testPeople = 18;
      draft.variants.winner.waitMinutes = 30;
    });
    world.sendAll();
    QVERIFY(world.waiting() > 0);
    QCOMPARE(world.now().state, RunState::Running);
    world.clock.set(kMorning);
    world.sendAll();
    QCOMPARE(world.accepted(), 18);
    QCOMPARE(world.now().reason, QString(hold::abTest));
    QCOMPARE(world.now().decideAt, kMorning.addSecs(30 * 60));
  }

  void aPauseOverNightAndAStopBehaveAsEver() {
    QuietWorld world(8);
    world.publishPlain();
    world.sendAll();
    must(world.control().pause(world.run));
    world.clock.set(kMorning);
    world.sendAll();
    QCOMPARE(world.accepted(), 0);
    world.clock.set(kNight.addDays(1));
    must(world.control().resume(world.run));
    world.sendAll();
    QCOMPARE(world.waiting(), 8);
    must(world.control().stop(world.run));
    QCOMPARE(world.rows(QStringLiteral("state = 'skipped' AND reason = 'campaign_stopped'")), 8);
  }

  void theProgressSaysWhoWaitsUntilWhen() {
    QuietWorld world(8);
    world.publishPlain();
    world.sendAll();
    const RunProgress progress = world.progress();
    QCOMPARE(progress.quiet, 8);
    QCOMPARE(progress.quietUntil, kMorning);
    QVERIFY(progress.quietAlike);
    QVERIFY(progress.quietOnly);
    QVERIFY(progress.waiting);
    const QString at = QLocale().toString(kMorning.toLocalTime(), QStringLiteral("ddd HH:mm"));
    QCOMPARE(headlineText(progress), QStringLiteral("Quiet hours: 8 wait until %1").arg(at));
  }

  void theCheckSaysWhoWouldWait() {
    QuietWorld world(10);
    world.moveTo(QStringLiteral("America/New_York"), QStringLiteral("id <= 4"));
    const campaign::Campaign draft = world.workspace.addCampaign(test::SendingWorkspace::through(world.provider));
    const CheckReport report = must(world.workspace.publisher().check(draft));
    QCOMPARE(report.quiet.guessed, 6);
    QCOMPARE(report.quiet.unknown, 0);
    QCOMPARE(report.quiet.waitingAt(kNight).people, 6);
    QStringList texts;
    for (const campaign::Issue& issue : report.issues) texts << issue.text;
    QVERIFY2(texts.contains(QStringLiteral("Quiet hours: if it starts now, 6 people wait until 08:00 (Kolkata).")),
             qPrintable(texts.join(QLatin1Char('\n'))));
  }
};

QTEST_GUILESS_MAIN(QuietSendingTest)
#include "quiet_sending_test.moc"
