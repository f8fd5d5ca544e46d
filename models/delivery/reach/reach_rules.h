// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/groups/control_groups.h"
#include "campaign/campaign.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Whether a campaign holds the workspace's control group back: as it says itself, else as its purpose does. What a
/// person did asks for an answer, whatever group they are in.
[[nodiscard]] bool usesWorkspaceGroup(const campaign::Campaign& campaign);

/// Who of its people a campaign holds back, which countries its providers cover, and that the seed list stands outside.
/// Errors: those of storage.
[[nodiscard]] Result<audience::ReachRules> reachRulesOf(const storage::Database& database,
                                                        const campaign::Campaign& campaign);

}  // namespace heliograph::delivery
