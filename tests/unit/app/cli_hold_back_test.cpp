// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "program.h"

using heliograph::test::Program;

namespace {

/// A workspace with twenty people and a campaign 1 to all of them.
void fillWorkspace(const Program& program) {
  QByteArray people = "identity,phone\n";
  for (int n = 10; n < 30; ++n) people += "p" + QByteArray::number(n) + ",+121255501" + QByteArray::number(n) + "\n";
  const QString file = program.write(QStringLiteral("people.csv"), people);
  QCOMPARE(program.json(QStringLiteral("import profiles ") + file).exitCode, 0);
  const QString campaign = program.write(
      QStringLiteral("campaign.json"),
      R"({"name":"Test","audience":{"kind":"everybody"},"message":"Hello","when":{"kind":"on_publish"}})");
  QCOMPARE(program.json(QStringLiteral("campaign import ") + campaign).exitCode, 0);
}

}  // namespace

class CliHoldBackTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theWorkspacesGroupIsSetAndSwitchedOff() {
    const Program program;
    fillWorkspace(program);
    QCOMPARE(program.json(QStringLiteral("control-group show")).json().value(u"percent").toInt(), 0);
    QCOMPARE(program.json(QStringLiteral("control-group set 3")).json().value(u"percent").toInt(), 3);
    QCOMPARE(program.json(QStringLiteral("control-group set 6")).exitCode, 2);
    QCOMPARE(program.json(QStringLiteral("control-group show")).json().value(u"percent").toInt(), 3);
    QCOMPARE(program.json(QStringLiteral("control-group set off")).json().value(u"percent").toInt(), 0);
    QCOMPARE(program.json(QStringLiteral("control-group set few")).exitCode, 2);
  }

  void aCampaignKeepsItsGroupAndTheCheckCountsIt() {
    const Program program;
    fillWorkspace(program);
    const auto held = program.json(QStringLiteral("campaign hold-back 1 --percent 50"));
    QCOMPARE(held.exitCode, 0);
    const qint64 seed = held.json().value(u"hold_back")[u"seed"].toInteger();
    QVERIFY(seed > 0);
    const auto again = program.json(QStringLiteral("campaign hold-back 1 --percent 60 --workspace-group no"));
    QCOMPARE(again.json().value(u"hold_back")[u"seed"].toInteger(), seed);
    QCOMPARE(again.json().value(u"hold_back")[u"workspace"].toBool(true), false);
    const QJsonObject reach = program.json(QStringLiteral("campaign check 1")).json().value(u"reach").toObject();
    QCOMPARE(reach.value(u"qualified").toInt(), 20);
    QCOMPARE(reach.value(u"control_group").toInt() + reach.value(u"reachable").toInt(), 20);
    QVERIFY(reach.value(u"control_group").toInt() > 2);
    QVERIFY(!program.json(QStringLiteral("campaign hold-back 1 --none"))
                 .json()
                 .value(u"hold_back")
                 .toObject()
                 .contains(u"percent"));
    QCOMPARE(program.json(QStringLiteral("campaign hold-back 1 --percent 1")).exitCode, 2);
  }

  void theSafetyCheckBlocks() {
    const Program program;
    fillWorkspace(program);
    QCOMPARE(program.json(QStringLiteral("campaign safety-check 1 --most 19")).exitCode, 0);
    const auto issues = program.json(QStringLiteral("campaign check 1")).json().value(u"issues").toArray();
    QVERIFY(std::any_of(issues.begin(), issues.end(), [](const QJsonValue& issue) {
      return issue[u"code"] == QStringLiteral("safety_check") && issue[u"severity"] == QStringLiteral("block");
    }));
    QCOMPARE(program.json(QStringLiteral("campaign safety-check 1")).exitCode, 2);
  }

  void aLiveLimitIsKept() {
    const Program program;
    fillWorkspace(program);
    const auto limited = program.json(QStringLiteral("campaign live-limit 1 --per-day 250"));
    QCOMPARE(limited.json().value(u"live_limit").toObject(), (QJsonObject{{QStringLiteral("per_day"), 250}}));
    QVERIFY(program.json(QStringLiteral("campaign export 1")).out.contains("live_limit"));
    QCOMPARE(program.json(QStringLiteral("campaign live-limit 1 --none")).json().value(u"live_limit").toObject(),
             QJsonObject());
    QCOMPARE(program.json(QStringLiteral("campaign live-limit 1 --per-day 5 --total 5")).exitCode, 2);
  }

  void colleaguesAreListedAndStandOutside() {
    const Program program;
    fillWorkspace(program);
    QCOMPARE(program.json(QStringLiteral("seed add p12")).exitCode, 0);
    QCOMPARE(program.json(QStringLiteral("seed add nobody")).exitCode, 1);
    QVERIFY(program.json(QStringLiteral("seed list")).out.contains("p12"));
    const QJsonObject report = program.json(QStringLiteral("campaign check 1")).json();
    QCOMPARE(report.value(u"seeds").toInt(), 1);
    QCOMPARE(report.value(u"reach")[u"qualified"].toInt(), 19);
    QCOMPARE(program.json(QStringLiteral("seed remove p12")).exitCode, 0);
    QCOMPARE(program.json(QStringLiteral("seed remove p12")).exitCode, 1);
  }
};

QTEST_GUILESS_MAIN(CliHoldBackTest)
#include "cli_hold_back_test.moc"
