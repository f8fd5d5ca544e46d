// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "campaign/campaign.h"
#include "core/clock.h"
#include "library/linked_source.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// The sources of linked content that a campaign with its snippets reads, as they are now, as they lie in its version.
[[nodiscard]] Result<QString> sourcesToFreeze(const storage::Database& database, const Clock& clock,
                                              const Campaign& campaign);

/// The reverse. Error: Damaged.
[[nodiscard]] Result<std::vector<library::LinkedSource>> frozenSourcesOf(const QString& text);

}  // namespace heliograph::campaign
