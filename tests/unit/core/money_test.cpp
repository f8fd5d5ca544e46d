// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money.h"

#include <QLocale>
#include <QTest>
#include <limits>

using namespace heliograph;

namespace {

const QString kEuro = QStringLiteral("EUR");
const QString kDollar = QStringLiteral("USD");
const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);

}  // namespace

class MoneyTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QLocale::setDefault(kBritish); }

  void amountsAreReadExactly_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("cents") << QStringLiteral("0.0455") << qint64{45500};
    QTest::newRow("whole") << QStringLiteral("12") << qint64{12000000};
    QTest::newRow("six decimals") << QStringLiteral(" 0.000001 ") << qint64{1};
    QTest::newRow("nothing") << QStringLiteral("0") << qint64{0};
    QTest::newRow("the most") << QStringLiteral("999999999.999999") << qint64{999999999999999};
  }
  void amountsAreReadExactly() {
    QFETCH(QString, text);
    QFETCH(qint64, micros);
    const auto money = Money::parse(text, u"eur");
    QVERIFY(money.has_value());
    QCOMPARE(money->micros, micros);
    QCOMPARE(money->currency, kEuro);
    QCOMPARE(Money::parse(money->decimal(), kEuro)->micros, micros);
  }

  void whatIsNoAmountIsRefused_data() {
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    for (const char* amount : {"", ".", "1.", ".5", "-1", "+1", "1,5", "1e3", "0.0000001", "1000000000", "1 000", "x"})
      QTest::newRow(amount) << QString::fromLatin1(amount) << kEuro;
    for (const char* code : {"", "EU", "EURO", "E1R"})
      QTest::addRow("currency %s", code) << QStringLiteral("1") << QString::fromLatin1(code);
  }
  void whatIsNoAmountIsRefused() {
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    const auto money = Money::parse(amount, currency);
    QVERIFY(!money);
    QCOMPARE(money.error().code, ErrorCode::InvalidInput);
  }

  void amountsAreShownToTheSmallestCoin_data() {
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("exact");
    const auto row = [](const char* name, qint64 micros, const char* currency, const char* text, const char* exact) {
      QTest::newRow(name) << micros << QString::fromLatin1(currency) << QString::fromUtf8(text)
                          << QString::fromUtf8(exact);
    };
    row("euro", 1530200000, "EUR", "€1,530.20", "€1,530.20");
    row("rounded", 1530205000, "EUR", "€1,530.21", "€1,530.205");
    row("a price", 45500, "EUR", "€0.05", "€0.0455");
    row("less than a coin", 400, "EUR", "€0.0004", "€0.0004");
    row("half a coin", 5000, "EUR", "€0.01", "€0.005");
    row("nothing", 0, "EUR", "€0.00", "€0.00");
    row("negative", -3000000, "USD", "−$3.00", "−$3.00");
    row("without a sign of its own", 2500000, "CHF", "CHF 2.50", "CHF 2.50");
    row("no coins", 1234000000, "JPY", "¥1,234", "¥1,234");
    row("thousandths", 1500000, "KWD", "KWD 1.500", "KWD 1.500");
    row("one millionth", 1, "USD", "$0.000001", "$0.000001");
  }
  void amountsAreShownToTheSmallestCoin() {
    QFETCH(qint64, micros);
    QFETCH(QString, currency);
    QFETCH(QString, text);
    QFETCH(QString, exact);
    const Money money{micros, currency};
    QCOMPARE(money.text(), text);
    QCOMPARE(money.exactText(), exact);
  }

  void theLocaleHasItsOwnSeparatorsAndDigits() {
    const Money money{1530200000, kEuro};
    QCOMPARE(money.text(QLocale(QLocale::German)), QStringLiteral("€1.530,20"));
    QVERIFY(money.text(QLocale(QLocale::Arabic, QLocale::Egypt)).contains(QChar(0x0661)));
  }

  void whatDoesNotFitIsNothing() {
    QVERIFY(!(Money{std::numeric_limits<qint64>::max(), kEuro}).times(2));
    QCOMPARE((Money{45500, kEuro}).times(3)->micros, 136500);
  }

  void sumsKeepCurrenciesApart() {
    MoneySum sum;
    sum.add({45500, kEuro}, 1000);
    sum.add({12000000, kDollar});
    QCOMPARE(sum.text(), QStringLiteral("€45.50 + $12.00"));
    sum.add({1484700000, kEuro});
    QCOMPARE(sum.shortText(), QStringLiteral("€1,530 + $12.00"));
  }

  void nothingIsNoCurrency() {
    MoneySum sum;
    sum.add({0, kEuro});
    sum.add({0, {}}, 5);
    QVERIFY(sum.isZero());
    QCOMPARE(sum.text(), QStringLiteral("0"));
    sum.add({5, kEuro});
    sum.add({-5, kEuro});
    QVERIFY(sum.isZero());
  }

  void aChangeHasASign() {
    MoneySum before(Money{10000000, kEuro});
    MoneySum after(Money{34000000, kEuro});
    after.add({-3000000, kDollar});
    QCOMPARE((after - before).changeText(), QStringLiteral("+€24.00, −$3.00"));
    QCOMPARE((before - before).changeText(), QStringLiteral("0"));
  }

  void aSumBeyondAllMeasureStaysTheLargest() {
    MoneySum sum;
    const qint64 most = std::numeric_limits<qint64>::max();
    sum.add({most, kEuro});
    sum.add({most, kEuro}, 3);
    QCOMPARE(sum.micros().at(kEuro), most);
    sum.add({most, kEuro}, -5);
    QVERIFY(sum.micros().at(kEuro) < 0);
  }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "money_test.moc"
