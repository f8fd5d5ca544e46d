// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/match_counter.h"

#include <algorithm>

#include "audience/columns/segment_engine.h"
#include "audience/segment_sql.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

/// Ids looked at between two looks at the cancel token: some ten milliseconds.
constexpr qint64 kStepsALook = 50000;

}  // namespace

Result<qint64> MatchCounter::count(const Segment& segment, const CancelToken& cancel) const {
  if (m_columns != nullptr) {
    if (auto people = m_columns->count(segment, EvaluationTime::local(m_clock), cancel)) return *people;
  }
  const auto condition = compileSegment(segment, m_database, EvaluationTime::local(m_clock));
  if (!condition) return fail(condition.error());
  storage::Statement highest(m_database, QStringLiteral("SELECT coalesce(max(id), 0) FROM profile"));
  auto row = highest.next();
  if (!row) return fail(row.error());
  const qint64 last = highest.integer(0);

  storage::Statement count(m_database, QStringLiteral("SELECT count(*) FROM profile AS p WHERE p.id > ? AND p.id <= ? "
                                                      "AND %1")
                                           .arg(condition->condition));
  qint64 people = 0;
  // Whoever asks for events looks through all of them in every step.
  const qint64 step = condition->scans ? std::max<qint64>(last, 1) : kStepsALook;
  for (qint64 from = 0; from < last; from += step) {
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    count.reset();
    count.bind(from).bind(from + step);
    for (const QVariant& value : condition->values) count.bindValue(value);
    auto counted = count.next();
    if (!counted) return fail(counted.error());
    people += count.integer(0);
  }
  return people;
}

}  // namespace heliograph::audience
