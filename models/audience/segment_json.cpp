// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "audience/rules/rule_json.h"
#include "audience/segment.h"

namespace heliograph::audience {
namespace {

constexpr int deepestGroup = 20;

const QString kOff = QStringLiteral("off");
const QString kExclude = QStringLiteral("exclude");

QJsonObject valueToJson(const SegmentGroup& group) {
  QJsonArray parts;
  for (const SegmentPart& part : group.parts) {
    QJsonObject json = std::visit(
        [](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, SegmentGroup>) {
            return valueToJson(value);
          } else {
            return ruleToJson(value);
          }
        },
        part.value);
    if (part.off) json.insert(kOff, true);
    parts.append(json);
  }
  const bool all = group.join == SegmentGroup::Join::All;
  QJsonObject json{{all ? QStringLiteral("all") : QStringLiteral("any"), parts}};
  if (group.excluded) json.insert(kExclude, true);
  return json;
}

template <class Rule>
Result<SegmentPart> partOf(Result<Rule>&& rule, bool off) {
  if (!rule) return fail(rule.error());
  return SegmentPart{std::move(*rule), off};
}

Result<SegmentGroup> groupFromJson(const JsonPlace& json, int depth);

bool isGroup(const QJsonObject& json) {
  return json.contains(QStringLiteral("all")) || json.contains(QStringLiteral("any"));
}

/// The rule or group of an object; what it is, is told by its key.
Result<SegmentPart> partFromJson(const JsonPlace& json, int depth) {
  auto off = json.flag(kOff, false);
  if (!off) return fail(off.error());
  const auto has = [&](const char* key) { return json.object().contains(QLatin1String(key)); };
  if (isGroup(json.object())) return partOf(groupFromJson(json, depth + 1), *off);
  if (has("event")) return partOf(eventRuleFromJson(json), *off);
  if (has("same_value")) return partOf(sameValueRuleFromJson(json), *off);
  if (has("near")) return partOf(nearRuleFromJson(json), *off);
  if (has("device")) return partOf(deviceRuleFromJson(json), *off);
  if (has("segment") || has("list")) return partOf(memberRuleFromJson(json), *off);
  if (has("campaign") || has("label")) return partOf(campaignRuleFromJson(json), *off);
  if (has("property")) return partOf(propertyRuleFromJson(json), *off);
  return json.wrong(
      QStringLiteral("it is no rule; it has none of “property”, “event”, “same_value”, “near”, “device”, “segment”, "
                     "“list”, “campaign”, “label”, “all” and “any”"));
}

Result<SegmentGroup> groupFromJson(const JsonPlace& json, int depth) {
  if (depth > deepestGroup) return json.wrong(QStringLiteral("groups are nested too deeply"));
  SegmentGroup group;
  const bool any = json.object().contains(QStringLiteral("any"));
  group.join = any ? SegmentGroup::Join::Any : SegmentGroup::Join::All;
  const QString key = any ? QStringLiteral("any") : QStringLiteral("all");
  HELIOGRAPH_TRY(json.onlyKeys({key, kOff, kExclude}));
  auto excluded = json.flag(kExclude, false);
  if (!excluded) return fail(excluded.error());
  group.excluded = *excluded;
  auto parts = json.objects(key);
  if (!parts) return fail(parts.error());
  for (const JsonPlace& each : *parts) {
    auto part = partFromJson(each, depth);
    if (!part) return fail(part.error());
    group.parts.push_back(std::move(*part));
  }
  return group;
}

}  // namespace

QJsonObject toJson(const Segment& segment) {
  if (segment.isEverybody()) return {{QStringLiteral("everybody"), true}};
  return valueToJson(segment.rules);
}

Result<Segment> segmentFromJson(const QJsonObject& object) {
  const JsonPlace json(object, QString());
  const QString everybody = QStringLiteral("everybody");
  if (object.contains(everybody)) {
    HELIOGRAPH_TRY(json.onlyKeys({everybody}));
    if (object.value(everybody) != QJsonValue(true)) {
      return JsonPlace(object, everybody).wrong(QStringLiteral("it can only be true"));
    }
    return Segment::everybody();
  }
  if (object.isEmpty()) {
    return json.wrong(QStringLiteral("it has none of “everybody”, “all” and “any”, and it is no rule"));
  }
  auto part = partFromJson(json, 0);
  if (!part) return fail(part.error());
  auto* group = std::get_if<SegmentGroup>(&part->value);
  if (group != nullptr && group->parts.empty() && !part->off) {
    // An empty list could as well be a slip; everybody is only meant when it is written.
    return json.wrong(QStringLiteral("it has no rules; write {\"everybody\": true} if everybody is meant"));
  }
  if (group == nullptr || part->off || group->excluded) {
    return Segment{SegmentGroup{SegmentGroup::Join::All, {std::move(*part)}}};
  }
  return Segment{std::move(*group)};
}

}  // namespace heliograph::audience
