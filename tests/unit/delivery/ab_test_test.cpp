// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copies_world.h"
#include "delivery/outbox/outbox.h"
#include "delivery/run/progress_words.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::Variants;
using providers::SandboxBehaviour;
using test::CopiesWorld;
using test::must;

namespace {

Variants abTest(int people, int copies = 2) {
  Variants variants;
  variants.kind = Variants::Kind::AbTest;
  variants.testPeople = people;
  variants.others = {test::copySaying("B")};
  if (copies > 2) variants.others.push_back(test::copySaying("C"));
  return variants;
}

}  // namespace

class AbTestTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theTestIsSentAndTheOthersWaitForTheWinner() {
    CopiesWorld world(300);
    world.publish(abTest(60));
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Held);
    QCOMPARE(world.now().reason, QString(hold::abTest));
    QCOMPARE(world.arrived(QStringLiteral("A ")), 30);
    QCOMPARE(world.arrived(QStringLiteral("B ")), 30);
    QCOMPARE(world.rows(QStringLiteral("state = 'pending' AND copy IS NULL")), 240);
    QCOMPARE(world.now().decideAt, world.clock.now().addSecs(60 * 60));
    // Whoever comes back later finds it held.
    world.sendAll();
    QCOMPARE(world.sandbox.record().count(), 60);
  }

  void theOthersGetTheCopyThatWon() {
    CopiesWorld world(300);
    world.publish(abTest(60, 3));
    world.sendAll();
    must(world.control().chooseWinner(world.run, 2));
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Done);
    QCOMPARE(world.now().winner, std::optional(2));
    QCOMPARE(world.arrived(QStringLiteral("A ")), 20);
    QCOMPARE(world.arrived(QStringLiteral("B ")), 20);
    QCOMPARE(world.arrived(QStringLiteral("C ")), 260);
    QCOMPARE(world.rows(QStringLiteral("copy = 2")), 260);
  }

  void theOthersWaitForTheWinnerAndNotForAProvider() {
    CopiesWorld world(100);
    world.publish(abTest(20));
    world.sendAll();
    QVERIFY(world.rows(QStringLiteral("state = 'pending'")) > 0);
    QVERIFY(must(delivery::Outbox(world.fixture.database()).canTake(world.run, world.provider, std::nullopt)));
  }

  void theWinnerIsChosenOnceAndOnlyOfATestThatWasSent() {
    CopiesWorld world(100);
    world.publish(abTest(20));
    QCOMPARE(world.control().chooseWinner(world.run, 1).error().code, ErrorCode::Conflict);
    world.sendAll();
    QCOMPARE(world.control().chooseWinner(world.run, 2).error().code, ErrorCode::InvalidInput);
    must(world.control().chooseWinner(world.run, 1));
    const auto second = world.control().chooseWinner(world.run, 0);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QVERIFY(second.error().message.contains(QStringLiteral("copy B")));
    QCOMPARE(world.now().winner, std::optional(1));
  }

  void nobodyLetsTheRestGoWithoutAWinner() {
    CopiesWorld world(100);
    world.publish(abTest(20));
    world.sendAll();
    QCOMPARE(world.control().release(world.run).error().code, ErrorCode::Conflict);
    QCOMPARE(world.now().state, RunState::Held);
    must(world.control().stop(world.run));
    QCOMPARE(world.rows(QStringLiteral("state = 'skipped'")), 80);
  }

  void everybodyIsInATestThatIsAsLargeAsTheAudience_data() {
    QTest::addColumn<int>("size");
    QTest::newRow("as large") << 40;
    QTest::newRow("larger") << 5000;
  }
  void everybodyIsInATestThatIsAsLargeAsTheAudience() {
    QFETCH(int, size);
    CopiesWorld world(40);
    world.publish(abTest(size));
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Done);
    QVERIFY(!world.now().winner);
    QCOMPARE(world.arrived(QStringLiteral("A ")), 20);
    QCOMPARE(world.arrived(QStringLiteral("B ")), 20);
  }

  void whoIsRefusedCountsAsTestedAndWhoIsUnclearKeepsNobodyWaiting_data() {
    QTest::addColumn<int>("mode");
    QTest::newRow("refused") << static_cast<int>(SandboxBehaviour::Mode::Refuse);
    QTest::newRow("closed on") << static_cast<int>(SandboxBehaviour::Mode::Close);
  }
  void whoIsRefusedCountsAsTestedAndWhoIsUnclearKeepsNobodyWaiting() {
    QFETCH(int, mode);
    CopiesWorld world(100);
    SandboxBehaviour behaviour;
    behaviour.mode = static_cast<SandboxBehaviour::Mode>(mode);
    behaviour.every = 4;
    world.sandbox.setBehaviour(behaviour);
    world.publish(abTest(40));
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Held);
    QCOMPARE(world.rows(QStringLiteral("state IN ('accepted', 'refused', 'in_doubt')")), 40);
    QVERIFY(world.rows(QStringLiteral("state IN ('refused', 'in_doubt')")) > 0);
  }

  void twoProgramsTogetherSendNoMoreThanTheTest() {
    CopiesWorld world(300);
    SandboxBehaviour slow;
    slow.delayMs = 10;
    world.sandbox.setBehaviour(slow);
    world.publish(abTest(90, 3));
    DeliveryService first(world.workspace.context(), world.options);
    DeliveryService second(world.workspace.context(), world.options);
    first.start(2);
    second.start(2);
    QTRY_COMPARE_WITH_TIMEOUT(world.now().state, RunState::Held, CopiesWorld::patience);
    QCOMPARE(world.sandbox.record().count(), 90);
    must(world.control().chooseWinner(world.run, 1));
    first.wake();
    second.wake();
    QTRY_COMPARE_WITH_TIMEOUT(world.now().state, RunState::Done, CopiesWorld::patience);
    first.stop();
    second.stop();
    QCOMPARE(world.sandbox.record().count(), 300);
    QCOMPARE(world.arrived(QStringLiteral("B ")), 30 + 210);
  }

  void aTestAsksNobodyAfterAFirstBatch() {
    CopiesWorld world(100);
    world.publish(abTest(20), campaign::Release::firstThenAsk(10));
    world.sendAll();
    QCOMPARE(world.now().reason, QString(hold::abTest));
    QCOMPARE(world.sandbox.record().count(), 20);
  }

  void whoeverIsPausedInTheTestGoesOnWithIt() {
    CopiesWorld world(100);
    world.publish(abTest(20));
    must(RunRepository(world.fixture.database(), world.clock).startDue());
    must(world.control().pause(world.run));
    must(world.control().resume(world.run));
    world.sendAll();
    QCOMPARE(world.now().reason, QString(hold::abTest));
    QCOMPARE(world.sandbox.record().count(), 20);
  }

  void theSizesAreEqualAndRoundedDown_data() {
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("copies");
    QTest::addColumn<qint64>("people");
    QTest::addColumn<qint64>("each");
    QTest::addColumn<qint64>("rest");
    QTest::newRow("a tenth") << 10 << 2 << qint64{41203} << qint64{2060} << qint64{37083};
    QTest::newRow("three copies") << 15 << 3 << qint64{2000000} << qint64{100000} << qint64{1700000};
    QTest::newRow("not divisible") << 10 << 3 << qint64{1000} << qint64{33} << qint64{901};
    QTest::newRow("at least one each") << 1 << 3 << qint64{10} << qint64{1} << qint64{7};
    QTest::newRow("everybody") << 100 << 2 << qint64{11} << qint64{5} << qint64{0};
    QTest::newRow("fewer than copies") << 10 << 3 << qint64{2} << qint64{0} << qint64{0};
    QTest::newRow("nobody") << 10 << 2 << qint64{0} << qint64{0} << qint64{0};
  }
  void theSizesAreEqualAndRoundedDown() {
    QFETCH(int, percent);
    QFETCH(int, copies);
    QFETCH(qint64, people);
    QFETCH(qint64, each);
    QFETCH(qint64, rest);
    Variants variants = abTest(0, copies);
    variants.testPercent = percent;
    const campaign::TestSizes sizes = campaign::testSizes(variants, people);
    QCOMPARE(sizes.each, each);
    QCOMPARE(sizes.rest, rest);
    QCOMPARE(sizes.test + sizes.rest, people);
  }
};

QTEST_GUILESS_MAIN(AbTestTest)
#include "ab_test_test.moc"
