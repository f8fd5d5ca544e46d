// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/local_time.h"

#include <QtTest>

using namespace heliograph;
using namespace heliograph::schedule;

class LocalTimeTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aWallTimeBecomesAnInstant_data();
  void aWallTimeBecomesAnInstant();
  void anUnknownZoneIsRefusedInWords();
  void aMissingDateIsRefused();
  void wordsNameDayTimeAndZone();
  void aClockChangeIsTold_data();
  void aClockChangeIsTold();
  void anInstantIsShownInAZone();
};

namespace {
LocalTime berlin(int year, int month, int day, int hour, int minute) {
  return {QDate(year, month, day), QTime(hour, minute), "Europe/Berlin"};
}
}  // namespace

void LocalTimeTest::aWallTimeBecomesAnInstant_data() {
  QTest::addColumn<QDate>("date");
  QTest::addColumn<QTime>("time");
  QTest::addColumn<QByteArray>("zone");
  QTest::addColumn<QDateTime>("utc");
  QTest::addColumn<int>("change");
  const auto utc = [](int month, int day, int hour, int minute) {
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
  };
  const int none = static_cast<int>(ClockChange::None);
  const int skipped = static_cast<int>(ClockChange::Skipped);
  const int twice = static_cast<int>(ClockChange::Twice);
  QTest::newRow("winter") << QDate(2026, 11, 26) << QTime(18, 0) << QByteArray("Europe/Berlin") << utc(11, 26, 17, 0)
                          << none;
  QTest::newRow("summer") << QDate(2026, 7, 1) << QTime(18, 0) << QByteArray("Europe/Berlin") << utc(7, 1, 16, 0)
                          << none;
  QTest::newRow("half hour zone") << QDate(2026, 7, 1) << QTime(18, 0) << QByteArray("Asia/Kolkata")
                                  << utc(7, 1, 12, 30) << none;
  QTest::newRow("just before the gap") << QDate(2026, 3, 29) << QTime(1, 59) << QByteArray("Europe/Berlin")
                                       << utc(3, 29, 0, 59) << none;
  QTest::newRow("in the gap") << QDate(2026, 3, 29) << QTime(2, 30) << QByteArray("Europe/Berlin") << utc(3, 29, 1, 30)
                              << skipped;
  QTest::newRow("just after the gap") << QDate(2026, 3, 29) << QTime(3, 0) << QByteArray("Europe/Berlin")
                                      << utc(3, 29, 1, 0) << none;
  QTest::newRow("in the overlap") << QDate(2026, 10, 25) << QTime(2, 30) << QByteArray("Europe/Berlin")
                                  << utc(10, 25, 0, 30) << twice;
  QTest::newRow("just after the overlap")
      << QDate(2026, 10, 25) << QTime(3, 0) << QByteArray("Europe/Berlin") << utc(10, 25, 2, 0) << none;
  QTest::newRow("gap in the west") << QDate(2026, 3, 8) << QTime(2, 15) << QByteArray("America/New_York")
                                   << utc(3, 8, 7, 15) << skipped;
  QTest::newRow("half hour overlap") << QDate(2026, 4, 5) << QTime(1, 45) << QByteArray("Australia/Lord_Howe")
                                     << utc(4, 4, 14, 45) << twice;
}

void LocalTimeTest::aWallTimeBecomesAnInstant() {
  QFETCH(QDate, date);
  QFETCH(QTime, time);
  QFETCH(QByteArray, zone);
  QFETCH(QDateTime, utc);
  QFETCH(int, change);
  const auto resolved = resolve({date, time, zone});
  QVERIFY(resolved);
  QCOMPARE(resolved->utc, utc);
  QCOMPARE(static_cast<int>(resolved->change), change);
}

void LocalTimeTest::anUnknownZoneIsRefusedInWords() {
  const auto resolved = resolve({QDate(2026, 11, 26), QTime(18, 0), "Mars/Olympus"});
  QVERIFY(!resolved);
  QCOMPARE(resolved.error().code, ErrorCode::InvalidInput);
  QVERIFY(resolved.error().message.contains(u"Mars/Olympus"));
}

void LocalTimeTest::aMissingDateIsRefused() {
  QVERIFY(!resolve({QDate(), QTime(18, 0), "Europe/Berlin"}));
}

void LocalTimeTest::wordsNameDayTimeAndZone() {
  QCOMPARE(describe(berlin(2026, 11, 26, 18, 0)), QStringLiteral("Thu 26 Nov 2026 18:00, Europe/Berlin"));
}

void LocalTimeTest::aClockChangeIsTold_data() {
  QTest::addColumn<QDate>("date");
  QTest::addColumn<QString>("words");
  QTest::newRow("none") << QDate(2026, 11, 26) << QString();
  QTest::newRow("forward") << QDate(2026, 3, 29)
                           << QStringLiteral("The clocks in Berlin go forward then and skip 02:30; 03:30 is used.");
  QTest::newRow("back") << QDate(2026, 10, 25)
                        << QStringLiteral(
                               "The clocks in Berlin go back then, so 02:30 comes twice; the first one is used.");
}

void LocalTimeTest::aClockChangeIsTold() {
  QFETCH(QDate, date);
  QFETCH(QString, words);
  QCOMPARE(describeClockChange({date, QTime(2, 30), "Europe/Berlin"}), words);
}

void LocalTimeTest::anInstantIsShownInAZone() {
  const auto shown = localTimeAt(QDateTime(QDate(2026, 11, 26), QTime(17, 0), Qt::UTC), "Europe/Berlin");
  QVERIFY(shown);
  QCOMPARE(*shown, berlin(2026, 11, 26, 18, 0));
}

QTEST_GUILESS_MAIN(LocalTimeTest)
#include "local_time_test.moc"
