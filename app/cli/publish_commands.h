// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `campaign check|publish|pause|resume|release|stop`.
[[nodiscard]] std::vector<Command> publishCommands();

}  // namespace heliograph::cli
