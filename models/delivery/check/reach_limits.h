// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"
#include "core/clock.h"
#include "core/result.h"
#include "delivery/check/check_report.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// How many people a campaign is for at most, as things stand now.
struct ResolvedLimit {
  std::optional<qint64> most;           ///< none: everybody
  std::vector<campaign::Issue> issues;  ///< the pool isn't there, has nothing to give, or isn't in the message
};

/// Looks the limit of a campaign's reach up. A pool that isn't there gives no limit and an issue that blocks. Errors:
/// those of storage.
[[nodiscard]] Result<ResolvedLimit> resolveLimit(const storage::Database& database, const Clock& clock,
                                                 const campaign::Campaign& campaign);

/// What is to be said of the control groups before anybody is looked at: the workspace's gets the campaign, too.
[[nodiscard]] Result<std::vector<campaign::Issue>> holdBackIssues(const storage::Database& database,
                                                                  const campaign::Campaign& campaign);

/// Adds what counting says of the limits: more qualify than the safety check allows, or a limit is too small for a
/// drawing among so many.
void addLimitIssues(const campaign::Campaign& campaign, CheckReport& report);

}  // namespace heliograph::delivery
