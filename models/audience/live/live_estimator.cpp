// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/live_estimator.h"

#include "audience/columns/segment_engine.h"
#include "audience/live/live_statement.h"

namespace heliograph::audience {

Result<LiveEstimate> LiveEstimator::estimate(const LiveSegment& live, const CancelToken& cancel) const {
  const EvaluationTime time = EvaluationTime::local(m_clock);
  if (m_columns != nullptr) {
    if (auto answer = m_columns->estimate(live, time, cancel)) return *answer;
  }
  auto catalog = SegmentCatalog::load(m_database);
  if (!catalog) return fail(catalog.error());
  LiveStatement source(m_database, *catalog, time, cancel);
  return estimateLive(source, live, *catalog, time, cancel);
}

}  // namespace heliograph::audience
