// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `campaign history|restore`.
[[nodiscard]] std::vector<Command> historyCommands();

}  // namespace heliograph::cli
