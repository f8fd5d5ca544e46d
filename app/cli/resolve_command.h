// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `resolve`: settles messages that may have arrived.
[[nodiscard]] std::vector<Command> resolveCommands();

}  // namespace heliograph::cli
