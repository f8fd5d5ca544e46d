// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/time_zone.h"
#include "liquid_probe.h"

using namespace heliograph::liquid;

namespace {

// 2026-03-09 14:05:33 UTC, a Monday.
constexpr std::int64_t present = 1'773'065'133;

RenderOptions atPresent(const TimeZone* zone = nullptr) {
  RenderOptions options;
  options.now = present;
  options.zone = zone;
  return options;
}

QString dated(const QString& input, const QString& format, const TimeZone* zone = nullptr) {
  return rendered(QStringLiteral("{{ \"%1\" | date: \"%2\" }}").arg(input, format), atPresent(zone),
                  Environment::messages());
}

void inputColumns() {
  QTest::addColumn<QString>("input");
  QTest::addColumn<QString>("given");
}

void input(const char* text, const char* given) {
  QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(given);
}

}  // namespace

/// The filters date and date_tz. What they are expected to give was checked against Ruby's Time.
class LiquidDateTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void datesAreReadAsPeopleWriteThem_data() {
    inputColumns();
    input("March 14, 2016", "2016-03-14 00:00:00");
    input("Mar. 14, 2016", "2016-03-14 00:00:00");
    input("14 March, 2016", "2016-03-14 00:00:00");
    input("14th of March 2016", "2016-03-14 00:00:00");
    input("2016 March 14", "2016-03-14 00:00:00");
    input("Sept 9 2026", "2026-09-09 00:00:00");
    input("9-Mar-2026", "2026-03-09 00:00:00");
    input("14 mar '16", "2016-03-14 00:00:00");
    input("March 2026", "2026-03-01 00:00:00");
    input("24 Dec", "2026-12-24 00:00:00");
    input("9 Mar 2026 14:05", "2026-03-09 14:05:00");
    input("Monday, March 14th, 2016 at 9:30 PM", "2016-03-14 21:30:00");
    input("Mon, 14 Mar 2016 09:30:00 GMT", "2016-03-14 09:30:00");
    input("Mon Mar 14 09:30:00 UTC 2016", "2016-03-14 09:30:00");
    input("9.3.2026 14:05", "2026-03-09 14:05:00");
    input("14/03/2016", "2016-03-14 00:00:00");
    input("2016/03/14", "2016-03-14 00:00:00");
    input("3pm", "2026-03-09 15:00:00");
    input("12 a.m.", "2026-03-09 00:00:00");
    input("9 Mar 2026 18:30 am", "2026-03-09 06:30:00");
  }
  void datesAreReadAsPeopleWriteThem() { compareInput(); }

  void datesAreReadAsProgramsWriteThem_data() {
    inputColumns();
    input("2016-03-14", "2016-03-14 00:00:00");
    input("2016-03-14 09:30", "2016-03-14 09:30:00");
    input("2016-03-14T09:30:15", "2016-03-14 09:30:15");
    input("2016-03-14T09:30:15Z", "2016-03-14 09:30:15");
    input("2016-03-14T09:30:15.250+05:30", "2016-03-14 09:30:15");
    input("2016-3-4", "2016-03-04 00:00:00");
    input("20160314T093000Z", "2016-03-14 09:30:00");
    input("20160314T0930", "2016-03-14 09:30:00");
    input("2024-02-29", "2024-02-29 00:00:00");
    input("2024-366", "2024-12-31 00:00:00");
    input("2026-334 04:13", "2026-11-30 04:13:00");
    input("2026-02-30", "2026-03-02 00:00:00");
    input("2026-01-01 24:00", "2026-01-02 00:00:00");
    input("0", "1970-01-01 00:00:00");
    input("1773065133", "2026-03-09 14:05:33");
  }
  void datesAreReadAsProgramsWriteThem() { compareInput(); }

  void otherTextsPassUnchanged_data() {
    inputColumns();
    for (const char* text : {"not a date", "2026-13-45", "2026-000", "2026-366", "2026-01-01 25:00", "2026-02-32",
                             "03/14/2016", "maybe later", "mon", "-1152098955", "+49 170 1234567", "1.5",
                             "99999999999999999999", "order 5 of 7", "Märzen 14", "", "-", "13:75"}) {
      input(text, text);
    }
    QTest::newRow("longer than any date") << QString(200, QLatin1Char('1')) << QString(200, QLatin1Char('1'));
  }
  void otherTextsPassUnchanged() { compareInput(); }

  void thePresentComesFromTheOptions_data() {
    inputColumns();
    input("now", "2026-03-09 14:05:33");
    input("Now", "2026-03-09 14:05:33");
    input("TODAY", "2026-03-09 14:05:33");
    input("18:00", "2026-03-09 18:00:00");
  }
  void thePresentComesFromTheOptions() { compareInput(); }

  void offsetsInTheTextAreKept_data() {
    inputColumns();
    input("2016-03-14 09:30:00 +0530", "09:30 +0530 +05:30 1457928000");
    input("2026-03-09T14:05:33-08:00", "14:05 -0800 -08:00 1773093933");
    input("2016-03-14 09:30-05", "09:30 -0500 -05:00 1457965800");
    input("2016-03-14 09:30 EST", "09:30 -0500 -05:00 1457965800");
    input("2016-03-14 09:30 GMT+2", "09:30 +0200 +02:00 1457940600");
    input("2016-03-14 09:30 UTC", "09:30 +0000 +00:00 1457947800");
  }
  void offsetsInTheTextAreKept() {
    QFETCH(QString, input);
    QFETCH(QString, given);
    QCOMPARE(dated(input, QStringLiteral("%H:%M %z %:z %s")), given);
  }

  void formatsFollowStrftime_data() {
    inputColumns();
    input("%%%b %d, %y", "%Mar 09, 26");
    input("%a %A %b %B %h", "Mon Monday Mar March Mar");
    input("%C %d %e %j %m %u %w %y %Y", "20 09  9 068 03 1 1 26 2026");
    input("%G-W%V %g %U %W", "2026-W11 26 10 10");
    input("%H %I %k %l %M %S %p %P %s", "14 02 14  2 05 33 PM pm 1773065133");
    input("%L %N %3N %6N", "000 000000000 000 000000");
    input("%c", "Mon Mar  9 14:05:33 2026");
    input("%D %x %F %R %T %X", "03/09/26 03/09/26 2026-03-09 14:05 14:05:33 14:05:33");
    input("%r %v", "02:05:33 PM  9-MAR-2026");
    input("%z %:z %::z %Z", "+0000 +00:00 +00:00:00 UTC");
    input("a%nb%tc", "a\nb\tc");
    input("%-d %-m %_m %0e %-I %-j", "9 3  3 09 2 68");
    input("%^a %^B %#b %#p %#Z", "MON MARCH MAR pm utc");
    input("%5d %05e %10A %-10A %010b", "00009 00009     Monday Monday 0000000Mar");
    input("%10z %_10z %8F|%12F", "+000000000       +000 2026-03-09|  2026-03-09");
    input("%Q %i %:d %E %Ed", "%Q %i %:d %E %Ed");
    input("%EY %Od", "2026 09");
    input("Grüße am %-d.%-m.", "Grüße am 9.3.");
  }
  void formatsFollowStrftime() {
    QFETCH(QString, input);
    QFETCH(QString, given);
    QCOMPARE(dated(QStringLiteral("now"), input), given);
  }

  void widthsAreCapped() {
    QCOMPARE(dated(QStringLiteral("now"), QStringLiteral("%99999999999d")).size(), 64);
    QCOMPARE(dated(QStringLiteral("now"), QStringLiteral("%1000N")).size(), 64);
    QCOMPARE(dated(QStringLiteral("now"), QStringLiteral("%1000c")).size(), 64);
  }

  void formatsAndArgumentsThatAreMissing_data() {
    templateColumns();
    line("{{ 'March 14, 2016' | date: nothing }}", "March 14, 2016");
    line("{{ 'March 14, 2016' | date: '' }}", "March 14, 2016");
    line("{{ nothing | date: '%Y' }}", "");
    line("{{ rate | date: '%Y' }}", "2.5");
    line("{{ yes | date: '%Y' }}", "true");
    line("{{ points | date: '%F %T' }}", "1970-01-01 00:06:03");
    line("{{ 'now' | date }}", "fault");
    line("{{ 'now' | date: '100 %' }}", "fault");
    line("{{ 'now' | date: '%Y %-' }}", "fault");
    line("{{ 'now' | date: '%5' }}", "fault");
    line("{{ 'no date' | date: '%' }}", "no date");
    line("{{ 'now' | date: '%Y', 'x' }}", "fault");
    line("{{ 'now' | date_tz: '%Y', 'UTC' }}", "fault");
  }
  void formatsAndArgumentsThatAreMissing() { CHECK_ROW(); }

  void aZoneOfTheOptionsHoldsForTextsThatNameNone_data() {
    inputColumns();
    input("1773065133", "2026-03-09 15:05 CET");
    input("2026-07-01 12:00", "2026-07-01 12:00 CEST");
    input("2026-07-01 12:00 UTC", "2026-07-01 12:00 UTC");
    input("2026-03-29 02:30", "2026-03-29 03:30 CEST");
    input("2026-10-25 02:30", "2026-10-25 02:30 CEST");
    input("2050-07-01 12:00", "2050-07-01 12:00 CEST");
  }
  void aZoneOfTheOptionsHoldsForTextsThatNameNone() {
    QFETCH(QString, input);
    QFETCH(QString, given);
    const auto berlin = TimeZone::load("Europe/Berlin");
    QVERIFY(berlin);
    QCOMPARE(dated(input, QStringLiteral("%F %R %Z"), berlin.get()), given);
  }

  void datesMoveToOtherZones_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("given");
    const auto row = [](const char* input, const char* zone, const char* given) {
      QTest::addRow("%s in %s", input, zone)
          << QString::fromUtf8(input) << QString::fromUtf8(zone) << QString::fromUtf8(given);
    };
    row("2026-03-29 00:59", "Europe/Berlin", "2026-03-29 01:59 CET +0100");
    row("2026-03-29 01:00", "Europe/Berlin", "2026-03-29 03:00 CEST +0200");
    row("2026-10-25 00:59", "Europe/Berlin", "2026-10-25 02:59 CEST +0200");
    row("2026-10-25 01:00", "Europe/Berlin", "2026-10-25 02:00 CET +0100");
    row("2026-03-08 07:00", "America/New_York", "2026-03-08 03:00 EDT -0400");
    row("2060-01-15 12:00", "America/New_York", "2060-01-15 07:00 EST -0500");
    row("2060-07-15 12:00", "America/New_York", "2060-07-15 08:00 EDT -0400");
    row("2060-01-15 12:00", "Australia/Sydney", "2060-01-15 23:00 AEDT +1100");
    row("2026-03-09 14:05", "Asia/Kolkata", "2026-03-09 19:35 IST +0530");
    row("2026-03-09T14:05:00-08:00", "UTC", "2026-03-09 22:05 UTC +0000");
    row("now", "Asia/Kathmandu", "2026-03-09 19:50 +0545 +0545");
    row("not a date", "UTC", "not a date");
  }
  void datesMoveToOtherZones() {
    QFETCH(QString, input);
    QFETCH(QString, zone);
    QFETCH(QString, given);
    const QString source = QStringLiteral("{{ \"%1\" | date_tz: \"%F %R %Z %z\", \"%2\" }}");
    QCOMPARE(rendered(QString(source).replace(QStringLiteral("%1"), input).replace(QStringLiteral("%2"), zone),
                      atPresent(), Environment::messages()),
             given);
  }

  void anUnknownZoneIsAFaultInWords_data() {
    QTest::addColumn<QString>("zone");
    for (const char* zone : {"Europe/Atlantis", "../../../etc/passwd", "/etc/localtime", "", "Europe", "tzdata.zi"}) {
      QTest::newRow(zone) << QString::fromUtf8(zone);
    }
  }
  void anUnknownZoneIsAFaultInWords() {
    QFETCH(QString, zone);
    const QString given =
        rendered(QStringLiteral("{{ 'now' | date_tz: '%Y', '%1' }}").replace(QStringLiteral("%1"), zone), atPresent(),
                 Environment::messages());
    QVERIFY2(given.startsWith(QStringLiteral("fault: There is no time zone")), qPrintable(given));
    QVERIFY2(given.contains(QStringLiteral("Europe/Berlin")), qPrintable(given));
  }

 private:
  void compareInput() {
    QFETCH(QString, input);
    QFETCH(QString, given);
    QCOMPARE(dated(input, QStringLiteral("%F %T")), given);
  }
};

QTEST_GUILESS_MAIN(LiquidDateTest)

#include "liquid_date_test.moc"
