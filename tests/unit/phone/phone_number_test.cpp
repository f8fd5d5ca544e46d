// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "phone/phone_number.h"

using namespace heliograph;
using phone::PhoneState;

class PhoneNumberTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aNumberIsReadAsPeopleWriteIt_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("country");
    const auto row = [](const char* text, const char* region, const char* state, const char* e164 = "",
                        const char* country = "") {
      QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(region) << QString::fromLatin1(state)
                          << QString::fromLatin1(e164) << QString::fromLatin1(country);
    };
    row("+919812345678", "", "valid", "+919812345678", "IN");
    row("98123 45678", "IN", "valid", "+919812345678", "IN");
    row("09812345678", "IN", "valid", "+919812345678", "IN");
    row("0091 98123-45678", "IN", "valid", "+919812345678", "IN");
    row("'+91 98123 45678", "", "valid", "+919812345678", "IN");
    row("+44 (0)7400 123456", "", "valid", "+447400123456", "GB");
    row("(415) 555-2671", "US", "valid", "+14155552671", "US");
    row("+1 604 555 2671", "", "valid", "+16045552671", "CA");
    row("०९८१२३४५६७८", "IN", "valid", "+919812345678", "IN");
    row("+1 123 456 7890", "", "possible", "+11234567890", "US");
    row("", "IN", "none");
    row("  \t", "IN", "none");
    row("98123 45678", "", "invalid");
    row("+91 981", "", "invalid");
    row("+91 98123456789012", "", "invalid");
    row("+999 12345678", "", "invalid");
    row("not a number", "IN", "invalid");
    row("9.82E+09", "IN", "invalid");
    row("9812345678 / 9812345679", "IN", "invalid");
    row("+1 415 555 2671 ext. 12", "", "invalid");
  }
  void aNumberIsReadAsPeopleWriteIt() {
    QFETCH(QString, text);
    QFETCH(QString, region);
    const phone::ParsedPhone parsed = phone::parsePhone(text, region);
    QTEST(phone::phoneStateName(parsed.state), "state");
    QTEST(parsed.number ? parsed.number->e164() : QString(), "e164");
    QTEST(parsed.number ? parsed.number->region() : QString(), "country");
  }

  void aReasonSaysWhatIsWrongWithoutTheNumber_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("part");
    QTest::newRow("short") << QStringLiteral("+91 981") << QString() << QStringLiteral("too short");
    QTest::newRow("long") << QStringLiteral("+91 98123456789012") << QString() << QStringLiteral("too long");
    QTest::newRow("words") << QStringLiteral("call me") << QStringLiteral("IN")
                           << QStringLiteral("isn't a phone number");
    QTest::newRow("no code") << QStringLiteral("9812345678") << QString() << QStringLiteral("no default region");
    QTest::newRow("rounded") << QStringLiteral("9.82E+09") << QStringLiteral("IN") << QStringLiteral("spreadsheet");
    QTest::newRow("possible") << QStringLiteral("+11234567890") << QString() << QStringLiteral("known to be in use");
  }
  void aReasonSaysWhatIsWrongWithoutTheNumber() {
    QFETCH(QString, text);
    QFETCH(QString, region);
    QFETCH(QString, part);
    const QString reason = phone::parsePhone(text, region).reason;
    QVERIFY2(reason.contains(part), qPrintable(reason));
    QVERIFY(!reason.contains(QStringLiteral("981")));
  }

  /// Full-width digits only go the library's own, long way.
  void theShortWayGivesTheSameAsTheLongOne() {
    std::mt19937 dice(qEnvironmentVariableIntValue("HELIOGRAPH_SEED"));
    int valid = 0;
    for (const QString& region : phone::knownRegions()) {
      for (int i = 0; i < 150; ++i) {
        QString plain = QString::number(1 + dice() % 9);
        const auto length = int(6 + dice() % 6);
        while (plain.size() < length) plain += QString::number(dice() % 10);
        if (i % 2 == 0) plain = QLatin1Char('+') + plain;
        QString wide = plain;
        for (QChar& c : wide) c = c.isDigit() ? QChar(char16_t(c.unicode() - u'0' + u'\uFF10')) : c;
        const phone::ParsedPhone shortWay = phone::parsePhone(plain, region);
        const phone::ParsedPhone longWay = phone::parsePhone(wide, region);
        QVERIFY2(shortWay.state == longWay.state && shortWay.number == longWay.number, qPrintable(plain + region));
        if (shortWay.state == PhoneState::Valid) ++valid;
      }
    }
    QVERIFY2(valid > 1000, qPrintable(QString::number(valid)));
  }

  void aNumberOfNoCountryHasNoRegion() {
    const phone::ParsedPhone parsed = phone::parsePhone(QStringView(u"+80012345678"), QStringView());
    QVERIFY(parsed.number.has_value());
    QCOMPARE(parsed.number->region(), QString());
  }

  void regionsAreKnown() {
    QVERIFY(phone::isKnownRegion(u"IN"));
    QVERIFY(!phone::isKnownRegion(u"XX"));
    QVERIFY(phone::knownRegions().size() > 200);
  }

  void stateNamesReadBack() {
    for (const PhoneState state : {PhoneState::None, PhoneState::Invalid, PhoneState::Possible, PhoneState::Valid}) {
      QCOMPARE(phone::phoneStateFromName(phone::phoneStateName(state)), state);
    }
    QCOMPARE(phone::phoneStateFromName(u"anything"), PhoneState::Invalid);
  }
};

QTEST_GUILESS_MAIN(PhoneNumberTest)
#include "phone_number_test.moc"
