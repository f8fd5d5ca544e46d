// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `price …`: what a part of a text costs, by provider and the beginning of the number.
[[nodiscard]] std::vector<Command> priceCommands();

}  // namespace heliograph::cli
