// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/segment_trend.h"

#include "storage/statement.h"

namespace heliograph::audience {
namespace {

const QDate firstDay(1970, 1, 1);

}  // namespace

QDate SegmentTrend::today() const {
  return m_clock.now().toLocalTime().date();
}

Result<> SegmentTrend::note(SegmentId segment, const Reach& reach) const {
  storage::Statement upsert(m_database,
                            QStringLiteral("INSERT INTO segment_size (segment_id, day, people, reachable) "
                                           "SELECT id, ?, ?, ? FROM segment WHERE id = ? ON CONFLICT (segment_id, day) "
                                           "DO UPDATE SET people = excluded.people, reachable = excluded.reachable"));
  upsert.bind(firstDay.daysTo(today())).bind(reach.qualified).bind(reach.reachable).bind(segment);
  return upsert.run();
}

Result<QHash<SegmentId, std::vector<SegmentSize>>> SegmentTrend::lately(int days) const {
  storage::Statement select(m_database, QStringLiteral("SELECT segment_id, day, people, reachable FROM segment_size "
                                                       "WHERE day > ? ORDER BY segment_id, day"));
  select.bind(firstDay.daysTo(today()) - days);
  QHash<SegmentId, std::vector<SegmentSize>> sizes;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return sizes;
    sizes[select.id<SegmentId>(0)].push_back(
        {firstDay.addDays(select.integer(1)), select.integer(2), select.integer(3)});
  }
}

}  // namespace heliograph::audience
