// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/timeline.h"

#include <algorithm>
#include <map>

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

}  // namespace

Result<std::vector<TimelinePoint>> readTimeline(const storage::Database& database, RunId run, const QDateTime& now) {
  auto reading = storage::ReadTransaction::begin(database);
  if (!reading) return fail(reading.error());
  const auto span = readSpan(database, run, now);
  if (!span) return fail(span.error());
  if (span->begin == 0) return std::vector<TimelinePoint>{};
  const qint64 last = (span->end - span->begin + span->step - 1) / span->step;

  // The answer of an index alone, and few groups: it stays quick with a million rows.
  Statement count(database,
                  QStringLiteral("SELECT state, MIN(?, MAX(1, (updated_at - ? + ? - 1) / ?)) AS step, COUNT(*) FROM "
                                 "outbox WHERE run_id = ? AND state IN ('accepted', 'refused') GROUP BY state, step"));
  count.bind(last).bind(span->begin).bind(span->step).bind(span->step).bind(run);
  std::map<qint64, TimelinePoint> steps{{0, {}}, {last, {}}};
  while (true) {
    auto row = count.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    TimelinePoint& point = steps[count.integer(1)];
    (count.text(0) == u"accepted" ? point.accepted : point.refused) += count.integer(2);
  }

  std::vector<TimelinePoint> points;
  TimelinePoint sum;
  for (const auto& [step, added] : steps) {
    sum.at = QDateTime::fromMSecsSinceEpoch(std::min(span->begin + step * span->step, span->end), Qt::UTC);
    sum.accepted += added.accepted;
    sum.refused += added.refused;
    points.push_back(sum);
  }
  return points;
}

}  // namespace heliograph::reports
