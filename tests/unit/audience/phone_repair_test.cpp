// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/phone_repair.h"

#include <QTest>

namespace heliograph {

using audience::PhoneRepair;
using audience::Repair;
using audience::Repairs;

class PhoneRepairTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatASpreadsheetBrokeIsFound_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("number");
    const auto row = [](const char* name, const char* cell, const char* region, const char* kind, const char* number) {
      QTest::newRow(name) << QString::fromUtf8(cell) << QString::fromLatin1(region) << QString::fromLatin1(kind)
                          << QString::fromLatin1(number);
    };
    row("an exponent with all digits", "4.47911123456E+11", "GB", "scientific", "+447911123456");
    row("without a region", "4.47911123456E+11", "", "scientific", "+447911123456");
    row("with a comma", "4,47911123456E+11", "IE", "scientific", "+447911123456");
    row("a land line at home", "4,47911123456E+11", "DE", "scientific", "+49447911123456");
    row("small letter, no plus", "9.812345678e9", "IN", "scientific", "+919812345678");
    row("an exponent that ate digits", "4.47911E+11", "GB", "lost", "");
    row("one digit less than all", "4.4791112345E+11", "GB", "lost", "");
    row("digits that an exponent of Java ate", "4.479111234E11", "GB", "lost", "");
    row("an exponent after a whole number", "447911123E3", "GB", "lost", "");
    row("a lost plus", "447911123456", "", "plus", "+447911123456");
    row("a lost plus abroad", "447911123456", "US", "plus", "+447911123456");
    row("a plus lost, and a land line at home", "447911123456", "DE", "abroad", "+447911123456");
    row("a German land line, or New Zealand's", "64216555143", "DE", "abroad", "+64216555143");
    row("a French land line, or the Faroes'", "298505462", "FR", "abroad", "+298505462");
    row("00 where no region is set", "00447911123456", "", "plus", "+447911123456");
    row("a plus lost with blanks", "44 7911 123456", "US", "plus", "+447911123456");
    row("no zero where one is written", "7911123456", "GB", "zero", "+447911123456");
    row("no zero, with blanks", "7911 123 456", "GB", "zero", "+447911123456");
    row("a zero that is part of the number", "707070707", "CI", "zero", "+2250707070707");
    row("decimals of an amount", "447911123456.0", "", "decimals", "+447911123456");
    row("decimals with a comma", "9812345678,00", "IN", "decimals", "+919812345678");
    row("two numbers", "07911 123456 / 07911 654321", "GB", "two", "+447911123456");
    row("two numbers on two lines", "+447911123456\n+447911654321", "", "two", "+447911123456");
    row("the end of a second number", "0171 1234567 / 8", "DE", "two", "+491711234567");
    row("a word between two", "030 123456 OR 123457", "DE", "two", "+4930123456");
    row("a slash after the area code", "030/123456", "DE", "", "");
    row("after a long area code", "033203/123456", "DE", "", "");
    row("after one with its country", "+49 6421/6555143", "DE", "", "");
    row("whole already", "+447911123456", "", "", "");
    row("as people write it", "(079) 11-12 34.56", "GB", "", "");
    row("an apostrophe before it", "'07911123456", "GB", "", "");
    row("the region's own code", "447911123456", "GB", "", "");
    row("no zero where none is written", "2025550123", "US", "", "");
    row("no number", "none yet", "GB", "", "");
    row("too short", "12345", "GB", "", "");
    row("empty", "", "GB", "", "");
  }
  void whatASpreadsheetBrokeIsFound() {
    QFETCH(QString, cell);
    QFETCH(QString, region);
    QFETCH(QString, kind);
    QFETCH(QString, number);
    const auto reading = PhoneRepair(region.toStdString(), {}).read(cell.toStdString());
    QCOMPARE(reading.digitsLost, kind == QStringLiteral("lost"));
    QCOMPARE(reading.repair ? audience::repairName(*reading.repair) : reading.digitsLost ? kind : QString(), kind);
    QCOMPARE(QString::fromStdString(reading.repaired), number);
  }

  void onlyTheRepairsThatAreWantedAreDone_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("kind");
    QTest::newRow("exponent") << QStringLiteral("4.47911123456E+11") << QStringLiteral("scientific");
    QTest::newRow("plus") << QStringLiteral("14155552671") << QStringLiteral("plus");
    QTest::newRow("zero") << QStringLiteral("7911123456") << QStringLiteral("zero");
    QTest::newRow("decimals") << QStringLiteral("447911123456.0") << QStringLiteral("decimals");
    QTest::newRow("two") << QStringLiteral("+447911123456; +447911654321") << QStringLiteral("two");
  }
  void onlyTheRepairsThatAreWantedAreDone() {
    QFETCH(QString, cell);
    QFETCH(QString, kind);
    const Repairs wanted = *audience::repairsFromNames(kind);
    const auto done = PhoneRepair("GB", wanted).read(cell.toStdString());
    QCOMPARE(done.parsed.state, phone::PhoneState::Valid);
    QCOMPARE(done.parsed.number->e164().toStdString(), done.repaired);
    const auto left = PhoneRepair("GB", {}).read(cell.toStdString());
    QVERIFY(left.repair.has_value());
    QVERIFY(left.parsed.state != phone::PhoneState::Valid);
  }

  void aDoubtfulNumberIsOneAtHome_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("home");
    const auto row = [](const char* cell, const char* region, const char* home) {
      QTest::newRow(cell) << QString::fromLatin1(cell) << QString::fromLatin1(region) << QString::fromLatin1(home);
    };
    row("64216555143", "DE", "+4964216555143");
    row("298505462", "FR", "+33298505462");
    row("447911123456", "DE", "+49447911123456");
    row("4.47911123456E+11", "DE", "+49447911123456");
  }
  void aDoubtfulNumberIsOneAtHome() {
    QFETCH(QString, cell);
    QFETCH(QString, region);
    QFETCH(QString, home);
    const auto usual = PhoneRepair(region.toStdString(), audience::usualRepairs()).read(cell.toStdString());
    QCOMPARE(usual.parsed.number->e164(), home);
    const auto left = PhoneRepair(region.toStdString(), {}).read(cell.toStdString());
    QCOMPARE(left.parsed.state, phone::PhoneState::Invalid);
    const auto ticked = PhoneRepair(region.toStdString(), audience::usualRepairs() | Repair::Abroad);
    QVERIFY(ticked.read(cell.toStdString()).parsed.number->e164() != home);
  }

  void noDigitsAreGluedToANumber_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("region");
    QTest::newRow("lost to an exponent") << QStringLiteral("4.479111234E11") << QStringLiteral("GB");
    QTest::newRow("no number with an exponent") << QStringLiteral("1.23456789E8") << QStringLiteral("GB");
    QTest::newRow("the end of a second") << QStringLiteral("0171 1234567 / 8") << QStringLiteral("DE");
    QTest::newRow("a second without area code") << QStringLiteral("030 123456 or 123457") << QStringLiteral("DE");
    QTest::newRow("no number before a second") << QStringLiteral("0171 12345; 678") << QStringLiteral("DE");
  }
  void noDigitsAreGluedToANumber() {
    QFETCH(QString, cell);
    QFETCH(QString, region);
    const auto reading = PhoneRepair(region.toStdString(), audience::usualRepairs()).read(cell.toStdString());
    QCOMPARE(reading.parsed.state, phone::PhoneState::Invalid);
    QVERIFY(!reading.parsed.reason.isEmpty());
  }

  void kindsAreKnownByTheirNames() {
    QCOMPARE(audience::repairsFromNames(QStringLiteral("none")), Repairs());
    QCOMPARE(audience::repairsFromNames(QStringLiteral("scientific, zero")), Repair::Exponent | Repair::LostZero);
    QVERIFY(!audience::repairsFromNames(QStringLiteral("magic")));
    QVERIFY(!audience::repairsFromNames(QString()));
  }
};

}  // namespace heliograph

QTEST_GUILESS_MAIN(heliograph::PhoneRepairTest)
#include "phone_repair_test.moc"
