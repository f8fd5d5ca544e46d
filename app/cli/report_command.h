// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `report`: what became of a campaign's runs.
[[nodiscard]] std::vector<Command> reportCommands();

}  // namespace heliograph::cli
