// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `import …`: people from files.
[[nodiscard]] std::vector<Command> importCommands();

}  // namespace heliograph::cli
