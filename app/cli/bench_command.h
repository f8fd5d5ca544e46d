// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "app/cli/command.h"

namespace heliograph::cli {

/// `bench`: the program's own measurements, one object each.
[[nodiscard]] std::vector<Command> benchCommands();

}  // namespace heliograph::cli
