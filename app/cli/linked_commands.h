// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `linked …`: sources of linked content; `source list|set|remove` is the same.
[[nodiscard]] std::vector<Command> linkedCommands();

}  // namespace heliograph::cli
