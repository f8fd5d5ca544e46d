// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/cli/command.h"

namespace heliograph::cli {

/// "shortener list", "shortener save", "shortener test", "shortener default", "shortener remove".
[[nodiscard]] std::vector<Command> shortenerCommands();

}  // namespace heliograph::cli
