// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/cli/command.h"

namespace heliograph::cli {

/// campaign when.
[[nodiscard]] std::vector<Command> whenCommands();

}  // namespace heliograph::cli
