// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/result.h"

namespace heliograph::cli {

/// What was typed behind the program's name, with the options that every command and the window have taken out.
struct CommandLine {
  QStringList rest;  ///< the command's words, arguments and own options
  QString workspace;
  bool json = false;

  /// Whether a command is asked for, or help or the version; else the window is meant.
  [[nodiscard]] bool hasCommand() const;
  /// The first option that neither Heliograph nor the window system knows, when the window is meant; empty: none.
  [[nodiscard]] QString unknownOption() const;
};

/// Reads `--workspace PATH`, `--workspace=PATH` and `--json` wherever they stand before a "--". Errors: InvalidInput
/// for a --workspace without a path.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList& arguments);

}  // namespace heliograph::cli
