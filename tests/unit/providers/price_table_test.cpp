// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/prices/price_table.h"

#include <QRandomGenerator>
#include <QTest>

using namespace heliograph;
using namespace heliograph::providers;

namespace {

constexpr ProviderId kOurs{7};
constexpr ProviderId kOther{8};

Price price(ProviderId provider, const char* prefix, const char* country, qint64 micros) {
  return {provider, QString::fromLatin1(prefix), QString::fromLatin1(country), {micros, QStringLiteral("EUR")}};
}

qint64 found(const Tariff& tariff, const std::string& number, const std::string& country = {}) {
  const Money* money = tariff.priceOf(number, country);
  return money ? money->micros : -1;
}

/// The rule of Price, price by price.
const Money* naive(const std::vector<Price>& prices, ProviderId provider, const std::string& digits,
                   const std::string& country) {
  const Price* best = nullptr;
  const auto rank = [](const Price& each) {
    return std::tuple(each.prefix.size(), each.provider.isValid(), !each.country.isEmpty());
  };
  for (const Price& each : prices) {
    if (each.provider.isValid() && each.provider != provider) continue;
    if (!digits.starts_with(each.prefix.toStdString())) continue;
    if (!each.country.isEmpty() && each.country.toStdString() != country) continue;
    if (!best || rank(each) > rank(*best)) best = &each;
  }
  return best ? &best->perPart : nullptr;
}

}  // namespace

class PriceTableTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theLongestPrefixWins() {
    const Tariff tariff = Tariff::of(kOurs, {price({}, "", "", 1), price({}, "91", "", 2), price({}, "9198", "", 3)});
    QCOMPARE(found(tariff, "+919812345678"), 3);
    QCOMPARE(found(tariff, "+917012345678"), 2);
    QCOMPARE(found(tariff, "+4915112345678"), 1);
    QCOMPARE(found(tariff, "919812345678"), 3);
  }

  void aNumberWithoutAPriceHasNone() {
    const Tariff tariff = Tariff::of(kOurs, {price({}, "91", "", 2), price(kOther, "", "", 1)});
    QCOMPARE(found(tariff, "+4915112345678"), -1);
    QCOMPARE(found(tariff, "+9"), -1);
    QCOMPARE(found(tariff, ""), -1);
  }

  void theProvidersOwnPriceGoesBeforeThatForAny() {
    const Tariff tariff =
        Tariff::of(kOurs, {price(kOurs, "91", "", 2), price({}, "91", "", 1), price({}, "91", "IN", 3)});
    QCOMPARE(found(tariff, "+919812345678", "IN"), 2);
    QCOMPARE(found(Tariff::of(kOther, {price(kOurs, "91", "", 2), price({}, "91", "", 1)}), "+919812345678"), 1);
  }

  void aLongerPrefixForAnyGoesBeforeAShorterOwnOne() {
    const Tariff tariff = Tariff::of(kOurs, {price(kOurs, "9", "", 2), price({}, "91", "", 1)});
    QCOMPARE(found(tariff, "+919812345678"), 1);
  }

  void countriesThatShareAPrefixAreKeptApart() {
    const Tariff tariff = Tariff::of(kOurs, {price({}, "1", "US", 1), price({}, "1", "CA", 2), price({}, "1", "", 3)});
    QCOMPARE(found(tariff, "+12125550100", "US"), 1);
    QCOMPARE(found(tariff, "+14165550100", "CA"), 2);
    QCOMPARE(found(tariff, "+18095550100", "DO"), 3);
  }

  void whatIsFreeCostsNothingAnywhere() {
    QCOMPARE(found(Tariff::free(), "+919812345678", "IN"), 0);
    QVERIFY(MoneySum(*Tariff::free().priceOf("+1", "")).isZero());
  }

  void randomTablesAgreeWithLookingAtEveryPrice() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto digits = [&](int most) {
      std::string text;
      for (int i = random.bounded(most + 1); i > 0; --i) text += static_cast<char>('0' + random.bounded(3));
      return text;
    };
    const std::vector<std::string> countries{"", "IN", "US"};
    const std::vector<ProviderId> providers{{}, kOurs, kOther};
    for (int round = 0; round < 200; ++round) {
      std::vector<Price> prices;
      for (int i = random.bounded(30); i > 0; --i) {
        const Price next = price(providers[random.bounded(3u)], digits(5).c_str(),
                                 countries[random.bounded(3u)].c_str(), static_cast<qint64>(prices.size()));
        const bool taken = std::any_of(prices.begin(), prices.end(),
                                       [&](const Price& each) { return each.target() == next.target(); });
        if (!taken) prices.push_back(next);
      }
      const Tariff tariff = Tariff::of(kOurs, prices);
      for (int i = 0; i < 50; ++i) {
        const std::string number = digits(8);
        const std::string country = countries[random.bounded(3u)];
        const Money* expected = naive(prices, kOurs, number, country);
        QCOMPARE(found(tariff, number, country), expected ? expected->micros : -1);
      }
    }
  }
};

QTEST_GUILESS_MAIN(PriceTableTest)
#include "price_table_test.moc"
