// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/country_counts.h"
#include "audience/groups/control_groups.h"
#include "audience/reach.h"
#include "audience/segment.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

class SegmentEngine;

/// Counts who of a segment can be texted, by the same rule as delivery (ReachabilityCheck): on the columns where they
/// can answer, else by one pass over the people. Any thread.
class ReachCounter final {
 public:
  ReachCounter(const storage::Database& database, const Clock& clock, SegmentEngine* columns = nullptr)
      : m_database(database), m_clock(clock), m_columns(columns) {}

  /// By the rules of a campaign, or of everybody in the segment. Errors: InvalidInput (see
  /// compileSegment), Cancelled.
  [[nodiscard]] Result<Reach> count(const Segment& segment, const CancelToken& cancel = {},
                                    const ReachRules& rules = {}) const;
  /// The countries of those who can be texted, or could if a provider of the campaign covered theirs; the one with most
  /// people first, numbers of none by the empty code. Errors as above.
  [[nodiscard]] Result<std::vector<CountryCount>> countries(const Segment& segment, const CancelToken& cancel = {},
                                                            const ReachRules& rules = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
  SegmentEngine* m_columns;
};

}  // namespace heliograph::audience
