// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/may_leave.h"

#include <algorithm>

#include "delivery/outbox/turned_away.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// The lot up to which so many pending rows are the first; none if there are not so many.
Result<std::optional<qint64>> lastLotOf(const storage::Database& database, RunId run, int room) {
  if (room <= 0) return std::optional<qint64>();
  Statement find(database,
                 QStringLiteral("SELECT draw FROM outbox WHERE run_id = ? AND state = 'pending' AND draw IS NOT "
                                "NULL AND quiet_until IS NULL ORDER BY draw, id LIMIT 1 OFFSET ?"));
  auto row = find.bind(run).bind(room - 1).next();
  if (!row) return fail(row.error());
  return *row ? std::optional(find.integer(0)) : std::nullopt;
}

}  // namespace

Result<LeavingLimits> LeavingLimits::of(const storage::Database& database, RunId run, bool byCountry) {
  Statement find(database, QStringLiteral("SELECT first_batch, CASE WHEN winner_copy IS NULL THEN test_up_to END FROM "
                                          "run WHERE id = ? AND (first_batch IS NOT NULL OR test_up_to IS NOT NULL)"));
  auto limited = find.bind(run).next();
  if (!limited) return fail(limited.error());
  LeavingLimits limits;
  if (!*limited) return limits;
  if (!find.isNull(1)) limits.testTo = find.integer(1);
  if (find.isNull(0)) return limits;
  Statement taken(database, QStringLiteral("SELECT COUNT(*) FROM outbox WHERE run_id = ? AND seed = 0 AND state IN "
                                           "('claimed', 'sending', 'held', 'accepted', 'in_doubt')"));
  auto counted = taken.bind(run).next();
  if (!counted) return fail(counted.error());
  limits.room = static_cast<int>(std::max<qint64>(0, find.integer(0) - taken.integer(0)));
  if (!byCountry) return limits;
  auto last = lastLotOf(database, run, *limits.room);
  if (!last) return fail(last.error());
  limits.firstTo = *last;
  return limits;
}

void RowCondition::add(const QString& sql, const QVariantList& values) {
  if (!m_sql.isEmpty()) m_sql += QStringLiteral(" AND ");
  m_sql += sql;
  m_values += values;
}

void RowCondition::bindTo(Statement& statement) const {
  for (const QVariant& value : m_values) {
    // An empty text isn't NULL.
    if (value.typeId() == QMetaType::QString) {
      statement.bind(value.toString());
    } else {
      statement.bindValue(value);
    }
  }
}

RowCondition mayLeave(const RowTaker& taker, const LeavingLimits& limits, bool seeds) {
  RowCondition rows;
  rows.add(QStringLiteral("o.run_id = ? AND o.state = 'pending' AND o.seed = %1 AND o.channel = 'sms'")
               .arg(seeds ? QStringLiteral("1") : QStringLiteral("0")),
           {taker.run.value});
  if (taker.provider.isValid()) rows.add(QStringLiteral("NOT ") + turnedAwaySql(), {taker.provider.value});
  if (taker.country) rows.add(QStringLiteral("o.country = ?"), {*taker.country});
  if (seeds) return rows;
  if (limits.isDrawn()) rows.add(QStringLiteral("o.draw IS NOT NULL"));
  if (limits.testTo) rows.add(QStringLiteral("o.draw <= ? AND o.copy IS NOT NULL"), {*limits.testTo});
  if (limits.firstTo) rows.add(QStringLiteral("o.draw <= ?"), {*limits.firstTo});
  return rows;
}

}  // namespace heliograph::delivery
