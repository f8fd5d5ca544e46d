// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/timeline.h"

#include <algorithm>
#include <limits>

#include "storage/read_transaction.h"
#include "storage/statement.h"

namespace heliograph::reports {
namespace {

using storage::Statement;

/// The stretch of time that is shown, in milliseconds since 1970.
struct Span {
  qint64 begin = 0;
  qint64 end = 0;
  qint64 step = 1000;
};

/// An invalid begin: the run hasn't begun.
Result<Span> readSpan(const storage::Database& database, RunId run, const QDateTime& now) {
  Statement find(database, QStringLiteral("SELECT COALESCE(filled_at, started_at), finished_at FROM run WHERE id = ?"));
  auto row = find.bind(run).next();
  if (!row) return fail(row.error());
  if (!*row) return fail(ErrorCode::NotFound, QStringLiteral("There is no run %1.").arg(run.value));
  Span span;
  span.begin = find.integer(0);
  span.end = std::max(span.begin, find.isNull(1) ? now.toMSecsSinceEpoch() : find.integer(1));
  // Whole seconds, so that a run that goes on keeps its steps for a while.
  const qint64 seconds = (span.end - span.begin) / 1000 / kTimelinePoints + 1;
  span.step = seconds * 1000;
  return span;
}

/// Settled people of a state, a step each. Ranges of an index that is walked once: no sorting, however many there are.
Result<std::vector<qint64>> readSteps(const storage::Database& database, RunId run, QLatin1String state,
                                      const Span& span, qint64 steps) {
  Statement count(database,
                  QStringLiteral("SELECT COUNT(*) FROM outbox WHERE run_id = ? AND seed = 0 AND state IN ('accepted', "
                                 "'refused') AND state = ? AND updated_at > ? AND updated_at <= ?"));
  std::vector<qint64> people;
  for (qint64 step = 1; step <= steps; ++step) {
    // What lies outside belongs to the first and the last.
    const qint64 from = step == 1 ? std::numeric_limits<qint64>::min() : span.begin + (step - 1) * span.step;
    const qint64 to = step == steps ? std::numeric_limits<qint64>::max() : span.begin + step * span.step;
    auto row = count.bind(run).bind(QString(state)).bind(from).bind(to).next();
    if (!row) return fail(row.error());
    people.push_back(count.integer(0));
    count.reset();
  }
  return people;
}

}  // namespace

Result<std::vector<TimelinePoint>> readTimeline(const storage::Database& database, RunId run, const QDateTime& now) {
  auto reading = storage::ReadTransaction::begin(database);
  if (!reading) return fail(reading.error());
  const auto span = readSpan(database, run, now);
  if (!span) return fail(span.error());
  if (span->begin == 0) return std::vector<TimelinePoint>{};
  const qint64 steps = std::max<qint64>(1, (span->end - span->begin + span->step - 1) / span->step);
  const auto accepted = readSteps(database, run, QLatin1String("accepted"), *span, steps);
  if (!accepted) return fail(accepted.error());
  const auto refused = readSteps(database, run, QLatin1String("refused"), *span, steps);
  if (!refused) return fail(refused.error());

  std::vector<TimelinePoint> points{{QDateTime::fromMSecsSinceEpoch(span->begin, Qt::UTC), 0, 0}};
  for (qint64 step = 1; step <= steps; ++step) {
    TimelinePoint point = points.back();
    point.at = QDateTime::fromMSecsSinceEpoch(std::min(span->begin + step * span->step, span->end), Qt::UTC);
    point.accepted += (*accepted)[static_cast<std::size_t>(step - 1)];
    point.refused += (*refused)[static_cast<std::size_t>(step - 1)];
    points.push_back(point);
  }
  return points;
}

}  // namespace heliograph::reports
