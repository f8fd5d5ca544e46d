// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/rule_json.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "audience/rules/window_json.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

const QString kPropertyKey = QStringLiteral("property");
const QString kOperatorKey = QStringLiteral("operator");
const QString kValuesKey = QStringLiteral("values");
const QString kWithinKey = QStringLiteral("within");
const QString kWhereKey = QStringLiteral("where");
const QString kDidKey = QStringLiteral("did");
const QString kOffKey = QStringLiteral("off");

/// An operator with the values it takes.
struct Comparison {
  Op op = Op::Equals;
  QJsonArray values;
};

void addComparison(QJsonObject& json, Op op, const QJsonArray& values) {
  json.insert(kOperatorKey, operatorName(op));
  if (!values.isEmpty()) json.insert(kValuesKey, values);
}

QString countOf(const ValueCount& count) {
  if (count.most < 0) return QStringLiteral("one value or more");
  return QStringLiteral("%1 value%2").arg(count.most).arg(count.most == 1 ? QString() : QStringLiteral("s"));
}

Result<> checkValues(const JsonPlace& json, const Comparison& comparison) {
  const ValueCount count = valueCount(comparison.op);
  const auto given = comparison.values.size();
  if (given < count.least || (count.most >= 0 && given > count.most)) {
    return json.wrong(
        QStringLiteral("“%1” takes %2, %3 given").arg(operatorName(comparison.op), countOf(count)).arg(given));
  }
  for (const QJsonValue& value : comparison.values) {
    if (!value.isString() && !value.isDouble()) {
      return json.wrongAt(kValuesKey, QStringLiteral("a value is neither text nor number"));
    }
  }
  if (countsTime(comparison.op) && !timeUnitFromName(comparison.values.at(1).toString())) {
    return json.wrongAt(kValuesKey, QStringLiteral("the second value is no unit of time, like “days”"));
  }
  return {};
}

Result<Comparison> comparisonFrom(const JsonPlace& json) {
  // The names of an earlier form, which counted days only.
  static const std::array<std::pair<QLatin1String, Op>, 2> daysOnly{
      {{QLatin1String("in_last_days"), Op::InLast}, {QLatin1String("days_ago"), Op::Ago}}};
  auto values = json.list(kValuesKey);
  if (!values) return fail(values.error());
  Comparison comparison{Op::Equals, std::move(*values)};
  const QString name = json.object().value(kOperatorKey).toString();
  const auto old = std::find_if(daysOnly.begin(), daysOnly.end(), [&](const auto& each) { return each.first == name; });
  if (old != daysOnly.end() && comparison.values.size() == 1) comparison.values.append(timeUnitName(TimeUnit::Days));
  const auto op = old != daysOnly.end() ? std::optional(old->second) : operatorFromName(name);
  if (!op) return json.wrongAt(kOperatorKey, QStringLiteral("the operator “%1” is not known").arg(name));
  comparison.op = *op;
  HELIOGRAPH_TRY(checkValues(json, comparison));
  return comparison;
}

Result<std::vector<SegmentRule>> whereFrom(const JsonPlace& json) {
  auto places = json.objects(kWhereKey);
  if (!places) return fail(places.error());
  std::vector<SegmentRule> rules;
  for (const JsonPlace& each : *places) {
    auto rule = propertyRuleFromJson(each);
    if (!rule) return fail(rule.error());
    if (each.object().contains(kOffKey)) return each.wrong(QStringLiteral("“off” is not known here"));
    rules.push_back(std::move(*rule));
  }
  return rules;
}

void addWhere(QJsonObject& json, const std::vector<SegmentRule>& where) {
  QJsonArray rules;
  for (const SegmentRule& each : where) rules.append(ruleToJson(each));
  if (!rules.isEmpty()) json.insert(kWhereKey, rules);
}

void addWithin(QJsonObject& json, const TimeWindow& window) {
  if (window.kind != TimeWindow::Kind::Ever) json.insert(kWithinKey, windowToJson(window));
}

Result<TimeWindow> withinFrom(const JsonPlace& json) {
  auto inner = json.inner(kWithinKey);
  if (!inner) return fail(inner.error());
  if (inner->object().isEmpty() && !json.object().contains(kWithinKey)) return TimeWindow{};
  return windowFromJson(*inner);
}

Result<> readMeasure(const JsonPlace& json, EventRule& rule) {
  if (const QString key = QStringLiteral("measure"); json.object().contains(key)) {
    const auto measure = measureFromName(json.object().value(key).toString());
    if (!measure) return json.wrongAt(key, QStringLiteral("it is none of count, sum, average, first_time, last_time"));
    rule.measure = *measure;
  }
  const bool ofProperty = rule.measure == EventRule::Measure::Sum || rule.measure == EventRule::Measure::Average;
  if (!rule.did && rule.measure != EventRule::Measure::Count) {
    return json.wrongAt(QStringLiteral("measure"), QStringLiteral("nothing is measured of what wasn't done"));
  }
  if (ofProperty) {
    auto property = json.text(kPropertyKey);
    if (!property) return fail(property.error());
    rule.property = std::move(*property);
  } else if (json.object().contains(kPropertyKey)) {
    return json.wrongAt(kPropertyKey, QStringLiteral("only “sum” and “average” have one"));
  }
  const bool compared = json.object().contains(kOperatorKey) || json.object().contains(kValuesKey);
  if (!comparesMeasure(rule)) {
    return compared ? Result<>(json.wrongAt(kOperatorKey, QStringLiteral("there is nothing to compare"))) : Result<>();
  }
  if (!compared && !ofProperty) return {};
  auto comparison = comparisonFrom(json);
  if (!comparison) return fail(comparison.error());
  if (!measureSuits(comparison->op)) {
    return json.wrongAt(kOperatorKey,
                        QStringLiteral("“%1” doesn't suit a number of events").arg(operatorName(comparison->op)));
  }
  rule.op = comparison->op;
  rule.values = std::move(comparison->values);
  return {};
}

Result<SameValueRule::Event> sameValueEventFrom(const JsonPlace& json) {
  HELIOGRAPH_TRY(json.onlyKeys({QStringLiteral("event"), kPropertyKey, kDidKey, kWithinKey, kWhereKey}));
  auto event = json.text(QStringLiteral("event"));
  if (!event) return fail(event.error());
  auto property = json.text(kPropertyKey);
  if (!property) return fail(property.error());
  auto did = json.flag(kDidKey, true);
  if (!did) return fail(did.error());
  auto within = withinFrom(json);
  if (!within) return fail(within.error());
  auto where = whereFrom(json);
  if (!where) return fail(where.error());
  return SameValueRule::Event{std::move(*event), std::move(*property), *did, std::move(*within), std::move(*where)};
}

Result<NearRule::Place> placeFrom(const JsonPlace& json) {
  HELIOGRAPH_TRY(json.onlyKeys({QStringLiteral("name"), QStringLiteral("latitude"), QStringLiteral("longitude")}));
  auto name = json.text(QStringLiteral("name"));
  if (!name) return fail(name.error());
  NearRule::Place place{std::move(*name), 0, 0};
  const auto degrees = [&](const QString& key, double most, double& into) -> Result<> {
    const auto number = json.number(key);
    if (!number) return fail(number.error());
    if (std::abs(*number) > most) return json.wrongAt(key, QStringLiteral("it is from -%1 to %1").arg(most));
    into = *number;
    return {};
  };
  HELIOGRAPH_TRY(degrees(QStringLiteral("latitude"), 90, place.latitude));
  HELIOGRAPH_TRY(degrees(QStringLiteral("longitude"), 180, place.longitude));
  return place;
}

constexpr std::array<const char*, 3> kWhats{"received", "clicked", "converted"};

}  // namespace

QJsonObject ruleToJson(const SegmentRule& rule) {
  QJsonObject json{{kPropertyKey, rule.property}};
  addComparison(json, rule.op, rule.values);
  return json;
}

Result<SegmentRule> propertyRuleFromJson(const JsonPlace& json) {
  HELIOGRAPH_TRY(json.onlyKeys({kPropertyKey, kOperatorKey, kValuesKey, kOffKey}));
  auto property = json.text(kPropertyKey);
  if (!property) return fail(property.error());
  auto comparison = comparisonFrom(json);
  if (!comparison) return fail(comparison.error());
  return SegmentRule{std::move(*property), comparison->op, std::move(comparison->values)};
}

QJsonObject ruleToJson(const EventRule& rule) {
  using Measure = EventRule::Measure;
  QJsonObject json{{QStringLiteral("event"), rule.event}};
  if (!rule.did) json.insert(kDidKey, false);
  if (rule.did && rule.measure != Measure::Count) json.insert(QStringLiteral("measure"), measureName(rule.measure));
  if (rule.measure == Measure::Sum || rule.measure == Measure::Average) json.insert(kPropertyKey, rule.property);
  if (comparesMeasure(rule)) {
    addComparison(json, rule.op, rule.values);
    if (rule.includeNever) json.insert(QStringLiteral("include_never"), true);
  }
  addWithin(json, rule.within);
  addWhere(json, rule.where);
  return json;
}

Result<EventRule> eventRuleFromJson(const JsonPlace& json) {
  const QString includeNever = QStringLiteral("include_never");
  HELIOGRAPH_TRY(json.onlyKeys({QStringLiteral("event"), kDidKey, QStringLiteral("measure"), kPropertyKey, kOperatorKey,
                                kValuesKey, includeNever, kWithinKey, kWhereKey, kOffKey}));
  auto event = json.text(QStringLiteral("event"));
  if (!event) return fail(event.error());
  auto did = json.flag(kDidKey, true);
  if (!did) return fail(did.error());
  EventRule rule;
  rule.event = std::move(*event);
  rule.did = *did;
  HELIOGRAPH_TRY(readMeasure(json, rule));
  auto never = json.flag(includeNever, false);
  if (!never) return fail(never.error());
  if (*never && !comparesMeasure(rule))
    return json.wrongAt(includeNever, QStringLiteral("there is nothing to compare"));
  rule.includeNever = *never;
  auto within = withinFrom(json);
  if (!within) return fail(within.error());
  rule.within = std::move(*within);
  auto where = whereFrom(json);
  if (!where) return fail(where.error());
  rule.where = std::move(*where);
  return rule;
}

QJsonObject ruleToJson(const SameValueRule& rule) {
  QJsonArray events;
  for (const SameValueRule::Event& each : rule.events) {
    QJsonObject json{{QStringLiteral("event"), each.event}, {kPropertyKey, each.property}};
    if (!each.did) json.insert(kDidKey, false);
    addWithin(json, each.within);
    addWhere(json, each.where);
    events.append(json);
  }
  return {{QStringLiteral("same_value"), events}};
}

Result<SameValueRule> sameValueRuleFromJson(const JsonPlace& json) {
  const QString key = QStringLiteral("same_value");
  HELIOGRAPH_TRY(json.onlyKeys({key, kOffKey}));
  auto places = json.objects(key);
  if (!places) return fail(places.error());
  SameValueRule rule;
  for (const JsonPlace& each : *places) {
    auto event = sameValueEventFrom(each);
    if (!event) return fail(event.error());
    rule.events.push_back(std::move(*event));
  }
  const bool any = std::any_of(rule.events.begin(), rule.events.end(), [](const auto& each) { return each.did; });
  if (!any) return json.wrongAt(key, QStringLiteral("there is no event that was done"));
  return rule;
}

QJsonObject ruleToJson(const NearRule& rule) {
  QJsonArray places;
  for (const NearRule::Place& each : rule.places) {
    places.append(QJsonObject{{QStringLiteral("name"), each.name},
                              {QStringLiteral("latitude"), each.latitude},
                              {QStringLiteral("longitude"), each.longitude}});
  }
  return {
      {QStringLiteral("near"), places},
      {QStringLiteral("radius"), rule.radius},
      {QStringLiteral("unit"), rule.unit == NearRule::Unit::Miles ? QStringLiteral("miles") : QStringLiteral("km")}};
}

Result<NearRule> nearRuleFromJson(const JsonPlace& json) {
  const QString near = QStringLiteral("near");
  const QString unitKey = QStringLiteral("unit");
  HELIOGRAPH_TRY(json.onlyKeys({near, QStringLiteral("radius"), unitKey, kOffKey}));
  auto places = json.objects(near);
  if (!places) return fail(places.error());
  if (places->empty()) return json.wrongAt(near, QStringLiteral("there is no place"));
  NearRule rule;
  for (const JsonPlace& each : *places) {
    auto place = placeFrom(each);
    if (!place) return fail(place.error());
    rule.places.push_back(std::move(*place));
  }
  const auto radius = json.number(QStringLiteral("radius"));
  if (!radius) return fail(radius.error());
  if (*radius <= 0) return json.wrongAt(QStringLiteral("radius"), QStringLiteral("it has to be more than 0"));
  rule.radius = *radius;
  const QString unit = json.object().value(unitKey).toString(QStringLiteral("km"));
  if (unit != QLatin1String("km") && unit != QLatin1String("miles")) {
    return json.wrongAt(unitKey, QStringLiteral("it is neither km nor miles"));
  }
  rule.unit = unit == QLatin1String("km") ? NearRule::Unit::Kilometres : NearRule::Unit::Miles;
  return rule;
}

QJsonObject ruleToJson(const DeviceRule& rule) {
  QJsonObject json{{QStringLiteral("device"), deviceFieldName(rule.field)}};
  addComparison(json, rule.op, rule.values);
  return json;
}

Result<DeviceRule> deviceRuleFromJson(const JsonPlace& json) {
  const QString device = QStringLiteral("device");
  HELIOGRAPH_TRY(json.onlyKeys({device, kOperatorKey, kValuesKey, kOffKey}));
  const auto field = deviceFieldFromName(json.object().value(device).toString());
  if (!field) {
    return json.wrongAt(device,
                        QStringLiteral("it is none of app_version, make, model, os_version, sdk_version, platform"));
  }
  auto comparison = comparisonFrom(json);
  if (!comparison) return fail(comparison.error());
  return DeviceRule{*field, comparison->op, std::move(comparison->values)};
}

QJsonObject ruleToJson(const MemberRule& rule) {
  const bool segment = rule.of == MemberRule::Of::Segment;
  QJsonObject json{{segment ? QStringLiteral("segment") : QStringLiteral("list"), rule.name}};
  if (!rule.member) json.insert(QStringLiteral("member"), false);
  return json;
}

Result<MemberRule> memberRuleFromJson(const JsonPlace& json) {
  const bool segment = json.object().contains(QStringLiteral("segment"));
  const QString key = segment ? QStringLiteral("segment") : QStringLiteral("list");
  HELIOGRAPH_TRY(json.onlyKeys({key, QStringLiteral("member"), kOffKey}));
  auto name = json.text(key);
  if (!name) return fail(name.error());
  const auto member = json.flag(QStringLiteral("member"), true);
  if (!member) return fail(member.error());
  return MemberRule{segment ? MemberRule::Of::Segment : MemberRule::Of::List, std::move(*name), *member};
}

QJsonObject ruleToJson(const CampaignRule& rule) {
  const bool one = rule.by == CampaignRule::By::Campaign;
  QJsonObject json{{one ? QStringLiteral("campaign") : QStringLiteral("label"), rule.name},
                   {QStringLiteral("what"), QString::fromLatin1(kWhats[static_cast<std::size_t>(rule.what)])}};
  if (!rule.did) json.insert(kDidKey, false);
  addWithin(json, rule.within);
  return json;
}

Result<CampaignRule> campaignRuleFromJson(const JsonPlace& json) {
  const bool one = json.object().contains(QStringLiteral("campaign"));
  const QString key = one ? QStringLiteral("campaign") : QStringLiteral("label");
  const QString whatKey = QStringLiteral("what");
  HELIOGRAPH_TRY(json.onlyKeys({key, whatKey, kDidKey, kWithinKey, kOffKey}));
  auto name = json.text(key);
  if (!name) return fail(name.error());
  CampaignRule rule;
  rule.by = one ? CampaignRule::By::Campaign : CampaignRule::By::Label;
  rule.name = std::move(*name);
  const QString what = json.object().value(whatKey).toString();
  const auto known =
      std::find_if(kWhats.begin(), kWhats.end(), [&](const char* each) { return what == QLatin1String(each); });
  if (known == kWhats.end()) return json.wrongAt(whatKey, QStringLiteral("it is none of received, clicked, converted"));
  rule.what = static_cast<CampaignRule::What>(known - kWhats.begin());
  const auto did = json.flag(kDidKey, true);
  if (!did) return fail(did.error());
  rule.did = *did;
  auto within = withinFrom(json);
  if (!within) return fail(within.error());
  rule.within = std::move(*within);
  return rule;
}

}  // namespace heliograph::audience
