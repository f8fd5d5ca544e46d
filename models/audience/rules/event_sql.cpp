// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/event_sql.h"

#include <algorithm>
#include <optional>

#include "audience/rules/condition_sql.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;
using Measure = EventRule::Measure;

Result<const EventType*> eventTypeNamed(const SegmentCatalog& catalog, const QString& name) {
  if (const EventType* type = catalog.event(name)) return type;
  return fail(ErrorCode::InvalidInput, QStringLiteral("Nobody did “%1”: there is no such event. Choose another one in "
                                                      "the segment, or import events of that name.")
                                           .arg(name));
}

Result<SqlField> eventField(const EventType& type, const QString& name) {
  if (const EventProperty* property = findEventProperty(type, name)) {
    return SqlField{name, QStringLiteral("e.") + eventColumn(property->id), property->type};
  }
  return fail(ErrorCode::InvalidInput, QStringLiteral("The event “%1” has no property “%2”. Choose another one in the "
                                                      "segment, or import events that have it.")
                                           .arg(type.name, name));
}

/// Builds "FROM event_3 AS e WHERE …" of one event; values are added in the order of the text.
class EventTables final {
 public:
  EventTables(const SegmentCatalog& catalog, const EvaluationTime& time, QVariantList& values)
      : m_catalog(catalog), m_time(time), m_values(values) {}

  Result<QString> from(const EventType& type, const std::vector<SegmentRule>& where, const InstantRange& range) {
    QStringList conditions;
    if (range.from || range.until) conditions << withinSql(QStringLiteral("e.at"), range, m_values);
    const auto narrowed = eventConditions(type, where, m_time, m_values);
    if (!narrowed) return fail(narrowed.error());
    conditions << *narrowed;
    const QString source = QStringLiteral(" FROM %1 AS e").arg(eventTable(type.id));
    return conditions.isEmpty() ? source : source + QStringLiteral(" WHERE ") + joinedSql(conditions, true);
  }

  Result<InstantRange> range(const QString& event, const TimeWindow& window) const {
    auto range = instantRange(window, m_time);
    if (!range) return wrongRule(event, range.error().message);
    return range;
  }

 private:
  const SegmentCatalog& m_catalog;
  const EvaluationTime& m_time;
  QVariantList& m_values;
};

QString personIn(const QString& people) {
  return QStringLiteral("p.id IN (%1)").arg(people);
}

QString personNotIn(const QString& people) {
  return QStringLiteral("p.id NOT IN (%1)").arg(people);
}

/// Whether a comparison with these numbers lets 0 through.
bool holdsForNothing(Op op, const QVariantList& numbers) {
  const double first = numbers.value(0).toDouble();
  const double second = numbers.value(1).toDouble();
  switch (op) {
    case Op::Greater:
      return 0 > first;
    case Op::GreaterOrEqual:
      return 0 >= first;
    case Op::Less:
      return 0 < first;
    case Op::LessOrEqual:
      return 0 <= first;
    case Op::Between:
      return std::min(first, second) <= 0 && std::max(first, second) >= 0;
    default:
      return numbers.contains(QVariant(0.0)) == (op == Op::Equals);
  }
}

/// The expression that is compared: count, sum or average of the grouped events.
Result<QString> measured(const EventRule& rule, const EventType& type) {
  if (rule.measure == Measure::Count) return QStringLiteral("count(*)");
  const auto field = eventField(type, rule.property);
  if (!field) return fail(field.error());
  if (field->type != PropertyType::Number) {
    return wrongRule(rule.event, QStringLiteral("“%1” is of type %2, so there is no sum of it")
                                     .arg(rule.property, propertyTypeName(field->type)));
  }
  const bool sum = rule.measure == Measure::Sum;
  return QStringLiteral("%1(%2)").arg(sum ? QStringLiteral("exact_sum") : QStringLiteral("exact_average"),
                                      field->column);
}

Result<QString> measureSql(const EventRule& rule, const EventType& type, const QString& source, QVariantList& values) {
  const ValueCount count = valueCount(rule.op);
  if (!measureSuits(rule.op) || rule.values.size() < count.least ||
      (count.most >= 0 && rule.values.size() > count.most)) {
    return wrongRule(rule.event, QStringLiteral("it compares with no number; write at least 1"));
  }
  const auto numbers = ruleNumbers(rule.event, rule.values);
  if (!numbers) return fail(numbers.error());
  const auto expression = measured(rule, type);
  if (!expression) return fail(expression.error());
  const QString people = QStringLiteral("SELECT e.profile_id") + source;
  const bool atLeastOnce = rule.measure == Measure::Count && rule.op == Op::GreaterOrEqual &&
                           numbers->value(0).toDouble() <= 1 && !rule.includeNever;
  if (atLeastOnce) return personIn(people);
  const QString compared = comparisonSql(*expression, rule.op, *numbers, values);
  const QString grouped = people + QStringLiteral(" GROUP BY e.profile_id HAVING ");
  if (!rule.includeNever || !holdsForNothing(rule.op, *numbers)) return personIn(grouped + compared);
  return personNotIn(grouped + QStringLiteral("NOT (%1)").arg(compared));
}

Result<QString> timeSql(const EventRule& rule, const QString& source, const InstantRange& range, QVariantList& values) {
  const QString people = QStringLiteral("SELECT e.profile_id") + source;
  if (!range.from && !range.until) return personIn(people);
  const QString time = rule.measure == Measure::FirstTime ? QStringLiteral("min(e.at)") : QStringLiteral("max(e.at)");
  return personIn(people + QStringLiteral(" GROUP BY e.profile_id HAVING ") + withinSql(time, range, values));
}

/// "SELECT profile_id, value …" of one event of a rule on a shared value.
Result<QString> valuesOf(const SameValueRule::Event& event, const SegmentCatalog& catalog, EventTables& events,
                         std::optional<PropertyType>& type) {
  const auto eventType = eventTypeNamed(catalog, event.event);
  if (!eventType) return fail(eventType.error());
  const auto field = eventField(**eventType, event.property);
  if (!field) return fail(field.error());
  if (field->type == PropertyType::List) {
    return wrongRule(event.event, QStringLiteral("“%1” is a list, which can't be the same").arg(event.property));
  }
  if (type && *type != field->type) {
    return wrongRule(event.event, QStringLiteral("“%1” is of type %2, but the other event's property is of type %3")
                                      .arg(event.property, propertyTypeName(field->type), propertyTypeName(*type)));
  }
  type = field->type;
  const auto range = events.range(event.event, event.within);
  if (!range) return fail(range.error());
  auto source = events.from(**eventType, event.where, *range);
  if (!source) return source;
  const bool text = field->type == PropertyType::Text;
  const QString value = text ? QStringLiteral("fold(%1)").arg(field->column) : field->column;
  const QString joint =
      source->contains(QStringLiteral(" WHERE ")) ? QStringLiteral(" AND ") : QStringLiteral(" WHERE ");
  return QStringLiteral("SELECT e.profile_id AS profile_id, %1 AS value").arg(value) + *source + joint + field->column +
         QStringLiteral(" IS NOT NULL");
}

}  // namespace

Result<QStringList> eventConditions(const EventType& type, const std::vector<SegmentRule>& where,
                                    const EvaluationTime& time, QVariantList& values) {
  QStringList conditions;
  for (const SegmentRule& rule : where) {
    const auto field = eventField(type, rule.property);
    if (!field) return fail(field.error());
    const auto condition = conditionSql(*field, rule.op, rule.values, time, values);
    if (!condition) return fail(condition.error());
    conditions << *condition;
  }
  return conditions;
}

Result<QString> eventSql(const EventRule& rule, const SegmentCatalog& catalog, const EvaluationTime& time,
                         QVariantList& values) {
  const auto type = eventTypeNamed(catalog, rule.event);
  if (!type) return fail(type.error());
  EventTables events(catalog, time, values);
  const auto range = events.range(rule.event, rule.within);
  if (!range) return fail(range.error());
  const bool firstOrLast = rule.did && !comparesMeasure(rule);
  const auto source = events.from(**type, rule.where, firstOrLast ? InstantRange{} : *range);
  if (!source) return source;
  if (!rule.did) return personNotIn(QStringLiteral("SELECT e.profile_id") + *source);
  return firstOrLast ? timeSql(rule, *source, *range, values) : measureSql(rule, **type, *source, values);
}

Result<QString> sameValueSql(const SameValueRule& rule, const SegmentCatalog& catalog, const EvaluationTime& time,
                             QVariantList& values) {
  EventTables events(catalog, time, values);
  std::optional<PropertyType> type;
  QString people;
  // The sets are taken in the order they stand in: what was done comes first.
  for (const bool did : {true, false}) {
    for (const SameValueRule::Event& event : rule.events) {
      if (event.did != did) continue;
      if (!did && people.isEmpty()) break;
      auto select = valuesOf(event, catalog, events, type);
      if (!select) return select;
      const QString joint = did ? QStringLiteral(" INTERSECT ") : QStringLiteral(" EXCEPT ");
      people += people.isEmpty() ? *select : joint + *select;
    }
  }
  if (people.isEmpty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The rule on a shared value names no event that was done. Add one to it."));
  }
  return personIn(QStringLiteral("SELECT profile_id FROM (%1)").arg(people));
}

}  // namespace heliograph::audience
