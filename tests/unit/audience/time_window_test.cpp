// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/time_window.h"

#include <QTest>

using namespace heliograph;
using namespace heliograph::audience;
using Kind = TimeWindow::Kind;

namespace {

QString told(const std::optional<qint64>& instant, const QTimeZone& zone) {
  if (!instant) return QStringLiteral("…");
  return QDateTime::fromMSecsSinceEpoch(*instant, Qt::UTC).toTimeZone(zone).toString(Qt::ISODateWithMs);
}

}  // namespace

Q_DECLARE_METATYPE(heliograph::audience::TimeWindow)

class TimeWindowTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aWindowMeansItsInstants_data() {
    QTest::addColumn<TimeWindow>("window");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    const auto row = [](const char* name, const TimeWindow& window, const char* from, const char* until,
                        const char* zone = "Europe/Berlin") {
      QTest::newRow(name) << window << QByteArray(zone) << QString::fromUtf8(from) << QString::fromUtf8(until);
    };
    const auto counted = [](Kind kind, int count, TimeUnit unit) { return TimeWindow{kind, count, unit, {}, {}}; };
    const auto dated = [](Kind kind, const char* from, const char* until) {
      return TimeWindow{kind, 0, TimeUnit::Days, QString::fromLatin1(from), QString::fromLatin1(until)};
    };
    // Now is 15:30:10 on Tuesday, 31 March 2026 in Berlin, two days after its clocks went forward.
    row("ever", {}, "…", "…");
    row("today", counted(Kind::Today, 0, TimeUnit::Days), "2026-03-31T00:00:00.000+02:00",
        "2026-04-01T00:00:00.000+02:00");
    row("the last day begins yesterday", counted(Kind::InLast, 1, TimeUnit::Days), "2026-03-30T00:00:00.000+02:00",
        "2026-03-31T15:30:10.001+02:00");
    row("the last days across the change of clocks", counted(Kind::InLast, 2, TimeUnit::Days),
        "2026-03-29T00:00:00.000+01:00", "2026-03-31T15:30:10.001+02:00");
    row("the last hours count back from now", counted(Kind::InLast, 2, TimeUnit::Hours),
        "2026-03-31T13:30:10.000+02:00", "2026-03-31T15:30:10.001+02:00");
    row("the last month", counted(Kind::InLast, 1, TimeUnit::Months), "2026-02-28T00:00:00.000+01:00",
        "2026-03-31T15:30:10.001+02:00");
    row("the last two weeks", counted(Kind::InLast, 2, TimeUnit::Weeks), "2026-03-17T00:00:00.000+01:00",
        "2026-03-31T15:30:10.001+02:00");
    row("exactly a day ago is yesterday only", counted(Kind::ExactlyAgo, 1, TimeUnit::Days),
        "2026-03-30T00:00:00.000+02:00", "2026-03-31T00:00:00.000+02:00");
    row("a day of 23 hours", counted(Kind::ExactlyAgo, 2, TimeUnit::Days), "2026-03-29T00:00:00.000+01:00",
        "2026-03-30T00:00:00.000+02:00");
    row("a week ago, from Monday", counted(Kind::ExactlyAgo, 1, TimeUnit::Weeks), "2026-03-23T00:00:00.000+01:00",
        "2026-03-30T00:00:00.000+02:00");
    row("a month ago", counted(Kind::ExactlyAgo, 1, TimeUnit::Months), "2026-02-01T00:00:00.000+01:00",
        "2026-03-01T00:00:00.000+01:00");
    row("a year ago", counted(Kind::ExactlyAgo, 1, TimeUnit::Years), "2025-01-01T00:00:00.000+01:00",
        "2026-01-01T00:00:00.000+01:00");
    row("the whole hour an hour ago", counted(Kind::ExactlyAgo, 1, TimeUnit::Hours), "2026-03-31T14:00:00.000+02:00",
        "2026-03-31T15:00:00.000+02:00");
    row("a whole hour of a clock half an hour off", counted(Kind::ExactlyAgo, 0, TimeUnit::Hours),
        "2026-03-31T19:00:00.000+05:30", "2026-03-31T20:00:00.000+05:30", "Asia/Kolkata");
    row("this month", counted(Kind::ThisMonth, 0, TimeUnit::Days), "2026-03-01T00:00:00.000+01:00",
        "2026-04-01T00:00:00.000+02:00");
    row("the previous month", counted(Kind::PreviousMonth, 0, TimeUnit::Days), "2026-02-01T00:00:00.000+01:00",
        "2026-03-01T00:00:00.000+01:00");
    row("between days", dated(Kind::Between, "2026-03-05", "2026-03-03"), "2026-03-03T00:00:00.000+01:00",
        "2026-03-06T00:00:00.000+01:00");
    row("between instants", dated(Kind::Between, "2026-03-05T10:00", "2026-03-05T12:00Z"),
        "2026-03-05T10:00:00.000+01:00", "2026-03-05T13:00:00.001+01:00");
    row("before", dated(Kind::Before, "", "2026-03-05"), "…", "2026-03-05T00:00:00.000+01:00");
    row("after", dated(Kind::After, "2026-03-05", ""), "2026-03-06T00:00:00.000+01:00", "…");
    row("on", dated(Kind::On, "2026-03-29", ""), "2026-03-29T00:00:00.000+01:00", "2026-03-30T00:00:00.000+02:00");
    // In Cairo the day of 24 April 2026 begins at 01:00: midnight is skipped.
    row("a day without midnight", dated(Kind::On, "2026-04-24", ""), "2026-04-24T01:00:00.000+03:00",
        "2026-04-25T00:00:00.000+03:00", "Africa/Cairo");
  }
  void aWindowMeansItsInstants() {
    QFETCH(TimeWindow, window);
    QFETCH(QByteArray, zone);
    const EvaluationTime time{QDateTime(QDate(2026, 3, 31), QTime(13, 30, 10), Qt::UTC), QTimeZone(zone)};
    if (zone == "Africa/Cairo" && QDate(2026, 4, 24).startOfDay(time.zone).time() == QTime(0, 0)) {
      QSKIP("this computer doesn't know when Cairo's clocks change");
    }
    const auto range = instantRange(window, time);
    QVERIFY2(range, range ? "" : qPrintable(range.error().message));
    QTEST(told(range->from, time.zone), "from");
    QTEST(told(range->until, time.zone), "until");
  }

  void theNextDaysBeginNow() {
    const QTimeZone zone("Europe/Berlin");
    const EvaluationTime time{QDateTime(QDate(2026, 3, 28), QTime(13, 0), Qt::UTC), zone};
    const auto range = rangeInNext(1, TimeUnit::Days, time);
    QCOMPARE(told(range->from, zone), QStringLiteral("2026-03-28T14:00:00.000+01:00"));
    QCOMPARE(told(range->until, zone), QStringLiteral("2026-03-30T00:00:00.000+02:00"));
    QCOMPARE(told(rangeInNext(2, TimeUnit::Hours, time)->until, zone), QStringLiteral("2026-03-28T16:00:00.001+01:00"));
  }

  void aNumberThatCannotBeIsRefused() {
    const EvaluationTime time{QDateTime(QDate(2026, 3, 28), QTime(13, 0), Qt::UTC), QTimeZone::utc()};
    for (const int count : {-1, 101}) {
      const auto range = instantRange(TimeWindow{Kind::InLast, count, TimeUnit::Years, {}, {}}, time);
      QVERIFY(!range);
      QVERIFY2(range.error().message.contains(QStringLiteral("years")), qPrintable(range.error().message));
    }
    QVERIFY(!instantRange(TimeWindow{Kind::On, 0, TimeUnit::Days, QStringLiteral("soon"), {}}, time));
  }
};

QTEST_GUILESS_MAIN(TimeWindowTest)
#include "time_window_test.moc"
