// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <vector>

#include "campaign/campaign_summary.h"

namespace heliograph::items {

/// The numbers of all rows in the order of a column of CampaignListModel; -1 leaves them as they are. Rows that are
/// equal there stay as they are, and those without a value come last in both directions.
[[nodiscard]] std::vector<int> campaignOrder(const std::vector<campaign::CampaignSummary>& rows, int column,
                                             Qt::SortOrder direction);

}  // namespace heliograph::items
