// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/missing_prices.h"

#include <QTest>

#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;

namespace {

providers::Price price(const char* prefix, const char* country) {
  return {{}, QString::fromLatin1(prefix), QString::fromLatin1(country), {1, QStringLiteral("EUR")}};
}

}  // namespace

class MissingPricesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countriesWithoutAnyPriceAreMissing_data() {
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("missing");
    QTest::newRow("elsewhere") << "33"
                               << ""
                               << "IN US CA";
    QTest::newRow("everywhere") << ""
                                << ""
                                << "";
    QTest::newRow("by prefix") << "91"
                               << ""
                               << "US CA";
    QTest::newRow("part of a country") << "9198"
                                       << ""
                                       << "US CA";
    QTest::newRow("one that shares its prefix") << "1"
                                                << "CA"
                                                << "IN US";
  }
  void countriesWithoutAnyPriceAreMissing() {
    QFETCH(QString, prefix);
    QFETCH(QString, country);
    QFETCH(QString, missing);
    const std::vector<audience::CountryCount> countries{
        {QStringLiteral("IN"), 5}, {QStringLiteral("US"), 3}, {QStringLiteral("CA"), 1}};
    QStringList found;
    for (const auto& each :
         countriesWithoutPrice(countries, {price(prefix.toLatin1().constData(), country.toLatin1().constData())})) {
      found << each.country;
    }
    QCOMPARE(found.join(u' '), missing);
  }

  void onlyNumbersThatCanBeTextedCount() {
    test::WorkspaceFixture fixture;
    test::ManualClock clock;
    test::SendingWorkspace workspace(fixture.database(), clock);
    workspace.addPeople(3);
    workspace.addPerson(4, QStringLiteral("123"), QStringLiteral("invalid"));
    workspace.addPerson(5, QStringLiteral("+4915112345675"));
    workspace.execute(QStringLiteral("UPDATE profile SET country = 'DE' WHERE id = 5"));
    const auto counts = audience::countByCountry(fixture.database());
    QCOMPARE(*counts, (std::vector<audience::CountryCount>{{QStringLiteral("IN"), 3}, {QStringLiteral("DE"), 1}}));
  }
};

QTEST_GUILESS_MAIN(MissingPricesTest)
#include "missing_prices_test.moc"
