// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "campaign/campaign.h"
#include "core/result.h"

namespace heliograph::campaign {

/// The campaign as it lies in the workspace.
[[nodiscard]] QString bodyOf(const Campaign& campaign);

/// The campaign of a row. Errors: Damaged.
[[nodiscard]] Result<Campaign> campaignOfRow(CampaignId id, int revision, const QString& body);

/// What to say of an id that no campaign has.
[[nodiscard]] Error noSuchCampaign(CampaignId id);

}  // namespace heliograph::campaign
