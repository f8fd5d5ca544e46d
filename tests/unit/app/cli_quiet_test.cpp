// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "program.h"

using heliograph::test::Program;

class CliQuietTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theWorkspacesHoursAreSetChangedAndSwitchedOff() {
    const Program program;
    const auto set = program.json(QStringLiteral("quiet-hours set --zone Europe/Berlin"));
    QCOMPARE(set.exitCode, 0);
    QCOMPARE(set.json().value(u"hours")[u"mon"][0][u"from"].toString(), QStringLiteral("21:00"));
    const auto changed = program.json(QStringLiteral("quiet-hours set --sun 00:00-24:00 --mon none"));
    QCOMPARE(changed.json().value(u"zone").toString(), QStringLiteral("Europe/Berlin"));
    QCOMPARE(changed.json().value(u"hours")[u"sun"][0][u"to"].toString(), QStringLiteral("24:00"));
    QVERIFY(!changed.json().value(u"hours").toObject().contains(u"mon"));
    QCOMPARE(program.json(QStringLiteral("quiet-hours show")).json().value(u"on").toBool(), true);
    QCOMPARE(program.json(QStringLiteral("quiet-hours off")).json().value(u"on").toBool(true), false);
  }

  void whatCantBeUsedIsRefused() {
    const Program program;
    QCOMPARE(program.json(QStringLiteral("quiet-hours set --daily 22:00")).exitCode, 2);
    QCOMPARE(program.json(QStringLiteral("quiet-hours set --daily 00:00-24:00")).exitCode, 2);
    QCOMPARE(program.json(QStringLiteral("quiet-hours set --zone Nowhere/None")).exitCode, 2);
  }

  void aCampaignHasItsOwn() {
    const Program program;
    const QString file =
        program.write(QStringLiteral("campaign.json"),
                      R"({"name":"Test","audience":{"kind":"everybody"},"message":"Hi","when":{"kind":"on_publish"}})");
    QCOMPARE(program.json(QStringLiteral("campaign import ") + file).exitCode, 0);
    const auto own = program.json(QStringLiteral("campaign quiet-hours 1 --use own --daily 20-9 --then discard"));
    QCOMPARE(own.exitCode, 0);
    const QJsonObject rule = own.json().value(u"quiet_hours").toObject();
    QCOMPARE(rule.value(u"use").toString(), QStringLiteral("own"));
    QCOMPARE(rule.value(u"then").toString(), QStringLiteral("discard"));
    QCOMPARE(rule.value(u"hours")[u"fri"][0][u"to"].toString(), QStringLiteral("09:00"));
    QCOMPARE(program.json(QStringLiteral("campaign quiet-hours 1 --use sometimes")).exitCode, 2);
    QCOMPARE(program.json(QStringLiteral("campaign quiet-hours 1 --use none --daily 20-9")).exitCode, 2);
    QVERIFY(program.json(QStringLiteral("campaign check 1")).json().contains(u"quiet_hours"));
  }
};

QTEST_GUILESS_MAIN(CliQuietTest)
#include "cli_quiet_test.moc"
