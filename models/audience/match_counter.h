// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/segment.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

class SegmentEngine;

/// Counts whom rules let through, whether they can be texted or not: on the columns where they can answer, else
/// by one pass over the people. Any thread.
class MatchCounter final {
 public:
  MatchCounter(const storage::Database& database, const Clock& clock, SegmentEngine* columns = nullptr)
      : m_database(database), m_clock(clock), m_columns(columns) {}

  /// Errors: InvalidInput (see compileSegment), Cancelled.
  [[nodiscard]] Result<qint64> count(const Segment& segment, const CancelToken& cancel = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
  SegmentEngine* m_columns;
};

}  // namespace heliograph::audience
