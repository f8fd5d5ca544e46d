// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/winner_choice.h"
#include "audience/events/event_catalog.h"
#include "audience/segment_sql.h"
#include "copies_world.h"
#include "delivery/outbox/winner_words.h"
#include "delivery/run/run_conversions.h"
#include "schedule/when.h"
#include "storage/transaction.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::Variants;
using campaign::WinnerRule;
using test::CopiesWorld;
using test::must;

namespace {

constexpr qint64 kAMinute = 60'000;

/// An A/B test whose copies are accepted at noon, and events after it.
struct GoalWorld : CopiesWorld {
  explicit GoalWorld(int count) : CopiesWorld(count), events(fixture.database(), clock) {
    charged = must(
        events.findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("Amount"), audience::PropertyType::Number},
                                                        {{}, QStringLiteral("Shop"), audience::PropertyType::Text}}));
  }

  void publishTest(int testPeople, WinnerRule::Tie tie = WinnerRule::Tie::First, int copies = 2,
                   WinnerRule::By by = WinnerRule::By::Conversions) {
    campaign::Campaign draft =
        workspace.addCampaign(test::SendingWorkspace::through(provider), "A {{ Profile.identity }}");
    draft.variants.kind = Variants::Kind::AbTest;
    draft.variants.testPeople = testPeople;
    draft.variants.others = {test::copySaying("B")};
    if (copies > 2) draft.variants.others.push_back(test::copySaying("C"));
    draft.variants.winner = {by, 60, tie};
    publish(draft);
  }
  void publish(campaign::Campaign draft) {
    draft.goal = goal;
    draft.revision = must(workspace.campaigns().save(draft, draft.revision));
    CopiesWorld::campaign = draft.id;
    run = workspace.publish(draft, people);
  }
  /// Sends what may be sent; everybody who got it got it at noon, when the run began.
  void sendAtNoon() {
    sendAll();
    const qint64 noon = clock.now().toMSecsSinceEpoch();
    workspace.execute(QStringLiteral("UPDATE attempt SET started_at = %1, finished_at = %1").arg(noon));
    workspace.execute(QStringLiteral("UPDATE run SET started_at = %1").arg(noon));
    sent = noon;
  }
  /// So many of those who got a copy do it, `after` milliseconds after noon.
  void convert(int copy, int count, qint64 after = kAMinute, double amount = 10,
               const QString& shop = QStringLiteral("Pune")) {
    const auto column = [&](const QString& name) {
      return audience::eventColumn(audience::findEventProperty(charged, name)->id);
    };
    workspace.execute(
        QStringLiteral("INSERT INTO %1 (profile_id, at, %2, %3) SELECT profile_id, %4, %5, '%6' FROM outbox "
                       "WHERE state = 'accepted' AND copy = %7 ORDER BY id LIMIT %8")
            .arg(audience::eventTable(charged.id), column(QStringLiteral("Amount")), column(QStringLiteral("Shop")))
            .arg(sent + after)
            .arg(amount)
            .arg(shop)
            .arg(copy)
            .arg(count));
  }
  /// So many of those who got a copy follow a link of it.
  void click(int copy, int count) const {
    workspace.execute(QStringLiteral("UPDATE outbox SET clicked_at = %1 WHERE id IN (SELECT id FROM outbox WHERE state "
                                     "= 'accepted' AND copy = %2 ORDER BY id LIMIT %3)")
                          .arg(sent + kAMinute)
                          .arg(copy)
                          .arg(count));
  }
  RunConversions counted() { return *must(countConversions(fixture.database(), now())); }

  audience::EventCatalog events;
  audience::EventType charged;
  audience::Goal goal{QStringLiteral("Charged"), {}, 3, audience::TimeUnit::Days, QStringLiteral("Amount")};
  qint64 sent = 0;
};

}  // namespace

class WinnerChoiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theCopyWithTheHighestShareWinsWhenItsTimeHasCome() {
    GoalWorld world(100);
    world.publishTest(20);
    world.sendAtNoon();
    QCOMPARE(world.now().decideBy, QString(decide_by::conversions));
    world.convert(0, 1);
    world.convert(1, 4);
    world.clock.advance(3599);
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Held);
    world.clock.advance(1);
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Done);
    QCOMPARE(world.now().winner, std::optional(1));
    QCOMPARE(world.arrived(QStringLiteral("B ")), 10 + 80);
    QCOMPARE(winnerText(world.now()),
             QStringLiteral("B won: 40.0 % converted, A 10.0 %. The program chose it. The difference may be chance: it "
                            "is less than 95 % sure."));
  }

  void whoWasNotThereInTimeAsksAPerson() {
    GoalWorld world(100);
    world.publishTest(20);
    world.sendAtNoon();
    QCOMPARE(must(world.workspace.campaigns().summary(world.campaign)).choosesAt, world.clock.now().addSecs(3600));
    world.convert(1, 4);
    world.clock.advance(3600 + schedule::kMissedAfterSeconds + 1);
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Held);
    QVERIFY(!must(world.workspace.campaigns().summary(world.campaign)).choosesAt.isValid());
    QCOMPARE(world.arrived(QStringLiteral("B ")), 10);
    QVERIFY(waitsForWinnerText(world.now())
                .contains(QStringLiteral("B led when it was late to choose: 40.0 % converted, A 0.0 %.")));
    must(world.control().chooseWinner(world.run, 1));
    world.sendAll();
    QCOMPARE(world.arrived(QStringLiteral("B ")), 10 + 80);
  }

  void aPersonMayChooseBefore() {
    GoalWorld world(100);
    world.publishTest(20);
    world.sendAtNoon();
    world.convert(1, 4);
    must(world.control().chooseWinner(world.run, 0));
    world.clock.advance(7200);
    world.sendAll();
    QCOMPARE(world.now().winner, std::optional(0));
    QCOMPARE(winnerText(world.now()), QStringLiteral("A won: a person chose it."));
  }

  void equalCopies_data() {
    QTest::addColumn<int>("converted");
    QTest::addColumn<bool>("ask");
    QTest::addColumn<QString>("words");
    QTest::newRow("the first of the equal ones")
        << 2 << false << "A and B are equal: 20.0 % converted. The program took the first, A.";
    QTest::newRow("nobody converted, the first")
        << 0 << false << "Nobody converted after any copy. The program took the first, A.";
    QTest::newRow("a person is asked") << 2 << true << "A and B are equal: 20.0 % converted.";
    QTest::newRow("nobody converted, a person is asked") << 0 << true << "Nobody converted after any copy.";
  }
  void equalCopies() {
    QFETCH(int, converted);
    QFETCH(bool, ask);
    QFETCH(QString, words);
    GoalWorld world(100);
    world.publishTest(20, ask ? WinnerRule::Tie::Ask : WinnerRule::Tie::First);
    world.sendAtNoon();
    world.convert(0, converted);
    world.convert(1, converted);
    world.clock.advance(3600);
    world.sendAll();
    QCOMPARE(world.now().state, ask ? RunState::Held : RunState::Done);
    QCOMPARE(world.now().winner, ask ? std::optional<int>() : std::optional(0));
    const QString text = ask ? runStateText(world.now()) : winnerText(world.now());
    QVERIFY2(text.contains(words), qPrintable(text));
    if (!ask) return;
    // It was looked at once: what comes later changes nothing until the person chooses.
    world.convert(1, 9, 2 * kAMinute);
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Held);
    must(world.control().chooseWinner(world.run, 1));
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Done);
  }

  void theFirstOfTheEqualOnesIsAheadOfTheRest() {
    GoalWorld world(100);
    world.publishTest(30, WinnerRule::Tie::First, 3);
    world.sendAtNoon();
    world.convert(1, 3);
    world.convert(2, 3);
    world.clock.advance(3600);
    world.sendAll();
    QCOMPARE(world.now().winner, std::optional(1));
  }

  void twoProgramsChooseOnce() {
    GoalWorld world(100);
    world.publishTest(20);
    world.sendAtNoon();
    world.convert(1, 4);
    world.clock.advance(3600);
    const Run seen = world.now();
    const WinnerChoice choice(world.fixture.database(), world.clock);
    QVERIFY(must(choice.settle(seen)));
    const Run chosen = world.now();
    // The other one still believes that nobody has chosen, and counts more by now.
    world.convert(0, 9);
    QVERIFY(!must(choice.settle(seen)));
    QCOMPARE(world.now(), chosen);
  }

  void whoIsKilledWhileChoosingHasChosenNothing() {
    GoalWorld world(100);
    world.publishTest(20);
    world.sendAtNoon();
    world.convert(1, 4);
    world.clock.advance(3600);
    const Run before = world.now();
    {
      // What was written ends with the program, as nothing was committed.
      auto transaction = must(storage::Transaction::begin(world.fixture.database()));
      QVERIFY(must(WinnerChoice(world.fixture.database(), world.clock).settle(before)));
    }
    QCOMPARE(world.now(), before);
    world.sendAll();
    QCOMPARE(world.now().winner, std::optional(1));
    QCOMPARE(world.now().state, RunState::Done);
    QCOMPARE(world.sandbox.record().count(), 100);
  }

  void clicksChoose_data() {
    QTest::addColumn<int>("ofA");
    QTest::addColumn<int>("ofB");
    QTest::addColumn<bool>("ask");
    QTest::addColumn<int>("winner");  // -1: a person is asked
    QTest::addColumn<QString>("words");
    QTest::newRow("the larger share") << 1 << 9 << false << 1
                                      << "B won: 90.0 % clicked, A 10.0 %. The program chose it.";
    QTest::newRow("equal, the first") << 3 << 3 << false << 0
                                      << "A and B are equal: 30.0 % clicked. The program took the first, A.";
    QTest::newRow("equal, a person") << 3 << 3 << true << -1 << "A and B are equal: 30.0 % clicked.";
    QTest::newRow("nobody, the first") << 0 << 0 << false << 0
                                       << "Nobody followed a link of any copy. The program took the first, A.";
  }
  void clicksChoose() {
    QFETCH(int, ofA);
    QFETCH(int, ofB);
    QFETCH(bool, ask);
    QFETCH(int, winner);
    QFETCH(QString, words);
    GoalWorld world(100);
    world.publishTest(20, ask ? WinnerRule::Tie::Ask : WinnerRule::Tie::First, 2, WinnerRule::By::Clicks);
    // As if what it is sent through told of clicks.
    world.workspace.execute(
        QStringLiteral("UPDATE campaign_version SET body = json_set(body, '$.asked.tells_clicks', json('true'))"));
    world.sendAtNoon();
    QCOMPARE(world.now().decideBy, QString(decide_by::clicks));
    world.click(0, ofA);
    world.click(1, ofB);
    world.clock.advance(3600);
    world.sendAll();
    QCOMPARE(world.now().winner, winner < 0 ? std::optional<int>() : std::optional(winner));
    const QString said = winner < 0 ? waitsForWinnerText(world.now()) : winnerText(world.now());
    QVERIFY2(said.contains(words), qPrintable(said));
    QCOMPARE(world.now().state, winner < 0 ? RunState::Held : RunState::Done);
  }

  void withoutSomethingToCountAPersonIsAsked_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("goal");
    QTest::newRow("clicks") << static_cast<int>(WinnerRule::By::Clicks) << true;
    QTest::newRow("no goal") << static_cast<int>(WinnerRule::By::Conversions) << false;
  }
  void withoutSomethingToCountAPersonIsAsked() {
    QFETCH(int, by);
    QFETCH(bool, goal);
    GoalWorld world(40);
    campaign::Campaign draft =
        world.workspace.addCampaign(test::SendingWorkspace::through(world.provider), "A {{ Profile.identity }}");
    draft.variants.kind = Variants::Kind::AbTest;
    draft.variants.testPeople = 10;
    draft.variants.others = {test::copySaying("B")};
    draft.variants.winner.by = static_cast<WinnerRule::By>(by);
    if (goal) draft.goal = world.goal;
    draft.revision = must(world.workspace.campaigns().save(draft, draft.revision));
    world.run = world.workspace.publish(draft, 40);
    world.sendAll();
    QCOMPARE(world.now().decideBy, QString(decide_by::person));
    world.clock.advance(7200);
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Held);
  }

  void aGoalThatCantBeCountedAnyMoreIsLeftToAPerson() {
    GoalWorld world(40);
    world.goal.revenue = QStringLiteral("Gone");
    world.publishTest(10);
    world.sendAtNoon();
    world.clock.advance(3600);
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Held);
    QCOMPARE(world.now().decideBy, QString(decide_by::person));
    QVERIFY(runStateText(world.now()).contains(QStringLiteral("can't be counted")));
  }

  void eventsCountFromTheMessageUntilTheTimesEnd_data() {
    constexpr qint64 day = 24 * 60 * kAMinute;
    QTest::addColumn<qint64>("after");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("unit");
    QTest::addColumn<bool>("counts");
    const auto row = [](const char* name, qint64 after, int count, audience::TimeUnit unit, bool counts) {
      QTest::newRow(name) << after << count << static_cast<int>(unit) << counts;
    };
    using audience::TimeUnit;
    row("a moment before", -1, 3, TimeUnit::Days, false);
    row("with the answer", 0, 3, TimeUnit::Days, true);
    row("a minute", kAMinute, 1, TimeUnit::Minutes, true);
    row("over a minute", kAMinute + 1, 1, TimeUnit::Minutes, false);
    row("two hours", 120 * kAMinute, 2, TimeUnit::Hours, true);
    row("over three days", 3 * day + 1, 3, TimeUnit::Days, false);
    row("a week", 7 * day, 1, TimeUnit::Weeks, true);
    row("five months", 150 * day, 5, TimeUnit::Months, true);
    row("over five months", 150 * day + 1, 5, TimeUnit::Months, false);
  }
  void eventsCountFromTheMessageUntilTheTimesEnd() {
    QFETCH(qint64, after);
    QFETCH(int, count);
    QFETCH(int, unit);
    QFETCH(bool, counts);
    GoalWorld world(20);
    world.goal.count = count;
    world.goal.unit = static_cast<audience::TimeUnit>(unit);
    world.publishTest(10);
    world.sendAtNoon();
    world.workspace.execute(QStringLiteral("UPDATE run SET started_at = started_at - 1000"));
    world.convert(0, 3, after);
    QCOMPARE(world.counted().sent.converted, counts ? 3 : 0);
  }

  void conditionsAndRevenueAreThoseOfTheEvents() {
    using Op = audience::SegmentOperator;
    GoalWorld world(20);
    world.goal.where = {{QStringLiteral("Amount"), Op::Greater, {50}},
                        {QStringLiteral("Shop"), Op::Equals, {QStringLiteral("pune")}}};
    world.publishTest(10);
    world.sendAtNoon();
    world.convert(0, 2, kAMinute, 100.25);
    world.convert(0, 1, 2 * kAMinute, 60);
    world.convert(0, 3, kAMinute, 50);
    world.convert(1, 3, kAMinute, 100, QStringLiteral("Goa"));
    const RunConversions counted = world.counted();
    QCOMPARE(counted.sent, (ConversionFigures{10, 2, 260.5}));
    QCOMPARE(counted.copies[0], (ConversionFigures{5, 2, 260.5}));
    QCOMPARE(counted.copies[1], (ConversionFigures{5, 0, 0}));
    QVERIFY(!counted.heldBack);
  }

  void whoIsHeldBackIsComparedFromTheRunsStartOn() {
    GoalWorld world(30);
    world.publishTest(10);
    world.sendAtNoon();
    world.workspace.execute(
        QStringLiteral("UPDATE outbox SET state = 'skipped', reason = 'control_group' WHERE id IN (SELECT "
                       "id FROM outbox WHERE state = 'pending' ORDER BY id LIMIT 8)"));
    world.workspace.execute(
        QStringLiteral("INSERT INTO %1 (profile_id, at, %2) SELECT profile_id, %3, 5 FROM outbox WHERE "
                       "state = 'skipped' ORDER BY id LIMIT 2")
            .arg(audience::eventTable(world.charged.id),
                 audience::eventColumn(audience::findEventProperty(world.charged, QStringLiteral("Amount"))->id))
            .arg(world.sent + kAMinute));
    const RunConversions counted = world.counted();
    QVERIFY(counted.heldBack);
    QCOMPARE(*counted.heldBack, (ConversionFigures{8, 2, 10}));
    QCOMPARE(counted.heldBack->revenueEach(), 1.25);
    QCOMPARE(counted.sent.converted, 0);
  }

  void eachRunHasItsOwnConversions() {
    GoalWorld world(20);
    world.publishTest(10);
    world.sendAtNoon();
    world.convert(0, 3);
    const RunId first = world.run;
    must(world.control().stop(first));
    world.clock.advance(30 * 24 * 3600);
    world.publishTest(10);
    world.sendAll();
    QCOMPARE(world.counted().sent.converted, 0);
    QCOMPARE(must(countConversions(world.fixture.database(),
                                   must(RunRepository(world.fixture.database(), world.clock).byId(first))))
                 ->sent.converted,
             3);
  }

  void theRuleOfSegmentsSpeaksOfTheSameConversions_data() {
    QTest::addColumn<bool>("did");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("people");
    QTest::newRow("converted") << true << "Test" << qint64{3};
    QTest::newRow("did not") << false << "Test" << qint64{27};
    QTest::newRow("a campaign without a goal") << true << "Plain" << qint64{0};
  }
  void theRuleOfSegmentsSpeaksOfTheSameConversions() {
    QFETCH(bool, did);
    QFETCH(QString, name);
    QFETCH(qint64, people);
    GoalWorld world(30);
    world.publishTest(10);
    world.sendAtNoon();
    world.convert(0, 3);
    world.convert(0, 2, 2 * kAMinute);
    world.convert(1, 3, -1);
    campaign::Campaign plain;
    plain.name = QStringLiteral("Plain");
    must(world.workspace.campaigns().create(plain));
    audience::Segment segment;
    audience::CampaignRule rule;
    rule.name = name;
    rule.what = audience::CampaignRule::What::Converted;
    rule.did = did;
    segment.rules.parts.push_back({rule});
    const audience::SegmentSql sql =
        must(audience::compileSegment(segment, world.fixture.database(), audience::EvaluationTime::local(world.clock)));
    storage::Statement count(world.fixture.database(),
                             QStringLiteral("SELECT COUNT(*) FROM profile p WHERE ") + sql.condition);
    for (const QVariant& value : sql.values) count.bindValue(value);
    QVERIFY(must(count.next()));
    QCOMPARE(count.integer(0), people);
  }

  void anEventThatNobodyEverDidConvertsNobody() {
    GoalWorld world(20);
    world.goal = {QStringLiteral("Never"), {}, 1, audience::TimeUnit::Hours, QStringLiteral("Amount")};
    world.publishTest(10);
    world.sendAtNoon();
    QCOMPARE(world.counted().sent, (ConversionFigures{10, 0, 0}));
  }

  void differencesMayBeChance_data() {
    QTest::addColumn<qint64>("sentA");
    QTest::addColumn<qint64>("convertedA");
    QTest::addColumn<qint64>("sentB");
    QTest::addColumn<qint64>("convertedB");
    QTest::addColumn<bool>("chance");
    const auto row = [](const char* name, qint64 sentA, qint64 a, qint64 sentB, qint64 b, bool chance) {
      QTest::newRow(name) << sentA << a << sentB << b << chance;
    };
    row("few people", 10, 1, 10, 4, true);
    row("many people", 10'000, 320, 10'000, 410, false);
    row("just not sure", 1000, 100, 1000, 126, true);
    row("just sure", 1000, 100, 1000, 128, false);
    row("nobody", 100, 0, 100, 0, true);
    row("everybody", 100, 100, 100, 100, true);
    row("nobody got it", 0, 0, 100, 50, true);
  }
  void differencesMayBeChance() {
    QFETCH(qint64, sentA);
    QFETCH(qint64, convertedA);
    QFETCH(qint64, sentB);
    QFETCH(qint64, convertedB);
    QFETCH(bool, chance);
    QCOMPARE(mayBeChance({sentA, convertedA}, {sentB, convertedB}), chance);
    QCOMPARE(mayBeChance({sentB, convertedB}, {sentA, convertedA}), chance);
  }
};

QTEST_GUILESS_MAIN(WinnerChoiceTest)
#include "winner_choice_test.moc"
