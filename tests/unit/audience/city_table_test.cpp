// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/city_table.h"

#include <QTest>

#include "audience/rules/near_test.h"

using namespace heliograph::audience;

class CityTableTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCityIsFoundByName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const char* region, const char* country, const char* found) {
      QTest::addRow("%s, %s, %s", name, region, country) << QString::fromUtf8(name) << QString::fromUtf8(region)
                                                         << QString::fromUtf8(country) << QString::fromUtf8(found);
    };
    row("Pune", "", "", "Pune IN Maharashtra");
    row(" pUNE ", "", "", "Pune IN Maharashtra");
    row("पुणे", "", "", "Pune IN Maharashtra");
    row("MÜNCHEN", "", "", "Munich DE Bavaria");
    row("Springfield", "", "", "Springfield US Missouri");
    row("Springfield", "illinois", "", "Springfield US Illinois");
    row("Springfield", "IL", "US", "Springfield US Illinois");
    row("Paris", "", "", "Paris FR Île-de-France");
    row("Paris", "", "US", "Paris US Texas");
    row("Paris", "", "united states", "Paris US Texas");
    row("Paris", "", "IN", "Paris FR Île-de-France");
    row("Paris", "Texas", "", "Paris US Texas");
    row("Nowhereton", "", "", "");
    row("", "", "", "");
  }
  void aCityIsFoundByName() {
    QFETCH(QString, name);
    QFETCH(QString, region);
    QFETCH(QString, country);
    const City* city = CityTable::builtIn().find(name, region, country);
    const QString found =
        city ? QStringList{city->name, city->country, city->region}.join(QLatin1Char(' ')) : QString();
    QTEST(found, "found");
  }

  void citiesAreOfferedByTheirBeginning() {
    const auto found = CityTable::builtIn().beginningWith(QStringLiteral("new y"), 3);
    QVERIFY(!found.empty());
    QCOMPARE(found.front()->name, QStringLiteral("New York City"));
    QVERIFY(CityTable::builtIn().beginningWith(QString(), 3).empty());
    QCOMPARE(CityTable::builtIn().beginningWith(QStringLiteral("bombay"), 3).front()->name, QStringLiteral("Mumbai"));
  }

  void citiesAreOfferedByTheBeginningOfTheirNameInAnyScript_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("city");
    const auto row = [](const char* text, const char* city) {
      QTest::newRow(city) << QString::fromUtf8(text) << QString::fromUtf8(city);
    };
    row("मुंब", "Mumbai");
    row("Αθή", "Athens");
    row("моск", "Moscow");
    row("القاه", "Cairo");
    row("ירוש", "Jerusalem");
    row("大阪", "Osaka");
  }
  void citiesAreOfferedByTheBeginningOfTheirNameInAnyScript() {
    QFETCH(QString, text);
    const auto found = CityTable::builtIn().beginningWith(text, 5);
    QVERIFY(!found.empty());
    QTEST(found.front()->name, "city");
    const auto larger = [](const City* one, const City* other) { return one->population > other->population; };
    QVERIFY(std::is_sorted(found.begin(), found.end(), larger));
  }

  void distancesAreThoseOfTheSphere() {
    QCOMPARE(kilometresBetween({0, 0}, {0, 0}), 0.0);
    QVERIFY(qAbs(kilometresBetween({90, 0}, {-90, 0}) - 20015.1) < 0.1);
    QVERIFY(qAbs(kilometresBetween({18.5196, 73.8554}, {19.0728, 72.8826}) - 119.3) < 1);  // Pune, Mumbai
    QVERIFY(kilometresBetween({-17.8, 179.9}, {-17.8, -179.9}) < 25);
  }

  void aPlaceIsByCoordinatesOrElseByCity() {
    const NearTest pune(NearRule{{{QStringLiteral("Pune"), 18.52, 73.86}}, 3, NearRule::Unit::Kilometres});
    QVERIFY(pune.holds(HomeFields{18.53, 73.86, {}, {}, {}}));
    QVERIFY(!pune.holds(HomeFields{18.56, 73.86, QStringLiteral("Pune"), {}, {}}));
    QVERIFY(pune.holds(HomeFields{18.56, std::nullopt, QStringLiteral("pune"), {}, {}}));
    QVERIFY(pune.holds(HomeFields{918.5, 73.86, QStringLiteral("pune"), {}, {}}));
    QVERIFY(!pune.holds(HomeFields{}));
    const NearTest miles(NearRule{{{QStringLiteral("Pune"), 18.52, 73.86}}, 3, NearRule::Unit::Miles});
    QVERIFY(miles.holds(HomeFields{18.56, 73.86, {}, {}, {}}));
    QVERIFY(NearTest::fromText(miles.toText()).holds(HomeFields{18.56, 73.86, {}, {}, {}}));
  }
};

QTEST_GUILESS_MAIN(CityTableTest)
#include "city_table_test.moc"
