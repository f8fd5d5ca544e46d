// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `sandbox`: the provider that texts nobody, as a server.
[[nodiscard]] std::vector<Command> sandboxCommands();

}  // namespace heliograph::cli
