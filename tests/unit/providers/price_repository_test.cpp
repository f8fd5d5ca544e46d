// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/prices/price_repository.h"

#include <QTest>

#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::providers;

namespace {

Price price(const char* prefix, const char* country, qint64 micros, ProviderId provider = {}) {
  return {provider, QString::fromLatin1(prefix), QString::fromLatin1(country), {micros, QStringLiteral("EUR")}};
}

}  // namespace

class PriceRepositoryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    QVERIFY(m_fixture->database().execute(QStringLiteral(
        "INSERT INTO provider (id, name, type, settings, created_at) VALUES (1, 'One', 'sandbox', '{}', 0)")));
  }

  void savingTwiceKeepsOnePriceATarget() {
    QVERIFY(prices().save(price("91", "", 1)));
    QVERIFY(prices().save(price("+91 ", "", 2)));
    QVERIFY(prices().save(price("91", "", 3, ProviderId{1})));
    const auto list = prices().list();
    QCOMPARE(list->size(), 2u);
    QCOMPARE(list->front(), price("91", "", 2));
    QCOMPARE(list->back().provider, ProviderId{1});
  }

  void aCountryGetsItsCallingCode() {
    QVERIFY(prices().save(price("", "in", 1)));
    QCOMPARE(prices().list()->front(), price("91", "IN", 1));
  }

  void whatIsWrongIsRefused_data() {
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("letters") << "9a"
                             << ""
                             << "EUR" << qint64{1};
    QTest::newRow("national") << "091"
                              << ""
                              << "EUR" << qint64{1};
    QTest::newRow("too long") << "1234567890123456"
                              << ""
                              << "EUR" << qint64{1};
    QTest::newRow("no country") << ""
                                << "XX"
                                << "EUR" << qint64{1};
    QTest::newRow("of another country") << "49"
                                        << "IN"
                                        << "EUR" << qint64{1};
    QTest::newRow("no currency") << "91"
                                 << ""
                                 << "" << qint64{1};
    QTest::newRow("below nothing") << "91"
                                   << ""
                                   << "EUR" << qint64{-1};
  }
  void whatIsWrongIsRefused() {
    QFETCH(QString, prefix);
    QFETCH(QString, country);
    QFETCH(QString, currency);
    QFETCH(qint64, micros);
    const auto saved = prices().save({{}, prefix, country, {micros, currency}});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
    QVERIFY(prices().list()->empty());
  }

  void ofManyAllAreStoredOrNone() {
    QVERIFY(prices().save(price("49", "", 5)));
    QVERIFY(!prices().replaceAll({price("91", "", 1), price("x", "", 2)}));
    QVERIFY(!prices().saveAll({price("91", "", 1), price("33", "", 2, ProviderId{9})}));
    QCOMPARE(*prices().list(), std::vector<Price>{price("49", "", 5)});
    QVERIFY(prices().replaceAll({price("91", "", 1)}));
    QCOMPARE(*prices().list(), std::vector<Price>{price("91", "", 1)});
  }

  void aPriceIsMovedToAnotherPrefixButNotOntoAnother() {
    QVERIFY(prices().saveAll({price("49", "", 5), price("91", "", 1)}));
    const auto moved = prices().replace(price("49", "", 5), price("91", "", 5));
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::Conflict);
    QVERIFY(prices().replace(price("49", "", 5), price("43", "", 6)));
    QCOMPARE(*prices().list(), (std::vector<Price>{price("43", "", 6), price("91", "", 1)}));
    QCOMPARE(prices().replace(price("49", "", 5), price("44", "", 6)).error().code, ErrorCode::NotFound);
  }

  void aPriceGoesWithItsProvider() {
    QVERIFY(prices().saveAll({price("49", "", 5, ProviderId{1}), price("91", "", 1)}));
    QVERIFY(m_fixture->database().execute(QStringLiteral("DELETE FROM provider")));
    QCOMPARE(*prices().list(), std::vector<Price>{price("91", "", 1)});
    QVERIFY(prices().remove(price("91", "", 0)));
    QCOMPARE(prices().remove(price("91", "", 0)).error().code, ErrorCode::NotFound);
  }

 private:
  [[nodiscard]] PriceRepository prices() const { return PriceRepository(m_fixture->database()); }
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(PriceRepositoryTest)
#include "price_repository_test.moc"
