// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "campaign/campaign.h"
#include "core/result.h"

namespace heliograph::campaign {

/// A draft as it lies in the workspace: without the texts of snippets, which the library keeps.
[[nodiscard]] QString bodyOf(Campaign draft);

/// A frozen campaign as it lies in the workspace: with its snippets.
[[nodiscard]] QString frozenBodyOf(const Campaign& campaign);

/// The campaign of a row. Errors: Damaged.
[[nodiscard]] Result<Campaign> campaignOfRow(CampaignId id, int revision, const QString& body);

/// What to say of an id that no campaign has.
[[nodiscard]] Error noSuchCampaign(CampaignId id);

}  // namespace heliograph::campaign
