// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include "providers/definition/schema_check.h"

using namespace heliograph;
using namespace heliograph::campaign;

class CampaignJsonTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFieldSurvives_data();
  void everyFieldSurvives();
  void theMessageKeepsEveryByte();
  void absentMembersHaveTheirDefaults();
  void idAndRevisionAreNotPartOfIt();
  void membersThatCannotBeUsedAreNamed_data();
  void membersThatCannotBeUsedAreNamed();
};

namespace {

Campaign fullCampaign() {
  Campaign campaign;
  campaign.name = QStringLiteral("Spring sale");
  campaign.labels = {QStringLiteral("spring"), QStringLiteral("sale")};
  campaign.purpose = Purpose::Transactional;
  campaign.route = {QStringLiteral("group"), 7};
  campaign.audience = Audience::saved(SegmentId{3}, QStringLiteral("VIPs"));
  campaign.message = "Hi {{ Profile.first_name | default: \"there\" }}";
  campaign.limits.maxParts = 3;
  campaign.goal = audience::Goal{QStringLiteral("Charged"),
                                 {{QStringLiteral("Amount"), audience::SegmentOperator::Greater, {1000}}},
                                 2,
                                 audience::TimeUnit::Weeks,
                                 QStringLiteral("Amount")};
  campaign.release = Release::firstThenAsk(250);
  campaign.holdBack = {10, 4711, false};
  campaign.safetyCheck = 50000;
  campaign.reach = ReachLimit::only(5000);
  campaign.liveLimit = LiveLimit::perDay(300);
  campaign.fields = {QStringLiteral("1107"),
                     QStringLiteral("Hi {#var#}"),
                     {"{{ Profile.first_name }}"},
                     {{QStringLiteral("uid"), "{{ Profile.identity }}"}, {QStringLiteral("tag"), "x", true}},
                     {{QStringLiteral("X-Kind"), "sale"}},
                     {{QStringLiteral("hid"), "7"}}};
  campaign.variants.kind = Variants::Kind::Split;
  campaign.variants.others = {{"Hello", 50, {}, {QStringLiteral("1108"), {}, {"B"}, {}, {}, {}}}};
  campaign.when = schedule::Once{{QDate(2026, 11, 26), QTime(18, 0), "Europe/Berlin"}};
  return campaign;
}

audience::Segment cityRule() {
  audience::SegmentRule rule;
  rule.property = QStringLiteral("city");
  rule.values = QJsonArray{QStringLiteral("Mumbai")};
  audience::Segment segment;
  segment.rules.parts.push_back({rule});
  return segment;
}

Campaign with(const Audience& audience) {
  Campaign campaign = fullCampaign();
  campaign.audience = audience;
  return campaign;
}

Audience frozen() {
  Audience audience = Audience::saved(SegmentId{3}, QStringLiteral("VIPs"));
  audience.segment = cityRule();
  return audience;
}

}  // namespace

Q_DECLARE_METATYPE(heliograph::campaign::Campaign)

void CampaignJsonTest::everyFieldSurvives_data() {
  QTest::addColumn<Campaign>("campaign");
  QTest::newRow("empty") << Campaign();
  QTest::newRow("saved segment") << fullCampaign();
  QTest::newRow("everybody") << with(Audience::everybody());
  QTest::newRow("rules") << with(Audience::rules(cityRule()));
  QTest::newRow("frozen segment") << with(frozen());
  QTest::newRow("people as they act") << with(
      Audience::asTheyAct({audience::SingleAction{{QStringLiteral("Charged"), {}}, true}, cityRule()}));
  QTest::newRow("people as they act, nothing chosen") << with(Audience::asTheyAct({}));
}

void CampaignJsonTest::everyFieldSurvives() {
  QFETCH(Campaign, campaign);
  const auto back = campaignFromJson(QJsonDocument(toJson(campaign)).toJson());
  QVERIFY2(back, back ? "" : qPrintable(back.error().message));
  QVERIFY(*back == campaign);
  const auto fits = providers::checkAgainstSchema(QJsonDocument(toJson(campaign)).toJson(),
                                                  QStringLiteral(":/schemas/campaign.schema.json"));
  QVERIFY2(fits, fits ? "" : qPrintable(fits.error().message));
}

void CampaignJsonTest::theMessageKeepsEveryByte() {
  Campaign campaign;
  campaign.message = "a\r\nb\tc\xC2\xA0 \xE2\x80\xA8 \xE0\xA4\xA8 \xF0\x9F\x98\x80 \"{% raw %}\" \\";
  const auto back = campaignFromJson(QJsonDocument(toJson(campaign)).toJson(QJsonDocument::Compact));
  QVERIFY(back);
  QCOMPARE(back->message, campaign.message);
}

void CampaignJsonTest::absentMembersHaveTheirDefaults() {
  const auto campaign = campaignFromJson(QByteArray(R"({"name":"A"})"));
  QVERIFY(campaign);
  Campaign expected;
  expected.name = QStringLiteral("A");
  QVERIFY(*campaign == expected);
}

void CampaignJsonTest::idAndRevisionAreNotPartOfIt() {
  Campaign campaign = fullCampaign();
  campaign.id = CampaignId{9};
  campaign.revision = 4;
  const auto back = campaignFromJson(toJson(campaign));
  QVERIFY(back);
  QVERIFY(!back->id.isValid());
  QVERIFY(sameContent(*back, campaign));
}

void CampaignJsonTest::membersThatCannotBeUsedAreNamed_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QString>("named");
  QTest::newRow("no JSON") << QByteArray("{\"name\":") << QStringLiteral("no JSON");
  QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("JSON object");
  QTest::newRow("name") << QByteArray(R"({"name":5})") << QStringLiteral("\"name\"");
  QTest::newRow("labels") << QByteArray(R"({"labels":[5]})") << QStringLiteral("\"labels\"");
  QTest::newRow("channel") << QByteArray(R"({"channel":"pigeon"})") << QStringLiteral("\"channel\"");
  QTest::newRow("purpose") << QByteArray(R"({"purpose":"fun"})") << QStringLiteral("\"purpose\"");
  QTest::newRow("route kind") << QByteArray(R"({"route":{"kind":"x"}})") << QStringLiteral("\"route.kind\"");
  QTest::newRow("route id") << QByteArray(R"({"route":{"kind":"group"}})") << QStringLiteral("\"route.id\"");
  QTest::newRow("audience") << QByteArray(R"({"audience":{"kind":"x"}})") << QStringLiteral("\"audience.kind\"");
  QTest::newRow("segment") << QByteArray(R"({"audience":{"kind":"rules","segment":{"all":[{"property":"a"}]}}})")
                           << QStringLiteral("\"audience.segment\"");
  QTest::newRow("parts") << QByteArray(R"({"max_parts":11})") << QStringLiteral("\"max_parts\"");
  QTest::newRow("nobody first") << QByteArray(R"({"release":{"first":0}})") << QStringLiteral("\"release.first\"");
  QTest::newRow("one percent") << QByteArray(R"({"hold_back":{"percent":1}})")
                               << QStringLiteral("\"hold_back.percent\"");
  QTest::newRow("everybody held back") << QByteArray(R"({"hold_back":{"percent":100}})")
                                       << QStringLiteral("\"hold_back.percent\"");
  QTest::newRow("no seed") << QByteArray(R"({"hold_back":{"seed":0}})") << QStringLiteral("\"hold_back.seed\"");
  QTest::newRow("workspace") << QByteArray(R"({"hold_back":{"workspace":"no"}})")
                             << QStringLiteral("\"hold_back.workspace\"");
  QTest::newRow("goal without an event") << QByteArray(R"({"goal":{}})") << QStringLiteral("\"goal.event\"");
  QTest::newRow("goal in years") << QByteArray(R"({"goal":{"event":"A","within":{"count":1,"unit":"years"}}})")
                                 << QStringLiteral("\"goal.within.unit\"");
  QTest::newRow("goal at once") << QByteArray(R"({"goal":{"event":"A","within":{"count":0,"unit":"days"}}})")
                                << QStringLiteral("\"goal.within\"");
  QTest::newRow("goal in six months") << QByteArray(R"({"goal":{"event":"A","within":{"count":6,"unit":"months"}}})")
                                      << QStringLiteral("\"goal.within\"");
  QTest::newRow("goal with half a condition")
      << QByteArray(R"({"goal":{"event":"A","where":[{"property":"b"}]}})") << QStringLiteral("goal.where[0]");
  QTest::newRow("goal with more") << QByteArray(R"({"goal":{"event":"A","x":1}})") << QStringLiteral("\"goal.x\"");
  QTest::newRow("safety check") << QByteArray(R"({"safety_check":0})") << QStringLiteral("\"safety_check\"");
  QTest::newRow("only nobody") << QByteArray(R"({"reach":{"only":0}})") << QStringLiteral("\"reach.only\"");
  QTest::newRow("only a half") << QByteArray(R"({"reach":{"only":1.5}})") << QStringLiteral("\"reach.only\"");
  QTest::newRow("codes of nothing") << QByteArray(R"({"reach":{"codes_of":""}})")
                                    << QStringLiteral("\"reach.codes_of\"");
  QTest::newRow("no day") << QByteArray(R"({"live_limit":{"per_day":0}})") << QStringLiteral("\"live_limit.per_day\"");
  QTest::newRow("too many in total") << QByteArray(R"({"live_limit":{"total":10000001}})")
                                     << QStringLiteral("\"live_limit.total\"");
  QTest::newRow("a day and in total") << QByteArray(R"({"live_limit":{"per_day":500,"total":500}})")
                                      << QStringLiteral("\"live_limit\"");
  QTest::newRow("two limits") << QByteArray(R"({"reach":{"only":500,"codes_of":"Spring"}})")
                              << QStringLiteral("\"reach\"");
  QTest::newRow("too many first") << QByteArray(R"({"release":{"first":10001}})")
                                  << QStringLiteral("\"release.first\"");
  QTest::newRow("when") << QByteArray(R"({"when":{"kind":"x"}})") << QStringLiteral("when.kind");
}

void CampaignJsonTest::membersThatCannotBeUsedAreNamed() {
  QFETCH(QByteArray, json);
  QFETCH(QString, named);
  const auto campaign = campaignFromJson(json);
  QVERIFY(!campaign);
  QCOMPARE(campaign.error().code, ErrorCode::InvalidInput);
  QVERIFY2(campaign.error().message.contains(named), qPrintable(campaign.error().message));
}

QTEST_GUILESS_MAIN(CampaignJsonTest)
#include "campaign_json_test.moc"
