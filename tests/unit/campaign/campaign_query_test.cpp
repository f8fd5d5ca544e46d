// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_query.h"

#include <QtTest>

#include "support/manual_clock.h"

using namespace heliograph;
using namespace heliograph::campaign;

namespace {

const Route kTwilio{QStringLiteral("provider"), 3};

CampaignSummary spring() {
  CampaignSummary summary;
  summary.id = CampaignId{1};
  summary.name = QStringLiteral("Spring for ÉLODIE");
  summary.labels = {QStringLiteral("Sale"), QStringLiteral("VIP")};
  summary.audience = QStringLiteral("Pune, 10 km");
  summary.standing = Standing::Held;
  summary.route = kTwilio;
  summary.updatedAt = QDateTime(QDate(2026, 11, 20), QTime(0, 30));
  makeSearchable(summary, "Hi {{ Profile.first_name }}, half price");
  return summary;
}

}  // namespace

class CampaignQueryTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPartHasToFit_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing asked") << "{}" << true;
    QTest::newRow("one of its standings") << R"({"standings":["draft","held"]})" << true;
    QTest::newRow("another standing") << R"({"standings":["draft"]})" << false;
    QTest::newRow("a word of the name, any case") << R"({"text":"élodie"})" << true;
    QTest::newRow("a word of the message") << R"({"text":"HALF price"})" << true;
    QTest::newRow("words of different parts") << R"({"text":"pune vip"})" << true;
    QTest::newRow("one word missing") << R"({"text":"pune diwali"})" << false;
    QTest::newRow("one of two labels") << R"({"labels":["Autumn","VIP"]})" << true;
    QTest::newRow("another label") << R"({"labels":["Autumn"]})" << false;
    QTest::newRow("its provider") << R"({"route":{"kind":"provider","id":3}})" << true;
    QTest::newRow("a group of that number") << R"({"route":{"kind":"group","id":3}})" << false;
    QTest::newRow("the default") << R"({"route":{"kind":"default"}})" << false;
    QTest::newRow("changed yesterday, of two days") << R"({"changed_within_days":2})" << true;
    QTest::newRow("changed yesterday, of today") << R"({"changed_within_days":1})" << false;
    QTest::newRow("only archived ones") << R"({"archived":true})" << false;
  }
  void everyPartHasToFit() {
    QFETCH(QString, json);
    QFETCH(bool, fits);
    const CampaignQuery query = queryFromJson(QJsonDocument::fromJson(json.toUtf8()).object());
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0));
    QCOMPARE(CampaignMatcher(query, now).matches(spring()), fits);
  }

  void anArchivedOneIsFoundAmongArchivedOnesOnly() {
    CampaignSummary summary = spring();
    summary.archived = true;
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0));
    CampaignQuery query;
    QVERIFY(!CampaignMatcher(query, now).matches(summary));
    query.archived = true;
    QVERIFY(CampaignMatcher(query, now).matches(summary));
  }

  void jsonKeepsEveryPart() {
    CampaignQuery query;
    query.standings = {Standing::Draft, Standing::Paused};
    query.text = QStringLiteral("half price");
    query.labels = {QStringLiteral("VIP")};
    query.route = kTwilio;
    query.changedWithinDays = 30;
    query.archived = true;
    QVERIFY(queryFromJson(toJson(query)) == query);
    QVERIFY(queryFromJson({}) == CampaignQuery{});
    QVERIFY(toJson(CampaignQuery{}).isEmpty());
  }

  void whatIsNotUnderstoodAsksForNothing() {
    const QByteArray json =
        R"({"standings":["flying",3],"labels":"VIP","route":{"kind":"pigeon"},"changed_within_days":-4,"text":7})";
    QVERIFY(queryFromJson(QJsonDocument::fromJson(json).object()) == CampaignQuery{});
  }
};

QTEST_GUILESS_MAIN(CampaignQueryTest)
#include "campaign_query_test.moc"
