// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/conversions_json.h"

#include <QJsonArray>
#include <QTest>

using namespace heliograph;
using delivery::ConversionFigures;
using delivery::RunConversions;
using reports::RunReport;

class ConversionsJsonTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRunWithoutAGoalSaysNothing() { QVERIFY(!reports::toJson(RunReport{}).contains(QStringLiteral("conversions"))); }

  void theFiguresOfAllOfEachCopyAndOfWhoWasHeldBack() {
    RunReport report;
    report.copies = {{0, QStringLiteral("A")}, {1, QStringLiteral("B")}};
    RunConversions counted;
    counted.goal = {QStringLiteral("Charged"), {}, 3, audience::TimeUnit::Days, QStringLiteral("Amount")};
    counted.sent = {200, 10, 500};
    counted.copies = {{100, 2, 100}, {100, 8, 400}};
    counted.heldBack = ConversionFigures{50, 1, 25};
    report.conversions = counted;
    const QJsonObject json = reports::toJson(report).value(QStringLiteral("conversions")).toObject();
    QCOMPARE(json.value(QStringLiteral("people")).toInt(), 200);
    QCOMPARE(json.value(QStringLiteral("converted")).toInt(), 10);
    QCOMPARE(json.value(QStringLiteral("share")).toDouble(), 0.05);
    QCOMPARE(json.value(QStringLiteral("revenue_per_person")).toDouble(), 2.5);
    QCOMPARE(json.value(QStringLiteral("goal")).toObject().value(QStringLiteral("event")).toString(),
             QStringLiteral("Charged"));
    const QJsonObject second = json.value(QStringLiteral("copies")).toArray().at(1).toObject();
    QCOMPARE(second.value(QStringLiteral("copy")).toString(), QStringLiteral("B"));
    QCOMPARE(second.value(QStringLiteral("share")).toDouble(), 0.08);
    QCOMPARE(json.value(QStringLiteral("held_back")).toObject().value(QStringLiteral("share")).toDouble(), 0.02);
  }

  void withoutRevenueAndControlGroupTheyAreLeftOut() {
    RunReport report;
    report.conversions =
        RunConversions{{QStringLiteral("Visited"), {}, 1, audience::TimeUnit::Hours, {}}, {10, 0, 0}, {{10, 0, 0}}, {}};
    const QJsonObject json = reports::toJson(report).value(QStringLiteral("conversions")).toObject();
    QVERIFY(!json.contains(QStringLiteral("revenue")));
    QVERIFY(!json.contains(QStringLiteral("held_back")));
    QVERIFY(!json.contains(QStringLiteral("copies")));
  }

  void whatCantBeCountedSaysWhy() {
    RunReport report;
    report.conversionsProblem = QStringLiteral("It has no property.");
    const QJsonObject json = reports::toJson(report).value(QStringLiteral("conversions")).toObject();
    QCOMPARE(json.value(QStringLiteral("problem")).toString(), report.conversionsProblem);
  }
};

QTEST_GUILESS_MAIN(ConversionsJsonTest)
#include "conversions_json_test.moc"
