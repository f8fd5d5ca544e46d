// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/property_repository.h"
#include "copies_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::Variants;
using providers::SandboxBehaviour;
using test::CopiesWorld;
using test::must;

namespace {

Variants split(int shareOfB, int shareOfC = 0) {
  Variants variants;
  variants.kind = Variants::Kind::Split;
  variants.others = {test::copySaying("B", shareOfB)};
  if (shareOfC > 0) variants.others.push_back(test::copySaying("C", shareOfC));
  return variants;
}

Variants byTier() {
  Variants variants;
  variants.kind = Variants::Kind::ByProperty;
  variants.property = QStringLiteral("Tier");
  variants.others = {test::copySaying("gold", 0, QStringLiteral("Gold")),
                     test::copySaying("five", 0, QStringLiteral("5"))};
  return variants;
}

}  // namespace

class CopiesSendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSplitSendsEachCopyToItsShare() {
    CopiesWorld world(600);
    world.publish(split(30, 20));
    world.sendAll();
    QCOMPARE(world.now().state, RunState::Done);
    const qint64 a = world.arrived(QStringLiteral("A "));
    const qint64 b = world.arrived(QStringLiteral("B "));
    const qint64 c = world.arrived(QStringLiteral("C "));
    QCOMPARE(a + b + c, 600);
    QVERIFY2(std::abs(a - 300) < 62 && std::abs(b - 180) < 57 && std::abs(c - 120) < 49, "beyond five deviations");
    QCOMPARE(world.rows(QStringLiteral("copy = 0")), a);
    QCOMPARE(world.rows(QStringLiteral("copy = 1")), b);
  }

  void everyTryOfAPersonHasTheSameCopy() {
    CopiesWorld world(60);
    SandboxBehaviour busy;
    busy.mode = SandboxBehaviour::Mode::Throttle;
    busy.every = 15;
    world.sandbox.setBehaviour(busy);
    world.publish(split(50));
    world.sendAll();
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 60);
    QVERIFY(world.rows(QStringLiteral("tries > 1")) > 0);
    QCOMPARE(world.rows(QStringLiteral("substr(text, 1, 1) <> char(65 + copy)")), 0);
  }

  void byPropertyEachValueHasItsCopyAndTheRestTheFirst() {
    CopiesWorld world(9);
    const auto tier = must(audience::PropertyRepository(world.fixture.database(), world.clock)
                               .findOrCreate(QStringLiteral("Tier"), audience::PropertyType::Text));
    const QString column = audience::propertyColumn(tier.id);
    world.workspace.execute(
        QStringLiteral("UPDATE profile SET %1 = CASE id % 3 WHEN 0 THEN 'gold ' WHEN 1 THEN '5' END").arg(column));
    world.publish(byTier());
    world.sendAll();
    QCOMPARE(world.arrived(QStringLiteral("gold ")), 3);
    QCOMPARE(world.arrived(QStringLiteral("five ")), 3);
    QCOMPARE(world.arrived(QStringLiteral("A ")), 3);
  }

  void aCopyIsKeptThoughTheValueChangesLater() {
    CopiesWorld world(4);
    const auto tier = must(audience::PropertyRepository(world.fixture.database(), world.clock)
                               .findOrCreate(QStringLiteral("Tier"), audience::PropertyType::Text));
    const QString column = audience::propertyColumn(tier.id);
    world.workspace.execute(QStringLiteral("UPDATE profile SET %1 = 'Gold'").arg(column));
    world.publish(byTier(), campaign::Release::firstThenAsk(1));
    world.sendAll();
    QCOMPARE(world.arrived(QStringLiteral("gold ")), 1);
    world.workspace.execute(QStringLiteral("UPDATE profile SET %1 = NULL").arg(column));
    must(world.control().release(world.run));
    world.sendAll();
    QCOMPARE(world.arrived(QStringLiteral("gold ")), 4);
  }
};

QTEST_GUILESS_MAIN(CopiesSendingTest)
#include "copies_sending_test.moc"
