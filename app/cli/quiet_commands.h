// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/cli/command.h"

namespace heliograph::cli {

/// quiet-hours show, set and off; campaign quiet-hours.
[[nodiscard]] std::vector<Command> quietCommands();

}  // namespace heliograph::cli
