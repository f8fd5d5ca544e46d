// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `deliver`: sends what is due, without a window.
[[nodiscard]] std::vector<Command> deliverCommands();

}  // namespace heliograph::cli
