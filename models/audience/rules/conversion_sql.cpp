// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/conversion_sql.h"

#include "audience/rules/condition_sql.h"

namespace heliograph::audience {
namespace {

Result<SqlField> goalField(const EventType& type, const QString& name) {
  if (const EventProperty* property = findEventProperty(type, name)) {
    return SqlField{name, QStringLiteral("e.") + eventColumn(property->id), property->type};
  }
  return fail(
      ErrorCode::InvalidInput,
      QStringLiteral("Conversions can't be counted: the event “%1” has no property “%2”, which the goal asks for.")
          .arg(type.name, name));
}

Result<QString> revenueColumn(const Goal& goal, const EventType& type) {
  if (goal.revenue.isEmpty()) return QStringLiteral("NULL");
  auto field = goalField(type, goal.revenue);
  if (!field) return fail(field.error());
  if (field->type == PropertyType::Number) return field->column;
  return fail(
      ErrorCode::InvalidInput,
      QStringLiteral("Revenue can't be counted: “%1” of the event “%2” is no number.").arg(field->name, type.name));
}

/// The instant from which on an event counts for row `o` of run `r`; NULL for who wasn't sent to.
const QString kCountsFrom = QStringLiteral(
    "CASE WHEN o.state = 'accepted' THEN COALESCE(a.finished_at, a.started_at, o.updated_at) WHEN o.state = 'skipped' "
    "AND "
    "o.reason IN ('control_group', 'workspace_control_group') THEN r.started_at END");

}  // namespace

Result<QString> conversionSql(const Goal& goal, const std::vector<EventType>& events, const EvaluationTime& time,
                              const QString& runs, QVariantList& values) {
  const EventType* type = findEventType(events, goal.event);
  if (type == nullptr) {
    return QStringLiteral(
        "SELECT NULL AS outbox_id, NULL AS profile_id, NULL AS at, NULL AS copy, NULL AS held, NULL AS revenue WHERE "
        "0");
  }
  const auto revenue = revenueColumn(goal, *type);
  if (!revenue) return fail(revenue.error());
  QStringList conditions;
  for (const SegmentRule& rule : goal.where) {
    const auto field = goalField(*type, rule.property);
    if (!field) return fail(field.error());
    auto condition = conditionSql(*field, rule.op, rule.values, time, values);
    if (!condition) return condition;
    conditions << *condition;
  }
  // In this order: events have no index, rows of a run are found by their person.
  return QStringLiteral(
             "SELECT o.id AS outbox_id, o.profile_id AS profile_id, e.at AS at, o.copy AS copy, o.state = 'skipped' AS "
             "held, %1 AS revenue FROM run r CROSS JOIN %2 e CROSS JOIN outbox o ON o.run_id = r.id AND o.profile_id = "
             "e.profile_id AND o.seed = 0 LEFT JOIN attempt a ON a.outbox_id = o.id AND a.number = o.tries WHERE (%3) "
             "AND "
             "e.at >= r.started_at AND %4 AND e.at BETWEEN (%5) AND (%5) + %6")
      .arg(*revenue, eventTable(type->id), runs, joinedSql(conditions, true), kCountsFrom)
      .arg(goal.window());
}

}  // namespace heliograph::audience
