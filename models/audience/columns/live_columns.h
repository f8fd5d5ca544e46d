// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/columns/bits_cache.h"
#include "audience/columns/snapshot_keeper.h"
#include "audience/live/live_estimate.h"

namespace heliograph::audience {

/// Reads events and dates from the column snapshot. Errors: Cancelled, Damaged; Unsupported for what is left to the
/// statement.
class LiveColumns final : public LiveSource {
 public:
  LiveColumns(const SnapshotGround& ground, const storage::Database& database, BitsCache& cache,
              const EvaluationTime& time, const CancelToken& cancel)
      : m_ground(ground), m_database(database), m_cache(cache), m_time(time), m_cancel(cancel) {}

  [[nodiscard]] Result<PeopleBits> people(const Segment& filter) override;
  [[nodiscard]] Result<> events(const Query& query, const VisitEvent& visit) override;
  [[nodiscard]] Result<> dates(const Property& property, const VisitDate& visit) override;
  [[nodiscard]] Result<std::optional<qint64>> newest(const EventType& type) override;

 private:
  const SnapshotGround& m_ground;
  const storage::Database& m_database;
  BitsCache& m_cache;
  const EvaluationTime& m_time;
  CancelToken m_cancel;
};

}  // namespace heliograph::audience
