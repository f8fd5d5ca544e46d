// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "campaign/campaign.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// The campaign with a message that was edited or published last, but for one; archived ones don't count. Nothing if
/// there is none.
[[nodiscard]] Result<std::optional<Campaign>> lastMessageBefore(const storage::Database& database, CampaignId but);

}  // namespace heliograph::campaign
