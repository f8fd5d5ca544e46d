// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"

namespace heliograph::campaign {

/// What is wrong with who gets which copy: too few copies or too many, shares that don't add up, values that are
/// missing or there twice, a property that is none, a winner that nothing can choose. `properties` as in CheckContext.
[[nodiscard]] std::vector<Issue> variantsIssues(const Campaign& campaign, const QStringList& properties);

/// The percents that are left for the first copy of a split are at least this.
inline constexpr int leastShare = 1;

}  // namespace heliograph::campaign
