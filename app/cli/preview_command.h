// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace heliograph::cli {

/// `preview`: a campaign's text as people will get it.
[[nodiscard]] std::vector<Command> previewCommands();

}  // namespace heliograph::cli
