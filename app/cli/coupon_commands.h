// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `coupon …`: pools of codes of which each is given away once.
[[nodiscard]] std::vector<Command> couponCommands();

}  // namespace heliograph::cli
