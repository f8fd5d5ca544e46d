// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/cli/command.h"

namespace heliograph::cli {

/// `definition signature`: checks signatures of calls that were written down.
[[nodiscard]] std::vector<Command> signatureCommands();

}  // namespace heliograph::cli
