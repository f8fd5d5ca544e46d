// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/goal.h"

#include <QJsonArray>

#include "audience/rules/rule_json.h"
#include "audience/segment.h"

namespace heliograph::audience {
namespace {

constexpr qint64 kMinuteOfGoal = 60'000;
const QString kGoalEvent = QStringLiteral("event");
const QString kGoalWhere = QStringLiteral("where");
const QString kGoalWithin = QStringLiteral("within");
const QString kGoalRevenue = QStringLiteral("revenue");

tl::unexpected<Error> wrongGoal(const QString& member, const QString& wanted) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("\"goal.%1\" must be %2.").arg(member, wanted));
}

/// 0 for what no goal is counted in.
qint64 lengthOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Minutes:
      return kMinuteOfGoal;
    case TimeUnit::Hours:
      return 60 * kMinuteOfGoal;
    case TimeUnit::Days:
      return 24 * 60 * kMinuteOfGoal;
    case TimeUnit::Weeks:
      return 7 * 24 * 60 * kMinuteOfGoal;
    case TimeUnit::Months:
      return 30 * 24 * 60 * kMinuteOfGoal;
    case TimeUnit::Years:
      break;
  }
  return 0;
}

QString countedUnit(const Goal& goal) {
  QString unit = timeUnitName(goal.unit);
  if (goal.count == 1) unit.chop(1);
  return QStringLiteral("%1 %2").arg(goal.count).arg(unit);
}

Result<> readWithin(const QJsonValue& value, Goal& goal) {
  if (value.isUndefined()) return {};
  const QJsonObject within = value.toObject();
  const auto unit = timeUnitFromName(within.value(u"unit").toString());
  if (!unit || lengthOf(*unit) == 0) {
    return wrongGoal(QStringLiteral("within.unit"), QStringLiteral("one of minutes, hours, days, weeks, months"));
  }
  goal.unit = *unit;
  goal.count = within.value(u"count").toInt();
  if (goal.window() >= Goal::shortest && goal.window() <= Goal::longest) return {};
  return wrongGoal(QStringLiteral("within"), QStringLiteral("from 1 minute to 5 months (of 30 days)"));
}

Result<> readWhere(const QJsonValue& value, Goal& goal) {
  if (!value.isUndefined() && !value.isArray()) return wrongGoal(kGoalWhere, QStringLiteral("a list of conditions"));
  int number = 0;
  for (const QJsonValue& each : value.toArray()) {
    const QString place = QStringLiteral("goal.where[%1]").arg(number++);
    auto rule = propertyRuleFromJson(JsonPlace(each.toObject(), place));
    if (!rule) return fail(rule.error());
    goal.where.push_back(std::move(*rule));
  }
  return {};
}

}  // namespace

qint64 Goal::window() const {
  return count * lengthOf(unit);
}

int mostOf(TimeUnit unit) {
  const qint64 length = lengthOf(unit);
  return length == 0 ? 0 : static_cast<int>(Goal::longest / length);
}

QJsonObject toJson(const Goal& goal) {
  QJsonObject json{{kGoalEvent, goal.event},
                   {kGoalWithin, QJsonObject{{QStringLiteral("count"), goal.count},
                                             {QStringLiteral("unit"), timeUnitName(goal.unit)}}}};
  QJsonArray where;
  for (const SegmentRule& rule : goal.where) where.append(ruleToJson(rule));
  if (!where.isEmpty()) json.insert(kGoalWhere, where);
  if (!goal.revenue.isEmpty()) json.insert(kGoalRevenue, goal.revenue);
  return json;
}

Result<Goal> goalFromJson(const QJsonObject& json) {
  for (const QString& key : json.keys()) {
    if (key == kGoalEvent || key == kGoalWhere || key == kGoalWithin || key == kGoalRevenue) continue;
    return fail(ErrorCode::InvalidInput, QStringLiteral("\"goal.%1\" is not known.").arg(key));
  }
  Goal goal;
  goal.event = json.value(kGoalEvent).toString();
  if (goal.event.isEmpty()) return wrongGoal(kGoalEvent, QStringLiteral("the name of an event"));
  const QJsonValue revenue = json.value(kGoalRevenue);
  if (!revenue.isUndefined() && !revenue.isString()) return wrongGoal(kGoalRevenue, QStringLiteral("a text"));
  goal.revenue = revenue.toString();
  HELIOGRAPH_TRY(readWithin(json.value(kGoalWithin), goal));
  HELIOGRAPH_TRY(readWhere(json.value(kGoalWhere), goal));
  return goal;
}

QString describe(const Goal& goal) {
  EventRule did;
  did.event = goal.event;
  did.where = goal.where;
  const QString people = describe(SegmentPart{did});
  QString words = QStringLiteral("People %1, within %2").arg(people, countedUnit(goal));
  if (!goal.revenue.isEmpty()) words += QStringLiteral("; revenue: %1").arg(goal.revenue);
  return words;
}

}  // namespace heliograph::audience
