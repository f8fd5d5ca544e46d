// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `demo`: makes a sample workspace.
[[nodiscard]] std::vector<Command> demoCommands();

}  // namespace heliograph::cli
