// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/read_back.h"

#include <QtTest>
#include <algorithm>

#include "schedule/sending_span.h"
#include "schedule/zone_names.h"

using namespace heliograph::schedule;

class ReadBackTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTimeIsReadBackInWords_data() {
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("words");
    const QDateTime due(QDate(2026, 11, 26), QTime(18, 0), Qt::UTC);
    QTest::newRow("days") << due.addDays(-5) << QStringLiteral("Thu 26 Nov 2026, 18:00 in London (GMT), in 5 days");
    QTest::newRow("hours") << due.addSecs(-30 * 3600)
                           << QStringLiteral("Thu 26 Nov 2026, 18:00 in London (GMT), in 30 hours");
    QTest::newRow("minutes") << due.addSecs(-90)
                             << QStringLiteral("Thu 26 Nov 2026, 18:00 in London (GMT), in 2 minutes");
    QTest::newRow("one minute") << due.addSecs(-60)
                                << QStringLiteral("Thu 26 Nov 2026, 18:00 in London (GMT), in 1 minute");
    QTest::newRow("passed") << due.addSecs(7200)
                            << QStringLiteral(
                                   "Thu 26 Nov 2026, 18:00 in London (GMT), 2 hours ago: this time has passed.");
  }
  void aTimeIsReadBackInWords() {
    QFETCH(QDateTime, now);
    QTEST(readBack(Once{{QDate(2026, 11, 26), QTime(18, 0), "Europe/London"}}, now), "words");
  }

  void onlyATimeCanHavePassed() {
    const QDateTime now(QDate(2026, 11, 26), QTime(18, 0), Qt::UTC);
    QVERIFY(hasPassed(Once{{QDate(2026, 11, 26), QTime(17, 59), "UTC"}}, now));
    QVERIFY(!hasPassed(Once{{QDate(2026, 11, 26), QTime(18, 0), "UTC"}}, now));
    QVERIFY(!hasPassed(OnPublish{}, now));
    QVERIFY(!hasPassed(NotChosen{}, now));
    QCOMPARE(readBack(NotChosen{}, now), QString());
  }

  void aZoneIsCalledByItsCountryAndCity() {
    QCOMPARE(zoneName("Asia/Kolkata").label(), QStringLiteral("India (Kolkata)"));
    QCOMPARE(zoneName("America/Argentina/Buenos_Aires").city, QStringLiteral("Buenos Aires"));
    QCOMPARE(zoneName("UTC").label(), QStringLiteral("UTC"));
  }

  void theComputersZoneStandsFirstAndOnce() {
    const auto names = zoneNames("Asia/Kolkata");
    QVERIFY(names.size() > 200);
    QCOMPARE(names.front().id, QByteArray("Asia/Kolkata"));
    QCOMPARE(std::count_if(names.begin(), names.end(), [](const auto& name) { return name.id == "Asia/Kolkata"; }), 1);
    QVERIFY(std::none_of(names.begin(), names.end(), [](const auto& name) { return name.id.startsWith("Etc/"); }));
  }

  void aClockWithoutANameIsToldByItsOffset_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("words");
    QTest::newRow("named") << QByteArray("Europe/London") << QStringLiteral("GMT");
    QTest::newRow("hours and minutes") << QByteArray("Asia/Kathmandu") << QStringLiteral("UTC+5:45");
    QTest::newRow("behind") << QByteArray("America/Sao_Paulo") << QStringLiteral("UTC\u22123");
    QTest::newRow("unknown") << QByteArray("Nowhere/Land") << QString();
  }
  void aClockWithoutANameIsToldByItsOffset() {
    QFETCH(QByteArray, zone);
    QTEST(zoneAbbreviation(zone, QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC)), "words");
  }

  void theEndOfSendingFollowsFromTheRate() {
    const QDateTime begin(QDate(2026, 11, 26), QTime(18, 0), Qt::UTC);
    QCOMPARE(sendingSpan(begin, 41203, 10).end, begin.addMSecs(4120300));
    QCOMPARE(sendingSpan(begin, 0, 10).end, begin);
    QVERIFY(!sendingSpan(begin, 41203, 0).end.isValid());
  }
};

QTEST_GUILESS_MAIN(ReadBackTest)
#include "read_back_test.moc"
