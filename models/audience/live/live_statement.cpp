// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/live_statement.h"

#include "audience/columns/people_sql.h"
#include "audience/property_repository.h"
#include "audience/rules/condition_sql.h"
#include "audience/rules/event_sql.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

constexpr qint64 kRowsBetweenLiveLooks = 4096;

}  // namespace

Result<PeopleBits> LiveStatement::people(const Segment& filter) {
  storage::Statement highest(m_database, QStringLiteral("SELECT coalesce(max(id), 0) FROM profile"));
  auto row = highest.next();
  if (!row) return fail(row.error());
  const auto limit = static_cast<std::size_t>(highest.integer(0)) + 1;
  return peopleBySql(filter, m_catalog, m_time, m_database, limit, m_cancel);
}

Result<> LiveStatement::events(const Query& query, const VisitEvent& visit) {
  QVariantList values;
  QStringList conditions;
  if (query.from || query.until) {
    conditions << withinSql(QStringLiteral("e.at"), InstantRange{query.from, query.until}, values);
  }
  const auto narrowed = eventConditions(*query.type, *query.where, m_time, values);
  if (!narrowed) return fail(narrowed.error());
  conditions << *narrowed;
  const QString date = query.date == nullptr ? QStringLiteral("0") : QStringLiteral("e.") + eventColumn(query.date->id);
  if (query.date != nullptr) conditions << date + QStringLiteral(" IS NOT NULL");
  storage::Statement select(m_database, QStringLiteral("SELECT e.profile_id, e.at, %1 FROM %2 AS e WHERE %3")
                                            .arg(date, eventTable(query.type->id), joinedSql(conditions, true)));
  for (const QVariant& value : values) select.bindValue(value);
  for (qint64 looked = 0;; ++looked) {
    if (looked % kRowsBetweenLiveLooks == 0 && m_cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    }
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    visit(static_cast<std::size_t>(select.integer(0)), select.integer(1), select.integer(2));
  }
}

Result<> LiveStatement::dates(const Property& property, const VisitDate& visit) {
  const QString column = propertyColumn(property.id);
  storage::Statement select(m_database, QStringLiteral("SELECT id, %1 FROM profile WHERE %1 IS NOT NULL").arg(column));
  for (qint64 looked = 0;; ++looked) {
    if (looked % kRowsBetweenLiveLooks == 0 && m_cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    }
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    visit(static_cast<std::size_t>(select.integer(0)), select.integer(1));
  }
}

Result<std::optional<qint64>> LiveStatement::newest(const EventType& type) {
  storage::Statement select(m_database, QStringLiteral("SELECT max(at) FROM %1").arg(eventTable(type.id)));
  auto row = select.next();
  if (!row) return fail(row.error());
  if (!*row || select.isNull(0)) return std::optional<qint64>();
  return std::optional<qint64>(select.integer(0));
}

}  // namespace heliograph::audience
