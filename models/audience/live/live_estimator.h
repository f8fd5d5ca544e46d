// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/live/live_estimate.h"
#include "core/clock.h"
#include "storage/database.h"

namespace heliograph::audience {

class SegmentEngine;

/// Estimates how often a live segment would have fired: from the columns where they can answer, else from the
/// workspace. Any thread.
class LiveEstimator final {
 public:
  LiveEstimator(const storage::Database& database, const Clock& clock, SegmentEngine* columns = nullptr)
      : m_database(database), m_clock(clock), m_columns(columns) {}

  /// Errors: InvalidInput (see estimateLive), Cancelled.
  [[nodiscard]] Result<LiveEstimate> estimate(const LiveSegment& live, const CancelToken& cancel = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
  SegmentEngine* m_columns;
};

}  // namespace heliograph::audience
