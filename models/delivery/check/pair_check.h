// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::delivery {

/// What keeps a campaign's own pairs out of the requests of its providers: names that are there already, say.
[[nodiscard]] std::vector<campaign::Issue> pairIssues(const campaign::Campaign& campaign,
                                                      const providers::ResolvedRoute& route);

}  // namespace heliograph::delivery
