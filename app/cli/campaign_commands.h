// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `campaign list|show|export|import|clone|delete|archive`.
[[nodiscard]] std::vector<Command> campaignCommands();

}  // namespace heliograph::cli
