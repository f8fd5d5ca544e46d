// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign_summary.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// Which campaigns are asked for.
struct SummaryFilter {
  bool withArchived = false;
  CampaignId only;  ///< if valid, this one, archived or not
};

/// The campaigns with the counts of their runs, last changed first; one query.
[[nodiscard]] Result<std::vector<CampaignSummary>> querySummaries(const storage::Database& database,
                                                                  const SummaryFilter& filter);

}  // namespace heliograph::campaign
