// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment.h"

namespace heliograph::audience {
namespace {

constexpr int deepestGroup = 20;

QJsonObject ruleToJson(const SegmentRule& rule) {
  QJsonObject json{{QStringLiteral("property"), rule.property}, {QStringLiteral("operator"), operatorName(rule.op)}};
  if (!rule.values.isEmpty()) json.insert(QStringLiteral("values"), rule.values);
  return json;
}

QJsonObject groupToJson(const SegmentGroup& group) {
  QJsonArray parts;
  for (const SegmentPart& part : group.parts) {
    const auto* rule = std::get_if<SegmentRule>(&part.value);
    parts.append(rule != nullptr ? ruleToJson(*rule) : groupToJson(std::get<SegmentGroup>(part.value)));
  }
  const bool all = group.join == SegmentGroup::Join::All;
  return {{all ? QStringLiteral("all") : QStringLiteral("any"), parts}};
}

tl::unexpected<Error> wrongSegment(const QString& place, const QString& what) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("The segment can't be used: %1%2.")
                                           .arg(place.isEmpty() ? place : place + QStringLiteral(": "), what));
}

Result<> checkKeys(const QJsonObject& json, const QStringList& known, const QString& place) {
  for (const QString& key : json.keys()) {
    if (!known.contains(key)) return wrongSegment(place, QStringLiteral("“%1” is not known here").arg(key));
  }
  return {};
}

Result<> checkValues(const SegmentRule& rule, const QString& place) {
  const ValueCount count = valueCount(rule.op);
  const auto given = rule.values.size();
  if (given < count.least || (count.most >= 0 && given > count.most)) {
    return wrongSegment(place, QStringLiteral("“%1” takes %2, %3 given")
                                   .arg(operatorName(rule.op))
                                   .arg(count.most < 0 ? QStringLiteral("one value or more")
                                                       : QStringLiteral("%1 value%2")
                                                             .arg(count.most)
                                                             .arg(count.most == 1 ? QString() : QStringLiteral("s")))
                                   .arg(given));
  }
  for (const QJsonValue& value : rule.values) {
    if (!value.isString() && !value.isDouble())
      return wrongSegment(place, QStringLiteral("a value is neither text nor number"));
  }
  return {};
}

Result<SegmentRule> ruleFromJson(const QJsonObject& json, const QString& place) {
  HELIOGRAPH_TRY(
      checkKeys(json, {QStringLiteral("property"), QStringLiteral("operator"), QStringLiteral("values")}, place));
  SegmentRule rule;
  rule.property = json.value(QStringLiteral("property")).toString();
  if (rule.property.isEmpty()) return wrongSegment(place, QStringLiteral("“property” names no property"));
  const QString name = json.value(QStringLiteral("operator")).toString();
  const auto op = operatorFromName(name);
  if (!op) return wrongSegment(place, QStringLiteral("the operator “%1” is not known").arg(name));
  rule.op = *op;
  const QJsonValue values = json.value(QStringLiteral("values"));
  if (!values.isUndefined() && !values.isArray()) return wrongSegment(place, QStringLiteral("“values” is not a list"));
  rule.values = values.toArray();
  HELIOGRAPH_TRY(checkValues(rule, place));
  return rule;
}

Result<SegmentGroup> groupFromJson(const QJsonObject& json, const QString& place, int depth);

Result<SegmentPart> partFromJson(const QJsonValue& json, const QString& place, int depth) {
  if (!json.isObject()) return wrongSegment(place, QStringLiteral("it is not an object"));
  const QJsonObject object = json.toObject();
  if (object.contains(QStringLiteral("all")) || object.contains(QStringLiteral("any"))) {
    auto group = groupFromJson(object, place, depth + 1);
    if (!group) return fail(group.error());
    return SegmentPart{std::move(*group)};
  }
  auto rule = ruleFromJson(object, place);
  if (!rule) return fail(rule.error());
  return SegmentPart{std::move(*rule)};
}

Result<SegmentGroup> groupFromJson(const QJsonObject& json, const QString& place, int depth) {
  if (depth > deepestGroup) return wrongSegment(place, QStringLiteral("groups are nested too deeply"));
  SegmentGroup group;
  const bool any = json.contains(QStringLiteral("any"));
  group.join = any ? SegmentGroup::Join::Any : SegmentGroup::Join::All;
  const QString key = any ? QStringLiteral("any") : QStringLiteral("all");
  HELIOGRAPH_TRY(checkKeys(json, {key}, place));
  if (!json.value(key).isArray()) return wrongSegment(place, QStringLiteral("“%1” is not a list of rules").arg(key));
  const QJsonArray parts = json.value(key).toArray();
  for (int i = 0; i < parts.size(); ++i) {
    const QString at = QStringLiteral("%1%2[%3]").arg(place.isEmpty() ? place : place + QLatin1Char('.'), key).arg(i);
    auto part = partFromJson(parts.at(i), at, depth);
    if (!part) return fail(part.error());
    group.parts.push_back(std::move(*part));
  }
  return group;
}

}  // namespace

QJsonObject toJson(const Segment& segment) {
  if (segment.isEverybody()) return {{QStringLiteral("everybody"), true}};
  return groupToJson(segment.rules);
}

Result<Segment> segmentFromJson(const QJsonObject& json) {
  const QString everybody = QStringLiteral("everybody");
  if (json.contains(everybody)) {
    HELIOGRAPH_TRY(checkKeys(json, {everybody}, QString()));
    if (json.value(everybody) != QJsonValue(true))
      return wrongSegment(everybody, QStringLiteral("it can only be true"));
    return Segment::everybody();
  }
  if (json.contains(QStringLiteral("property"))) {
    auto rule = ruleFromJson(json, QString());
    if (!rule) return fail(rule.error());
    return Segment{SegmentGroup{SegmentGroup::Join::All, {SegmentPart{std::move(*rule)}}}};
  }
  if (!json.contains(QStringLiteral("all")) && !json.contains(QStringLiteral("any"))) {
    return wrongSegment(QString(), QStringLiteral("it has none of “everybody”, “all” and “any”"));
  }
  auto group = groupFromJson(json, QString(), 1);
  if (!group) return fail(group.error());
  if (group->parts.empty()) {
    // An empty list could as well be a slip; everybody is only meant when it is written.
    return wrongSegment(QString(),
                        QStringLiteral("it has no rules; write {\"everybody\": true} if everybody is meant"));
  }
  return Segment{std::move(*group)};
}

}  // namespace heliograph::audience
