// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>

#include "audience/live/live_segment.h"
#include "audience/rules/rule_json.h"
#include "audience/rules/window_json.h"

namespace heliograph::audience {
namespace {

using DateSide = OnADate::Side;

const QString kSingleAction = QStringLiteral("single_action");
const QString kInaction = QStringLiteral("inaction");
const QString kOnDate = QStringLiteral("on_date");
const QString kLiveFilter = QStringLiteral("filter");
const QString kLiveEvent = QStringLiteral("event");
const QString kLiveWhere = QStringLiteral("where");
const QString kFirstTime = QStringLiteral("first_time");
const QString kLiveDid = QStringLiteral("did");
const QString kLiveDidNot = QStringLiteral("did_not");
const QString kLiveWithin = QStringLiteral("within");
const QString kLiveCount = QStringLiteral("count");
const QString kLiveUnit = QStringLiteral("unit");
const QString kLiveProperty = QStringLiteral("property");
const QString kLiveSide = QStringLiteral("when");
const QString kEveryYear = QStringLiteral("every_year");
const QString kLiveAt = QStringLiteral("at");
const QString kLiveZone = QStringLiteral("zone");

QString sideName(DateSide side) {
  switch (side) {
    case DateSide::Before:
      return QStringLiteral("before");
    case DateSide::After:
      return QStringLiteral("after");
    case DateSide::On:
      break;
  }
  return QStringLiteral("on");
}

void putEvent(QJsonObject& json, const LiveEvent& event) {
  json.insert(kLiveEvent, event.event);
  QJsonArray where;
  for (const SegmentRule& rule : event.where) where.append(ruleToJson(rule));
  if (!where.isEmpty()) json.insert(kLiveWhere, where);
}

QJsonObject eventJson(const LiveEvent& event) {
  QJsonObject json;
  putEvent(json, event);
  return json;
}

void putTrigger(QJsonObject& json, const SingleAction& action) {
  QJsonObject made = eventJson(action.action);
  if (action.firstTime) made.insert(kFirstTime, true);
  json.insert(kSingleAction, made);
}

void putTrigger(QJsonObject& json, const Inaction& inaction) {
  json.insert(
      kInaction,
      QJsonObject{{kLiveDid, eventJson(inaction.did)},
                  {kLiveDidNot, eventJson(inaction.didNot)},
                  {kLiveWithin, QJsonObject{{kLiveCount, inaction.count}, {kLiveUnit, timeUnitName(inaction.unit)}}}});
}

void putTrigger(QJsonObject& json, const OnADate& date) {
  QJsonObject made{{kLiveProperty, date.property}, {kLiveSide, sideName(date.side)}};
  if (!date.isOfPerson()) putEvent(made, date.of);
  if (date.side != DateSide::On) {
    made.insert(kLiveCount, date.count);
    made.insert(kLiveUnit, timeUnitName(date.unit));
  }
  if (date.countsDays()) {
    if (date.everyYear) made.insert(kEveryYear, true);
    made.insert(kLiveAt, date.at.toString(QStringLiteral("HH:mm")));
    if (!date.zone.isEmpty()) made.insert(kLiveZone, QString::fromUtf8(date.zone));
  }
  json.insert(kOnDate, made);
}

/// A text that may be empty: not chosen yet.
Result<QString> readName(const JsonPlace& json, const QString& key) {
  const QJsonValue value = json.object().value(key);
  if (value.isUndefined() || value.isString()) return value.toString();
  return json.wrongAt(key, QStringLiteral("it is no text"));
}

Result<LiveEvent> readEvent(const JsonPlace& json) {
  LiveEvent event;
  auto name = readName(json, kLiveEvent);
  if (!name) return fail(name.error());
  event.event = std::move(*name);
  const auto where = json.objects(kLiveWhere);
  if (!where) return fail(where.error());
  for (const JsonPlace& one : *where) {
    auto rule = propertyRuleFromJson(one);
    if (!rule) return fail(rule.error());
    event.where.push_back(std::move(*rule));
  }
  return event;
}

Result<LiveEvent> readInnerEvent(const JsonPlace& json, const QString& key) {
  const auto inner = json.inner(key);
  if (!inner) return fail(inner.error());
  HELIOGRAPH_TRY(inner->onlyKeys({kLiveEvent, kLiveWhere}));
  return readEvent(*inner);
}

Result<> readSpan(const JsonPlace& json, int& count, TimeUnit& unit) {
  return readCountOf(json, TimeUnit::Weeks, count, unit);
}

Result<SingleAction> readSingleAction(const JsonPlace& json) {
  HELIOGRAPH_TRY(json.onlyKeys({kLiveEvent, kLiveWhere, kFirstTime}));
  auto event = readEvent(json);
  if (!event) return fail(event.error());
  const auto first = json.flag(kFirstTime, false);
  if (!first) return fail(first.error());
  return SingleAction{std::move(*event), *first};
}

Result<Inaction> readInaction(const JsonPlace& json) {
  HELIOGRAPH_TRY(json.onlyKeys({kLiveDid, kLiveDidNot, kLiveWithin}));
  Inaction inaction;
  auto did = readInnerEvent(json, kLiveDid);
  if (!did) return fail(did.error());
  auto didNot = readInnerEvent(json, kLiveDidNot);
  if (!didNot) return fail(didNot.error());
  inaction.did = std::move(*did);
  inaction.didNot = std::move(*didNot);
  const auto within = json.inner(kLiveWithin);
  if (!within) return fail(within.error());
  HELIOGRAPH_TRY(within->onlyKeys({kLiveCount, kLiveUnit}));
  HELIOGRAPH_TRY(readSpan(*within, inaction.count, inaction.unit));
  return inaction;
}

Result<> readWallTime(const JsonPlace& json, OnADate& date) {
  const auto yearly = json.flag(kEveryYear, false);
  if (!yearly) return fail(yearly.error());
  date.everyYear = *yearly;
  auto zone = readName(json, kLiveZone);
  if (!zone) return fail(zone.error());
  date.zone = zone->toUtf8();
  const auto at = json.text(kLiveAt);
  if (!at) return fail(at.error());
  date.at = QTime::fromString(*at, QStringLiteral("HH:mm"));
  return date.at.isValid() ? Result<>() : json.wrongAt(kLiveAt, QStringLiteral("it is no time of day like 09:30"));
}

Result<OnADate> readOnDate(const JsonPlace& json) {
  OnADate date;
  const QString side = json.object().value(kLiveSide).toString();
  if (side == sideName(DateSide::Before)) {
    date.side = DateSide::Before;
  } else if (side == sideName(DateSide::After)) {
    date.side = DateSide::After;
  } else if (side != sideName(DateSide::On)) {
    return json.wrongAt(kLiveSide, QStringLiteral("it is none of before, on, after"));
  }
  QStringList known{kLiveProperty, kLiveSide, kLiveEvent, kLiveWhere};
  if (date.side != DateSide::On) {
    known << kLiveCount << kLiveUnit;
    HELIOGRAPH_TRY(readSpan(json, date.count, date.unit));
  }
  if (date.countsDays()) known << kEveryYear << kLiveAt << kLiveZone;
  HELIOGRAPH_TRY(json.onlyKeys(known));
  auto property = readName(json, kLiveProperty);
  if (!property) return fail(property.error());
  date.property = std::move(*property);
  auto event = readEvent(json);
  if (!event) return fail(event.error());
  if (event->event.isEmpty() && !event->where.empty()) {
    return json.wrongAt(kLiveWhere, QStringLiteral("it narrows an event, but there is none"));
  }
  date.of = std::move(*event);
  if (date.countsDays()) HELIOGRAPH_TRY(readWallTime(json, date));
  return date;
}

template <class Trigger>
Result<> takeTrigger(Result<Trigger> trigger, LiveSegment& live) {
  if (!trigger) return fail(trigger.error());
  live.trigger = std::move(*trigger);
  return {};
}

}  // namespace

QJsonObject toJson(const LiveSegment& live) {
  QJsonObject json;
  std::visit([&json](const auto& trigger) { putTrigger(json, trigger); }, live.trigger);
  if (!live.filter.isEverybody()) json.insert(kLiveFilter, toJson(live.filter));
  return json;
}

Result<LiveSegment> liveSegmentFromJson(const QJsonObject& json) {
  const JsonPlace place(json, QString());
  HELIOGRAPH_TRY(place.onlyKeys({kSingleAction, kInaction, kOnDate, kLiveFilter}));
  const auto triggers = json.size() - (json.contains(kLiveFilter) ? 1 : 0);
  if (triggers != 1) return place.wrong(QStringLiteral("it has to say one of single_action, inaction, on_date"));
  LiveSegment live;
  for (const QString& key : {kSingleAction, kInaction, kOnDate}) {
    if (!json.contains(key)) continue;
    const auto inner = place.inner(key);
    if (!inner) return fail(inner.error());
    if (key == kSingleAction) HELIOGRAPH_TRY(takeTrigger(readSingleAction(*inner), live));
    if (key == kInaction) HELIOGRAPH_TRY(takeTrigger(readInaction(*inner), live));
    if (key == kOnDate) HELIOGRAPH_TRY(takeTrigger(readOnDate(*inner), live));
  }
  if (!json.contains(kLiveFilter)) return live;
  const auto filter = place.inner(kLiveFilter);
  if (!filter) return fail(filter.error());
  auto segment = segmentFromJson(filter->object());
  if (!segment) return fail(segment.error());
  live.filter = std::move(*segment);
  return live;
}

}  // namespace heliograph::audience
