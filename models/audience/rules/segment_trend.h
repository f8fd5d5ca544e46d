// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <vector>

#include "audience/reach.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// How large a segment was on a day.
struct SegmentSize {
  QDate day;
  qint64 people = 0;     ///< who qualified
  qint64 reachable = 0;  ///< of them, who could be texted

  bool operator==(const SegmentSize&) const = default;
};

/// The sizes of saved segments day by day: one a day is kept, the last that was counted. Any thread.
class SegmentTrend final {
 public:
  SegmentTrend(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Keeps today's size.
  [[nodiscard]] Result<> note(SegmentId segment, const Reach& reach) const;
  /// The sizes of all segments in the last `days` days, oldest first.
  [[nodiscard]] Result<QHash<SegmentId, std::vector<SegmentSize>>> lately(int days = 90) const;

 private:
  [[nodiscard]] QDate today() const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
