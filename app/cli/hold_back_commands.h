// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `control-group …`, `campaign hold-back`, `campaign safety-check` and `seed …`: who stands outside a campaign, and
/// when it isn't sent at all.
[[nodiscard]] std::vector<Command> holdBackCommands();

}  // namespace heliograph::cli
