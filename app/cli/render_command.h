// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `render`: one template, or a file of cases.
[[nodiscard]] std::vector<Command> renderCommands();

}  // namespace heliograph::cli
