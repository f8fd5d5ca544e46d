// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/quiet_hours.h"

#include <QJsonDocument>
#include <QTimeZone>
#include <QtTest>

#include "schedule/person_zone.h"

Q_DECLARE_METATYPE(heliograph::schedule::QuietHours)

using namespace heliograph;
using namespace heliograph::schedule;

class QuietHoursTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void quietIsByTheClocksOfTheZone_data();
  void quietIsByTheClocksOfTheZone();
  void aChangeOfClocksDisturbsNobody_data();
  void aChangeOfClocksDisturbsNobody();
  void stretchesThatMeetAreOneQuiet();
  void severalStretchesOfADayAreKeptApart();
  void theNextChangeIsABeginOrAnEnd();
  void spansAreCutToTheTimeAskedFor();
  void oneDayIsCopiedToAll();
  void quietThatNeverEndsIsRefused();
  void timesThatAreNoneAreRefused_data();
  void timesThatAreNoneAreRefused();
  void wordsJoinEqualDays_data();
  void wordsJoinEqualDays();
  void aStretchIsReadAsItIsTyped_data();
  void aStretchIsReadAsItIsTyped();
  void jsonIsReadAsItWasWritten();
  void wrongJsonIsRefusedInWords_data();
  void wrongJsonIsRefusedInWords();
  void aPersonsZoneIsFoundWhereItIsKnown_data();
  void aPersonsZoneIsFoundWhereItIsKnown();
};

namespace {

constexpr int kHour = 60;

QDateTime utc(int year, int month, int day, int hour, int minute = 0) {
  return {QDate(year, month, day), QTime(hour, minute), Qt::UTC};
}

QuietHours eachDay(int from, int to) {
  QuietHours hours;
  hours.setDay(1, {{from, to}});
  hours.copyToAllDays(1);
  return hours;
}

/// 22:00 to 08:00 from Monday to Saturday, the whole Sunday.
QuietHours nightsAndSunday() {
  QuietHours hours = eachDay(22 * kHour, 8 * kHour);
  hours.setDay(7, {QuietRange{}});
  return hours;
}

}  // namespace

void QuietHoursTest::quietIsByTheClocksOfTheZone_data() {
  QTest::addColumn<QDateTime>("at");
  QTest::addColumn<QByteArray>("zone");
  QTest::addColumn<QDateTime>("until");  // invalid: not quiet
  const QByteArray berlin("Europe/Berlin");
  const QByteArray kolkata("Asia/Kolkata");
  // 2026-11-26 is a Thursday.
  QTest::newRow("in the evening") << utc(2026, 11, 26, 20, 59) << berlin << QDateTime();
  QTest::newRow("when it begins") << utc(2026, 11, 26, 21) << berlin << utc(2026, 11, 27, 7);
  QTest::newRow("after midnight") << utc(2026, 11, 27, 2) << berlin << utc(2026, 11, 27, 7);
  QTest::newRow("when it ends") << utc(2026, 11, 27, 7) << berlin << QDateTime();
  QTest::newRow("summer") << utc(2026, 7, 1, 5, 59) << berlin << utc(2026, 7, 1, 6);
  QTest::newRow("half-hour zone, before") << utc(2026, 11, 26, 16, 29) << kolkata << QDateTime();
  QTest::newRow("half-hour zone, in it") << utc(2026, 11, 26, 16, 30) << kolkata << utc(2026, 11, 27, 2, 30);
  QTest::newRow("quarter-hour zone") << utc(2026, 11, 26, 16, 15) << QByteArray("Asia/Kathmandu")
                                     << utc(2026, 11, 27, 2, 15);
  QTest::newRow("far west") << utc(2026, 11, 27, 8) << QByteArray("Pacific/Honolulu") << utc(2026, 11, 27, 18);
  QTest::newRow("far east") << utc(2026, 11, 26, 9) << QByteArray("Pacific/Auckland") << utc(2026, 11, 26, 19);
  QTest::newRow("the night before a whole day, and that day")
      << utc(2026, 11, 28, 22) << berlin << utc(2026, 11, 29, 23);
  QTest::newRow("a zone nobody knows") << utc(2026, 11, 27, 2) << QByteArray("Nowhere/None") << QDateTime();
}

void QuietHoursTest::quietIsByTheClocksOfTheZone() {
  QFETCH(QDateTime, at);
  QFETCH(QByteArray, zone);
  QFETCH(QDateTime, until);
  const QuietHours hours = nightsAndSunday();
  QCOMPARE(hours.isQuiet(at, zone), until.isValid());
  QCOMPARE(hours.quietUntil(at, zone).value_or(QDateTime()), until);
}

void QuietHoursTest::aChangeOfClocksDisturbsNobody_data() {
  QTest::addColumn<int>("from");
  QTest::addColumn<int>("to");
  QTest::addColumn<QDateTime>("at");
  QTest::addColumn<QByteArray>("zone");
  QTest::addColumn<QDateTime>("until");
  const QByteArray berlin("Europe/Berlin");
  const int half = kHour / 2;
  // The clocks go forward from 02:00 to 03:00 (01:00 UTC).
  QTest::newRow("a short night") << 22 * kHour << 8 * kHour << utc(2026, 3, 28, 23) << berlin << utc(2026, 3, 29, 6);
  QTest::newRow("the end is skipped") << 22 * kHour << 2 * kHour + half << utc(2026, 3, 29, 0, 30) << berlin
                                      << utc(2026, 3, 29, 1);
  QTest::newRow("the begin is skipped") << 2 * kHour + half << 5 * kHour << utc(2026, 3, 29, 1, 10) << berlin
                                        << utc(2026, 3, 29, 3);
  // They go back from 03:00 to 02:00 (01:00 UTC).
  QTest::newRow("a long night") << 22 * kHour << 8 * kHour << utc(2026, 10, 24, 21) << berlin << utc(2026, 10, 25, 7);
  QTest::newRow("the end comes twice") << 22 * kHour << 2 * kHour + half << utc(2026, 10, 25, 0, 45) << berlin
                                       << utc(2026, 10, 25, 1, 30);
  QTest::newRow("the begin comes twice") << 2 * kHour + half << 5 * kHour << utc(2026, 10, 25, 0, 30) << berlin
                                         << utc(2026, 10, 25, 4);
  QTest::newRow("half an hour back") << 22 * kHour << kHour + 45 << utc(2026, 4, 4, 14, 50)
                                     << QByteArray("Australia/Lord_Howe") << utc(2026, 4, 4, 15, 15);
  QTest::newRow("west") << 21 * kHour << 8 * kHour << utc(2026, 3, 8, 6) << QByteArray("America/New_York")
                        << utc(2026, 3, 8, 12);
}

void QuietHoursTest::aChangeOfClocksDisturbsNobody() {
  QFETCH(int, from);
  QFETCH(int, to);
  QFETCH(QDateTime, at);
  QFETCH(QByteArray, zone);
  QFETCH(QDateTime, until);
  QCOMPARE(eachDay(from, to).quietUntil(at, zone).value_or(QDateTime()), until);
  QVERIFY(!eachDay(from, to).isQuiet(until, zone));
}

void QuietHoursTest::stretchesThatMeetAreOneQuiet() {
  QuietHours hours;
  hours.setDay(4, {{12 * kHour, 13 * kHour}, {13 * kHour, 15 * kHour}, {14 * kHour, 16 * kHour}});
  QCOMPARE(*hours.quietUntil(utc(2026, 11, 26, 12), "UTC"), utc(2026, 11, 26, 16));
}

void QuietHoursTest::severalStretchesOfADayAreKeptApart() {
  QuietHours hours;
  hours.setDay(4, {{18 * kHour, 24 * kHour}, {12 * kHour, 13 * kHour}});
  QCOMPARE(*hours.quietUntil(utc(2026, 11, 26, 12, 30), "UTC"), utc(2026, 11, 26, 13));
  QVERIFY(!hours.isQuiet(utc(2026, 11, 26, 15), "UTC"));
  QCOMPARE(*hours.quietUntil(utc(2026, 11, 26, 18), "UTC"), utc(2026, 11, 27, 0));
}

void QuietHoursTest::theNextChangeIsABeginOrAnEnd() {
  const QuietHours hours = nightsAndSunday();
  QCOMPARE(*hours.nextChange(utc(2026, 11, 26, 12), "UTC"), utc(2026, 11, 26, 22));
  QCOMPARE(*hours.nextChange(utc(2026, 11, 26, 22), "UTC"), utc(2026, 11, 27, 8));
  QVERIFY(!QuietHours().nextChange(utc(2026, 11, 26, 12), "UTC"));
}

void QuietHoursTest::spansAreCutToTheTimeAskedFor() {
  const auto spans = nightsAndSunday().spans(utc(2026, 11, 26, 0), utc(2026, 11, 27, 0), "UTC");
  const std::vector<QuietSpan> wanted{{utc(2026, 11, 26, 0), utc(2026, 11, 26, 8)},
                                      {utc(2026, 11, 26, 22), utc(2026, 11, 27, 0)}};
  QCOMPARE(spans, wanted);
}

void QuietHoursTest::oneDayIsCopiedToAll() {
  QuietHours hours;
  hours.setDay(3, {{20 * kHour, 9 * kHour}});
  hours.copyToAllDays(3);
  QCOMPARE(hours, eachDay(20 * kHour, 9 * kHour));
}

void QuietHoursTest::quietThatNeverEndsIsRefused() {
  QuietHours hours = eachDay(8 * kHour, 7 * kHour + 59);
  QVERIFY(hours.check());
  hours.setDay(7, {QuietRange{}});
  QVERIFY(hours.check());
  for (int weekday = 1; weekday <= 7; ++weekday)
    hours.setDay(weekday, {{12 * kHour, 8 * kHour}, {7 * kHour, 13 * kHour}});
  QVERIFY(hours.isAlways());
  const auto checked = hours.check();
  QVERIFY(!checked);
  QVERIFY(checked.error().message.contains(QStringLiteral("nobody would ever get a message")));
}

void QuietHoursTest::timesThatAreNoneAreRefused_data() {
  QTest::addColumn<int>("from");
  QTest::addColumn<int>("to");
  QTest::newRow("no length") << 60 << 60;
  QTest::newRow("before the day") << -1 << 60;
  QTest::newRow("after the day") << 60 << 24 * kHour + 1;
  QTest::newRow("begins at its end") << 24 * kHour << 60;
}

void QuietHoursTest::timesThatAreNoneAreRefused() {
  QFETCH(int, from);
  QFETCH(int, to);
  QVERIFY(!eachDay(from, to).check());
}

void QuietHoursTest::wordsJoinEqualDays_data() {
  QTest::addColumn<QuietHours>("hours");
  QTest::addColumn<QString>("words");
  QTest::newRow("none") << QuietHours() << QStringLiteral("none");
  QTest::newRow("usual") << QuietHours::usual() << QStringLiteral("every day 21:00 to 08:00");
  QTest::newRow("but Sunday") << nightsAndSunday()
                              << QStringLiteral("Monday to Saturday 22:00 to 08:00, Sunday all day");
  QuietHours two;
  two.setDay(6, {{0, 9 * kHour}, {12 * kHour, 14 * kHour}, {20 * kHour, 24 * kHour}});
  two.setDay(7, two.day(6));
  QTest::newRow("several a day") << two
                                 << QStringLiteral(
                                        "Saturday and Sunday 00:00 to 09:00, 12:00 to 14:00 and 20:00 to "
                                        "24:00");
}

void QuietHoursTest::wordsJoinEqualDays() {
  QFETCH(QuietHours, hours);
  QFETCH(QString, words);
  QCOMPARE(describe(hours), words);
}

void QuietHoursTest::aStretchIsReadAsItIsTyped_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("read");  // empty: refused
  QTest::newRow("plain") << QStringLiteral("22:00-08:00") << QStringLiteral("22:00-08:00");
  QTest::newRow("short") << QStringLiteral("22-8") << QStringLiteral("22:00-08:00");
  QTest::newRow("words") << QStringLiteral(" 21:30 to 7.15 ") << QStringLiteral("21:30-07:15");
  QTest::newRow("dash") << QStringLiteral("12:00 \u2013 13:00") << QStringLiteral("12:00-13:00");
  QTest::newRow("all day") << QStringLiteral("All day") << QStringLiteral("00:00-24:00");
  QTest::newRow("until midnight") << QStringLiteral("20-24") << QStringLiteral("20:00-24:00");
  QTest::newRow("no end") << QStringLiteral("22:00") << QString();
  QTest::newRow("no time") << QStringLiteral("22:60-08:00") << QString();
  QTest::newRow("25 hours") << QStringLiteral("22-25") << QString();
  QTest::newRow("the same") << QStringLiteral("8-8") << QString();
  QTest::newRow("begins at 24") << QStringLiteral("24-8") << QString();
}

void QuietHoursTest::aStretchIsReadAsItIsTyped() {
  QFETCH(QString, typed);
  QFETCH(QString, read);
  const auto range = rangeFromText(typed);
  QCOMPARE(range ? rangeText(*range) : QString(), read);
}

void QuietHoursTest::jsonIsReadAsItWasWritten() {
  const QuietHours hours = nightsAndSunday();
  const QJsonObject json = toJson(hours);
  QCOMPARE(json.size(), 7);
  const auto read = quietHoursFromJson(json);
  QVERIFY(read);
  QCOMPARE(*read, hours);
}

void QuietHoursTest::wrongJsonIsRefusedInWords_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::newRow("no day") << QByteArray(R"({"monday": []})");
  QTest::newRow("no list") << QByteArray(R"({"mon": {"from": "22:00"}})");
  QTest::newRow("no end") << QByteArray(R"({"mon": [{"from": "22:00"}]})");
  QTest::newRow("no time") << QByteArray(R"({"mon": [{"from": "22:00", "to": "late"}]})");
}

void QuietHoursTest::wrongJsonIsRefusedInWords() {
  QFETCH(QByteArray, json);
  const auto read = quietHoursFromJson(QJsonDocument::fromJson(json).object());
  QVERIFY(!read);
  QVERIFY(read.error().message.startsWith(QStringLiteral("\"quiet_hours\"")));
}

void QuietHoursTest::aPersonsZoneIsFoundWhereItIsKnown_data() {
  QTest::addColumn<QByteArray>("profile");
  QTest::addColumn<QByteArray>("country");
  QTest::addColumn<int>("offset");  // in November, in minutes
  QTest::addColumn<int>("source");
  const int known = static_cast<int>(ZoneSource::Known);
  const int country = static_cast<int>(ZoneSource::Country);
  const int unknown = static_cast<int>(ZoneSource::Unknown);
  QTest::newRow("the profile's") << QByteArray("Asia/Tokyo") << QByteArray("IN") << 540 << known;
  QTest::newRow("a profile's that is none") << QByteArray("somewhere") << QByteArray("IN") << 330 << country;
  QTest::newRow("one zone, half an hour") << QByteArray() << QByteArray("IN") << 330 << country;
  QTest::newRow("two names of the same clocks") << QByteArray() << QByteArray("DE") << 60 << country;
  QTest::newRow("several zones") << QByteArray() << QByteArray("US") << -600 << unknown;
  QTest::newRow("an ocean apart") << QByteArray() << QByteArray("PT") << -600 << unknown;
  QTest::newRow("no country") << QByteArray() << QByteArray() << -600 << unknown;
  QTest::newRow("satellites") << QByteArray() << QByteArray("001") << -600 << unknown;
}

void QuietHoursTest::aPersonsZoneIsFoundWhereItIsKnown() {
  QFETCH(QByteArray, profile);
  QFETCH(QByteArray, country);
  QFETCH(int, offset);
  QFETCH(int, source);
  PersonZones zones("Pacific/Honolulu");
  const PersonZone zone = zones.of(profile.toStdString(), country.toStdString());
  QCOMPARE(QTimeZone(zone.zone).offsetFromUtc(utc(2026, 11, 26, 12)) / 60, offset);
  QCOMPARE(static_cast<int>(zone.source), source);
}

QTEST_GUILESS_MAIN(QuietHoursTest)
#include "quiet_hours_test.moc"
