// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "campaign/asked_json.h"
#include "campaign/json_reader.h"
#include "campaign/text_rules_json.h"
#include "campaign/variants_json.h"

namespace heliograph::campaign {
namespace {

constexpr int kMostParts = 10;

Result<audience::Segment> segmentMember(const QJsonObject& json) {
  if (!json.value(u"segment").isObject()) {
    return wrongMember(QStringLiteral("audience.segment"), QStringLiteral("an object with the rules"));
  }
  auto segment = audience::segmentFromJson(json.value(u"segment").toObject());
  if (!segment) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("\"audience.segment\": ") + segment.error().message);
  }
  return segment;
}

Result<Audience> savedFromJson(const QJsonObject& json) {
  Audience audience = Audience::saved(SegmentId{json.value(u"id").toInteger()}, json.value(u"name").toString());
  if (!audience.segmentId.isValid() && audience.segmentName.isEmpty()) {
    return wrongMember(QStringLiteral("audience.id"), QStringLiteral("the number of a saved segment"));
  }
  if (json.contains(u"segment")) {
    auto segment = segmentMember(json);
    if (!segment) return fail(segment.error());
    audience.segment = *segment;
  }
  return audience;
}

Result<Audience> liveFromJson(const QJsonObject& json) {
  if (!json.value(u"live").isObject()) {
    return wrongMember(QStringLiteral("audience.live"), QStringLiteral("an object that says when it fires"));
  }
  auto live = audience::liveSegmentFromJson(json.value(u"live").toObject());
  if (!live) return fail(ErrorCode::InvalidInput, QStringLiteral("\"audience.live\": ") + live.error().message);
  return Audience::asTheyAct(*live);
}

Result<Audience> audienceFromJson(const QJsonObject& json) {
  const QString kind = json.value(u"kind").toString(QStringLiteral("none"));
  if (kind == u"none") return Audience{};
  if (kind == u"everybody") return Audience::everybody();
  if (kind == u"saved") return savedFromJson(json);
  if (kind == u"rules") {
    auto segment = segmentMember(json);
    if (!segment) return fail(segment.error());
    return Audience::rules(*segment);
  }
  if (kind == u"live") return liveFromJson(json);
  return wrongMember(QStringLiteral("audience.kind"), QStringLiteral("one of none, everybody, saved, rules, live"));
}

Result<Release> releaseFromJson(const QJsonObject& json) {
  const QJsonValue first = json.value(u"first");
  if (first.isUndefined()) return Release::everybody();
  const int people = first.toInt();
  if (people >= 1 && people <= Release::most) return Release::firstThenAsk(people);
  return wrongMember(QStringLiteral("release.first"), QStringLiteral("a whole number from 1 to %1").arg(Release::most));
}

Result<> readParts(JsonReader& reader, Campaign& campaign) {
  auto route = routeFromJson(reader.object(QStringLiteral("route")));
  if (!route) return fail(route.error());
  campaign.route = *route;
  auto audience = audienceFromJson(reader.object(QStringLiteral("audience")));
  if (!audience) return fail(audience.error());
  campaign.audience = *audience;
  auto release = releaseFromJson(reader.object(QStringLiteral("release")));
  if (!release) return fail(release.error());
  campaign.release = *release;
  auto reach = reachLimitFromJson(reader.object(QStringLiteral("reach")));
  if (!reach) return fail(reach.error());
  campaign.reach = std::move(*reach);
  auto liveLimit = liveLimitFromJson(reader.object(QStringLiteral("live_limit")));
  if (!liveLimit) return fail(liveLimit.error());
  campaign.liveLimit = *liveLimit;
  if (reader.has(QStringLiteral("goal"))) {
    auto goal = audience::goalFromJson(reader.object(QStringLiteral("goal")));
    if (!goal) return fail(goal.error());
    campaign.goal = std::move(*goal);
  }
  auto quiet = quietRuleFromJson(reader.object(QStringLiteral("quiet_hours")));
  if (!quiet) return fail(quiet.error());
  campaign.quiet = std::move(*quiet);
  auto holdBack = holdBackFromJson(reader.object(QStringLiteral("hold_back")));
  if (!holdBack) return fail(holdBack.error());
  campaign.holdBack = *holdBack;
  campaign.safetyCheck = reader.number(QStringLiteral("safety_check"), 1, ReachLimit::most, 0);
  auto fields = providerFieldsFromJson(reader.object(QStringLiteral("fields")));
  if (!fields) return fail(fields.error());
  campaign.fields = std::move(*fields);
  auto variants = variantsFromJson(reader.object(QStringLiteral("variants")));
  if (!variants) return fail(variants.error());
  campaign.variants = std::move(*variants);
  auto rules = textRulesFromJson(reader.object(QStringLiteral("text_rules")));
  if (!rules) return fail(rules.error());
  campaign.textRules = std::move(*rules);
  for (const QJsonObject& one : reader.objects(QStringLiteral("linked"))) {
    auto use = linkedUseFromJson(one);
    if (!use) return fail(use.error());
    campaign.linked.push_back(std::move(*use));
  }
  const QJsonObject snippets = reader.object(QStringLiteral("snippets"));
  for (auto it = snippets.begin(); it != snippets.end(); ++it) {
    if (!it->isString()) reader.note(QStringLiteral("snippets"), QStringLiteral("an object with texts"));
    campaign.snippets.emplace(it.key(), it->toString().toUtf8());
  }
  if (reader.has(QStringLiteral("asked"))) campaign.asked = askedFromJson(reader.object(QStringLiteral("asked")));
  if (!reader.has(QStringLiteral("when"))) return {};
  auto when = schedule::whenFromJson(reader.object(QStringLiteral("when")));
  if (!when) return fail(when.error());
  campaign.when = *when;
  return {};
}

}  // namespace

Result<Route> routeFromJson(const QJsonObject& json) {
  const QString kind = json.value(u"kind").toString(QStringLiteral("default"));
  if (kind == u"default") return Route{};
  if (kind != u"provider" && kind != u"group") {
    return wrongMember(QStringLiteral("route.kind"), QStringLiteral("one of default, provider, group"));
  }
  const qint64 id = json.value(u"id").toInteger();
  if (id <= 0) return wrongMember(QStringLiteral("route.id"), QStringLiteral("the number of a provider or group"));
  return Route{kind, id};
}

QJsonObject toJson(const Route& route) {
  if (route.isDefault()) return {{QStringLiteral("kind"), QStringLiteral("default")}};
  return {{QStringLiteral("kind"), route.kind}, {QStringLiteral("id"), route.id}};
}

QJsonObject toJson(const Audience& audience) {
  const QString kind = QStringLiteral("kind");
  const QString segment = QStringLiteral("segment");
  switch (audience.kind) {
    case Audience::Kind::None:
      return {{kind, QStringLiteral("none")}};
    case Audience::Kind::Everybody:
      return {{kind, QStringLiteral("everybody")}};
    case Audience::Kind::Rules:
      return {{kind, QStringLiteral("rules")}, {segment, audience::toJson(audience.segment)}};
    case Audience::Kind::Live:
      return {{kind, QStringLiteral("live")}, {QStringLiteral("live"), audience::toJson(audience.live)}};
    case Audience::Kind::Saved:
      break;
  }
  QJsonObject saved{{kind, QStringLiteral("saved")},
                    {QStringLiteral("id"), audience.segmentId.value},
                    {QStringLiteral("name"), audience.segmentName}};
  if (!audience.segment.isEverybody()) saved.insert(segment, audience::toJson(audience.segment));
  return saved;
}

namespace {

QJsonObject snippetsJson(const message::Snippets& snippets) {
  QJsonObject json;
  for (const auto& [name, text] : snippets) json.insert(name, QString::fromUtf8(text));
  return json;
}

}  // namespace

QJsonObject toJson(const Campaign& campaign) {
  QJsonObject json{{QStringLiteral("name"), campaign.name},
                   {QStringLiteral("labels"), QJsonArray::fromStringList(campaign.labels)},
                   {QStringLiteral("channel"), channelName(campaign.channel)},
                   {QStringLiteral("purpose"), purposeName(campaign.purpose)},
                   {QStringLiteral("route"), toJson(campaign.route)},
                   {QStringLiteral("audience"), toJson(campaign.audience)},
                   {QStringLiteral("message"), QString::fromUtf8(campaign.message)},
                   {QStringLiteral("max_parts"), campaign.limits.maxParts},
                   {QStringLiteral("when"), schedule::toJson(campaign.when)}};
  if (campaign.goal) json.insert(QStringLiteral("goal"), audience::toJson(*campaign.goal));
  if (campaign.quiet != QuietRule{}) json.insert(QStringLiteral("quiet_hours"), toJson(campaign.quiet));
  if (campaign.holdBack != HoldBack{}) json.insert(QStringLiteral("hold_back"), toJson(campaign.holdBack));
  if (campaign.safetyCheck > 0) json.insert(QStringLiteral("safety_check"), campaign.safetyCheck);
  if (campaign.reach.limits()) json.insert(QStringLiteral("reach"), toJson(campaign.reach));
  if (campaign.liveLimit.limits()) json.insert(QStringLiteral("live_limit"), toJson(campaign.liveLimit));
  if (campaign.fields != ProviderFields{}) json.insert(QStringLiteral("fields"), toJson(campaign.fields));
  if (campaign.variants != Variants{}) json.insert(QStringLiteral("variants"), toJson(campaign.variants));
  if (campaign.textRules != message::TextRules{}) json.insert(QStringLiteral("text_rules"), toJson(campaign.textRules));
  if (!campaign.linked.empty()) json.insert(QStringLiteral("linked"), toJson(campaign.linked));
  if (!campaign.snippets.empty()) json.insert(QStringLiteral("snippets"), snippetsJson(campaign.snippets));
  if (campaign.asked) json.insert(QStringLiteral("asked"), askedToJson(*campaign.asked));
  if (campaign.release.asks()) {
    json.insert(QStringLiteral("release"), QJsonObject{{QStringLiteral("first"), campaign.release.first}});
  }
  return json;
}

Result<Campaign> campaignFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  Campaign campaign;
  campaign.name = reader.text(QStringLiteral("name"));
  campaign.labels = reader.texts(QStringLiteral("labels"));
  reader.oneOf(QStringLiteral("channel"), {channelName(Channel::Sms)});
  const QStringList purposes{purposeName(Purpose::Marketing), purposeName(Purpose::Transactional)};
  campaign.purpose =
      reader.oneOf(QStringLiteral("purpose"), purposes) == 1 ? Purpose::Transactional : Purpose::Marketing;
  campaign.message = reader.text(QStringLiteral("message")).toUtf8();
  campaign.limits.maxParts = reader.number(QStringLiteral("max_parts"), 1, kMostParts, campaign.limits.maxParts);
  HELIOGRAPH_TRY(readParts(reader, campaign));
  if (reader.fault()) return fail(*reader.fault());
  return campaign;
}

Result<Campaign> campaignFromJson(const QByteArray& json) {
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
  if (problem.error != QJsonParseError::NoError) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("This is no JSON: %1 at byte %2.").arg(problem.errorString()).arg(problem.offset));
  }
  if (!document.isObject()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("A campaign is a JSON object, {…}. This is a list or a value."));
  }
  return campaignFromJson(document.object());
}

}  // namespace heliograph::campaign
