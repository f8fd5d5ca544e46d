// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/cli/command.h"

namespace heliograph::cli {

/// `import list`, `list …`: people who are named one by one.
[[nodiscard]] std::vector<Command> listCommands();

}  // namespace heliograph::cli
