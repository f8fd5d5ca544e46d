// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/people_set.h"

#include <QRandomGenerator>
#include <QTest>
#include <set>

using namespace heliograph;
using namespace heliograph::delivery;

class PeopleSetTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nobodyIsInANewOne() {
    const PeopleSet people;
    QVERIFY(people.isEmpty());
    QVERIFY(!people.first().isValid());
    QVERIFY(!people.contains(ProfileId{1}));
  }

  void everybodyIsFoundAtTheirPlace_data() {
    QTest::addColumn<int>("every");
    QTest::newRow("everybody") << 1;
    QTest::newRow("every third") << 3;
    QTest::newRow("few") << 1000;
    QTest::newRow("far apart") << 100'000;
  }
  void everybodyIsFoundAtTheirPlace() {
    QFETCH(int, every);
    PeopleSet people;
    for (qint64 i = 1; i <= 20'000; ++i) people.add(ProfileId{i * every});
    QCOMPARE(people.count(), 20'000);
    for (qint64 i : {1, 2, 255, 256, 257, 4095, 4096, 4097, 19'999, 20'000}) {
      QCOMPARE(people.at(i - 1), ProfileId{i * every});
      QVERIFY(people.contains(ProfileId{i * every}));
    }
    QVERIFY(!people.at(20'000).isValid());
    QVERIFY(!people.at(-1).isValid());
    QVERIFY(!people.contains(ProfileId{every - 1}));
  }

  void theOrderOfAddingDoesNotMatter() {
    const bool given = qEnvironmentVariableIsSet("HELIOGRAPH_SEED");
    const quint32 seed =
        given ? qEnvironmentVariable("HELIOGRAPH_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("HELIOGRAPH_SEED=%u", seed);
    QRandomGenerator random(seed);
    for (const int range : {300, 9'000, 60'000, 2'000'000}) {
      std::set<qint64> wanted;
      PeopleSet mixed;
      std::vector<PeopleSet> pieces(5);
      for (int i = 0; i < 9'000; ++i) {
        const qint64 id = 1 + random.bounded(range);
        wanted.insert(id);
        mixed.add(ProfileId{id});
        pieces[static_cast<std::size_t>(random.bounded(5))].add(ProfileId{id});
      }
      PeopleSet sorted;
      for (const qint64 id : wanted) sorted.add(ProfileId{id});
      PeopleSet together;
      for (const PeopleSet& piece : pieces) together.add(piece);
      QCOMPARE(sorted.count(), static_cast<qint64>(wanted.size()));
      QCOMPARE(mixed, sorted);
      QCOMPARE(together, sorted);
      qint64 place = 0;
      for (const qint64 id : wanted) QCOMPARE(sorted.at(place++).value, id);
    }
  }

  void aCopyStaysAsItWas() {
    PeopleSet people{{1}, {2}};
    const PeopleSet copy = people;
    people.add(ProfileId{3});
    QCOMPARE(copy, (PeopleSet{{1}, {2}}));
    QCOMPARE(people.count(), 3);
  }

  void aMillionTakeLittle() {
    PeopleSet people;
    for (qint64 id = 1; id <= 1'000'000; ++id) people.add(ProfileId{id});
    QVERIFY2(people.bytes() < 200'000, qPrintable(QString::number(people.bytes())));
    PeopleSet few;
    for (qint64 id = 1; id <= 1'000'000; id += 1000) few.add(ProfileId{id});
    QVERIFY2(few.bytes() < 40'000, qPrintable(QString::number(few.bytes())));
  }
};

QTEST_GUILESS_MAIN(PeopleSetTest)
#include "people_set_test.moc"
