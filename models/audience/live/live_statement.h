// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/live/live_estimate.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Reads events and dates from the workspace itself: when the columns can't answer. Every question looks through all
/// events of a name.
class LiveStatement final : public LiveSource {
 public:
  LiveStatement(const storage::Database& database, const SegmentCatalog& catalog, const EvaluationTime& time,
                const CancelToken& cancel)
      : m_database(database), m_catalog(catalog), m_time(time), m_cancel(cancel) {}

  [[nodiscard]] Result<PeopleBits> people(const Segment& filter) override;
  [[nodiscard]] Result<> events(const Query& query, const VisitEvent& visit) override;
  [[nodiscard]] Result<> dates(const Property& property, const VisitDate& visit) override;
  [[nodiscard]] Result<std::optional<qint64>> newest(const EventType& type) override;

 private:
  const storage::Database& m_database;
  const SegmentCatalog& m_catalog;
  const EvaluationTime& m_time;
  CancelToken m_cancel;
};

}  // namespace heliograph::audience
