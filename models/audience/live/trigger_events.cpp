// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/trigger_events.h"

#include "audience/profile_select.h"
#include "audience/rules/condition_sql.h"
#include "audience/rules/event_sql.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

/// The events that make a message leave, as a condition on their table.
struct Triggering {
  EventType type;
  QString condition;
  QVariantList values;  ///< of its question marks

  [[nodiscard]] QString select(const QString& what) const {
    return QStringLiteral("SELECT %1 FROM %2 AS e WHERE %3").arg(what, eventTable(type.id), condition);
  }
  void bindTo(Statement& statement) const {
    for (const QVariant& value : values) statement.bindValue(value);
  }
};

/// Nothing if the event isn't chosen or never happened.
Result<std::optional<Triggering>> triggering(const storage::Database& database, const Clock& clock,
                                             const LiveSegment& live) {
  const LiveEvent* trigger = triggerOf(live);
  if (trigger == nullptr || trigger->event.isEmpty()) return std::optional<Triggering>();
  const auto types = EventCatalog(database, clock).list();
  if (!types) return fail(types.error());
  const EventType* type = findEventType(*types, trigger->event);
  if (type == nullptr) return std::optional<Triggering>();
  Triggering found{*type, {}, {}};
  auto conditions = eventConditions(*type, trigger->where, EvaluationTime::local(clock), found.values);
  if (!conditions) return fail(conditions.error());
  if (const auto* date = std::get_if<OnADate>(&live.trigger)) {
    const EventProperty* property = findEventProperty(*type, date->property);
    if (property != nullptr) *conditions << QStringLiteral("e.%1 IS NOT NULL").arg(eventColumn(property->id));
  }
  found.condition = joinedSql(*conditions, true);
  return std::optional(std::move(found));
}

Result<bool> isAmong(const storage::Database& database, const Triggering& events, qint64 row) {
  Statement select(database, events.select(QStringLiteral("1")) + QStringLiteral(" AND e.id = ?"));
  events.bindTo(select);
  return select.bind(row).next();
}

Result<std::optional<qint64>> newestTime(const storage::Database& database, const Triggering& events) {
  Statement select(database, events.select(QStringLiteral("max(e.at)")));
  events.bindTo(select);
  const auto row = select.next();
  if (!row) return fail(row.error());
  return *row && !select.isNull(0) ? std::optional(select.integer(0)) : std::nullopt;
}

Result<QVariantList> frequentValues(const storage::Database& database, const Triggering& events,
                                    const EventProperty& property, const TriggerSamples& range) {
  const QString column = QStringLiteral("e.") + eventColumn(property.id);
  Statement select(database, events.select(column) + QStringLiteral(" AND e.at >= ? AND e.at < ? AND %1 IS NOT NULL "
                                                                    "GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?")
                                                         .arg(column));
  events.bindTo(select);
  select.bind(range.from).bind(range.until).bind(TriggerEvents::most);
  QVariantList values;
  while (true) {
    const auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return values;
    values << propertyValue(select, 0, property.type);
  }
}

}  // namespace

Result<std::optional<PersonEvent>> TriggerEvents::latestOf(const LiveSegment& live, ProfileId person,
                                                           const CancelToken& cancel) const {
  const auto events = triggering(m_database, m_clock, live);
  if (!events) return fail(events.error());
  if (!*events) return std::optional<PersonEvent>();
  const PersonEvents all(m_database, m_clock, m_columns);
  const auto places = all.find({person}, cancel);
  if (!places) return fail(places.error());
  for (const EventPlace& place : *places) {
    if (place.type != (*events)->type.id) continue;
    const auto among = isAmong(m_database, **events, place.row);
    if (!among) return fail(among.error());
    if (!*among) continue;
    auto read = all.read({place});
    if (!read) return fail(read.error());
    if (!read->empty()) return std::optional(std::move(read->front()));
  }
  return std::optional<PersonEvent>();
}

Result<std::optional<PersonEvent>> TriggerEvents::newestOf(const EventType& type) const {
  Statement select(m_database, QStringLiteral("SELECT coalesce(max(id), 0) FROM %1").arg(eventTable(type.id)));
  const auto row = select.next();
  if (!row) return fail(row.error());
  auto read = PersonEvents(m_database, m_clock).read({{type.id, select.integer(0), 0}});
  if (!read) return fail(read.error());
  return read->empty() ? std::nullopt : std::optional(std::move(read->front()));
}

Result<TriggerSamples> TriggerEvents::samples(const LiveSegment& live, const QStringList& properties) const {
  TriggerSamples samples;
  const auto events = triggering(m_database, m_clock, live);
  if (!events) return fail(events.error());
  const auto newest = *events ? newestTime(m_database, **events) : Result<std::optional<qint64>>(std::nullopt);
  if (!newest) return fail(newest.error());
  if (*newest) {
    const QDateTime now = m_clock.now().toUTC();
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(**newest, Qt::UTC);
    samples.isRecent = last >= now.addDays(-days);
    samples.until = (samples.isRecent ? std::max(now, last) : last).addMSecs(1);
    samples.from = samples.until.addDays(-days);
  }
  for (const QString& name : properties) {
    TriggerSample sample{name, {}};
    const EventProperty* property = *newest ? findEventProperty((*events)->type, name) : nullptr;
    if (property != nullptr) {
      auto values = frequentValues(m_database, **events, *property, samples);
      if (!values) return fail(values.error());
      sample.values = std::move(*values);
    }
    samples.properties.push_back(std::move(sample));
  }
  return samples;
}

}  // namespace heliograph::audience
