// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `group …`: providers that stand in for one another.
[[nodiscard]] std::vector<Command> groupCommands();

}  // namespace heliograph::cli
