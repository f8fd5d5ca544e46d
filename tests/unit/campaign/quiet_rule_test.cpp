// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/quiet_rule.h"

#include <QJsonDocument>
#include <QtTest>

#include "campaign/campaign_difference.h"
#include "campaign/campaign_json.h"

using namespace heliograph;
using campaign::Campaign;
using campaign::QuietRule;

class QuietRuleTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRuleIsReadAsItWasWritten_data() {
    QTest::addColumn<int>("use");
    QTest::addColumn<int>("then");
    QTest::addColumn<bool>("hours");
    QTest::newRow("usual") << 0 << 0 << false;
    QTest::newRow("none") << 1 << 0 << false;
    QTest::newRow("own") << 2 << 1 << true;
    QTest::newRow("kept for later") << 0 << 1 << true;
  }
  void aRuleIsReadAsItWasWritten() {
    QFETCH(int, use);
    QFETCH(int, then);
    QFETCH(bool, hours);
    Campaign draft;
    draft.quiet.use = static_cast<QuietRule::Use>(use);
    draft.quiet.then = static_cast<QuietRule::Then>(then);
    if (hours) draft.quiet.own = {schedule::QuietHours::usual(), "Europe/Berlin"};
    const QJsonObject json = campaign::toJson(draft);
    QCOMPARE(json.contains(u"quiet_hours"), draft.quiet != QuietRule{});
    const auto read = campaign::campaignFromJson(json);
    QVERIFY(read);
    QCOMPARE(read->quiet, draft.quiet);
  }

  void wrongJsonIsRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("use") << QByteArray(R"({"use": "sometimes"})");
    QTest::newRow("then") << QByteArray(R"({"then": "wait"})");
    QTest::newRow("zone") << QByteArray(R"({"zone": "Nowhere"})");
    QTest::newRow("hours") << QByteArray(R"({"hours": {"mon": "22:00"}})");
    QTest::newRow("never ending") << QByteArray(R"({"hours": {
      "mon": [{"from": "00:00", "to": "24:00"}], "tue": [{"from": "00:00", "to": "24:00"}],
      "wed": [{"from": "00:00", "to": "24:00"}], "thu": [{"from": "00:00", "to": "24:00"}],
      "fri": [{"from": "00:00", "to": "24:00"}], "sat": [{"from": "00:00", "to": "24:00"}],
      "sun": [{"from": "00:00", "to": "24:00"}]}})");
  }
  void wrongJsonIsRefused() {
    QFETCH(QByteArray, json);
    const auto read = campaign::quietRuleFromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
  }

  void theHistoryTellsAChangeInWords() {
    Campaign before;
    Campaign after;
    after.quiet.use = QuietRule::Use::Own;
    after.quiet.own.hours = schedule::QuietHours::usual();
    after.quiet.then = QuietRule::Then::Discard;
    const auto differences = campaign::differencesOf(before, after, {});
    QCOMPARE(differences.size(), std::size_t{1});
    QCOMPARE(differences.front().title, QStringLiteral("Quiet hours"));
    QCOMPARE(differences.front().before, QStringLiteral("As the workspace says"));
    QCOMPARE(differences.front().after, QStringLiteral("every day 21:00 to 08:00; messages in them are discarded"));
  }
};

QTEST_GUILESS_MAIN(QuietRuleTest)
#include "quiet_rule_test.moc"
