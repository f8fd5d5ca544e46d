// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::reports {

/// How many people were settled up to an instant.
struct TimelinePoint {
  QDateTime at;  ///< UTC
  qint64 accepted = 0;
  qint64 refused = 0;

  bool operator==(const TimelinePoint&) const = default;
};

/// How a run went over time: sums that only grow, a point a step, from its start on. At most `kTimelinePoints` and one,
/// whatever the run's length; what was settled after its end counts into the last one, so the last sums are those of
/// the report.
[[nodiscard]] Result<std::vector<TimelinePoint>> readTimeline(const storage::Database& database, RunId run,
                                                              const QDateTime& now);

inline constexpr int kTimelinePoints = 120;

}  // namespace heliograph::reports
