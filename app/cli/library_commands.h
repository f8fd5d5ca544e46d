// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `snippet …` and `template …`: what messages take in, and what they begin with.
[[nodiscard]] std::vector<Command> libraryCommands();

}  // namespace heliograph::cli
