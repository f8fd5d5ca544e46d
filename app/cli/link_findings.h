// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/workspace/workspace.h"
#include "campaign/campaign.h"

namespace heliograph::cli {

/// Asks for each link of a campaign that is the same for everybody, and tells what came of it. Blocking.
void tellLinks(Console& console, app::Workspace& workspace, const campaign::Campaign& campaign);

}  // namespace heliograph::cli
