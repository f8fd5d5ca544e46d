// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/published_version.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// The step from a draft to a frozen version with its runs, and back while nothing has begun. What
/// CampaignRepository::freeze() and unschedule() promise.
class CampaignFreezing final {
 public:
  CampaignFreezing(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  [[nodiscard]] Result<PublishedVersion> freeze(CampaignId id, int expectedRevision, qint64 approvedReach,
                                                const std::vector<QDateTime>& dueTimes,
                                                const std::optional<providers::AskedFields>& asked) const;
  [[nodiscard]] Result<> unschedule(CampaignId id) const;

 private:
  /// How many people a run is for.
  struct RunReach {
    qint64 approved = 0;
    qint64 most = 0;  ///< 0: no limit
  };
  [[nodiscard]] Result<PublishedVersion> existing(CampaignId id, int revision) const;
  [[nodiscard]] Result<VersionId> insertVersion(const Campaign& campaign, qint64 approvedReach) const;
  [[nodiscard]] Result<RunId> insertRun(const Campaign& campaign, VersionId version, const QDateTime& due,
                                        const RunReach& reach) const;
  [[nodiscard]] Result<qint64> mostPeople(const Campaign& campaign, qint64 approvedReach) const;
  [[nodiscard]] Result<Campaign> withFrozenSegment(Campaign campaign) const;
  [[nodiscard]] Result<> setState(CampaignId id, const QString& state, int revisionsMore) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::campaign
