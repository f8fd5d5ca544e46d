// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/cell_value.h"
#include "audience/type_guess.h"
#include "audience/zone_offsets.h"

using namespace heliograph::audience;

class CellValueTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void numbersAreRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("number");
    QTest::addColumn<bool>("guessed");
    const auto row = [](const char* text, bool number, bool guessed) {
      QTest::newRow(text) << QByteArray(text) << number << guessed;
    };
    row("0", true, true);
    row("42", true, true);
    row("-42", true, true);
    row("0.5", true, true);
    row("-1.25", true, true);
    row("1e3", true, false);
    row("+5", true, false);
    row("007", true, false);
    row("1234567890123456", true, false);
    row("1,5", false, false);
    row("1 000", false, false);
    row("inf", false, false);
    row("nan", false, false);
    row("12a", false, false);
    row("-", false, false);
    row("", false, false);
    row("1.2.3", false, false);
  }
  void numbersAreRead() {
    QFETCH(QByteArray, text);
    QTEST(readNumber(text.toStdString()).has_value(), "number");
    QTEST(looksLikeNumber(text.toStdString()), "guessed");
  }

  void wholeNumbersStayWhole() {
    QVERIFY(std::holds_alternative<std::int64_t>(*readNumber("9007199254740993")));
    QCOMPARE(std::get<std::int64_t>(*readNumber("9007199254740993")), std::int64_t{9007199254740993});
    QVERIFY(std::holds_alternative<double>(*readNumber("1.0")));
  }

  void booleansAreRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("value");
    for (const char* text : {"true", "TRUE", "Yes", "y", "on", "1", "t"}) QTest::newRow(text) << QByteArray(text) << 1;
    for (const char* text : {"false", "No", "N", "off", "0", "F"}) QTest::newRow(text) << QByteArray(text) << 0;
    for (const char* text : {"", "maybe", "truee", "2"}) QTest::newRow(text) << QByteArray(text) << -1;
  }
  void booleansAreRead() {
    QFETCH(QByteArray, text);
    const auto value = readBoolean(text.toStdString());
    QTEST(value ? int(*value) : -1, "value");
  }

  void typesAreGuessed_data() {
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<int>("type");
    const auto row = [](const char* name, const QStringList& cells, PropertyType type) {
      QTest::newRow(name) << cells << int(type);
    };
    row("nothing", {QString(), QString()}, PropertyType::Text);
    row("numbers", {QStringLiteral("1"), QString(), QStringLiteral("2.5")}, PropertyType::Number);
    row("codes", {QStringLiteral("1"), QStringLiteral("02")}, PropertyType::Text);
    row("a word among numbers", {QStringLiteral("1"), QStringLiteral("n/a")}, PropertyType::Text);
    row("booleans", {QStringLiteral("yes"), QStringLiteral("No")}, PropertyType::Boolean);
    row("ones and zeros", {QStringLiteral("1"), QStringLiteral("0")}, PropertyType::Number);
    row("letters", {QStringLiteral("y"), QStringLiteral("n")}, PropertyType::Text);
    row("dates", {QStringLiteral("2026-01-02"), QStringLiteral("2026-01-02 10:00")}, PropertyType::Date);
    row("other dates", {QStringLiteral("02/01/2026")}, PropertyType::Text);
  }
  void typesAreGuessed() {
    QFETCH(QStringList, cells);
    TypeGuess guess;
    for (const QString& cell : cells) guess.observe(cell.toStdString());
    QTEST(int(guess.type()), "type");
  }

  void utf8IsToldFromOtherBytes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray("abc") << true;
    QTest::newRow("all lengths") << QByteArray("é ह 😀") << true;
    QTest::newRow("latin 1") << QByteArray("caf\xE9") << false;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("too high") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("cut") << QByteArray("\xE0\xA4") << false;
    QTest::newRow("only a follower") << QByteArray("\x80") << false;
  }
  void utf8IsToldFromOtherBytes() {
    QFETCH(QByteArray, bytes);
    QTEST(isUtf8(std::string_view(bytes.constData(), std::size_t(bytes.size()))), "good");
  }

  void aClockIsTurnedIntoAnInstantAsQtDoes() {
    const QTimeZone zone("Europe/Berlin");
    ZoneOffsets offsets(zone);
    const QDateTime first(QDate(2025, 12, 1), QTime(0, 30), Qt::UTC);
    for (int hours = 0; hours < 24 * 400; ++hours) {
      const QDateTime utc = first.addSecs(hours * 3600);
      const QDateTime local(utc.date(), utc.time(), zone);
      const bool skipped = local.time() != utc.time();
      const bool twice = utc.date() == QDate(2026, 10, 25) && utc.time().hour() == 2;
      if (skipped || twice) continue;
      QCOMPARE(offsets.fromClock(utc.toMSecsSinceEpoch()), local.toMSecsSinceEpoch());
      QCOMPARE(offsets.at(utc.toMSecsSinceEpoch()), zone.offsetFromUtc(utc));
    }
  }
};

QTEST_GUILESS_MAIN(CellValueTest)
#include "cell_value_test.moc"
