// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/console.h"

namespace heliograph::cli {

/// The commands by name.
class CommandRegistry final {
 public:
  void add(std::vector<Command> commands);

  /// Finds the command of the line, reads its options and runs it. Gives the exit code.
  [[nodiscard]] int run(const CommandLine& line, Console& console) const;

 private:
  [[nodiscard]] const Command* find(const QStringList& words) const;
  [[nodiscard]] QString overview() const;
  /// The commands that begin with this word; empty if none does.
  [[nodiscard]] QString groupHelp(const QString& word) const;
  [[nodiscard]] int runCommand(const Command& command, const CommandLine& line, Console& console) const;

  std::vector<Command> m_commands;
};

/// Every command of the program.
[[nodiscard]] CommandRegistry allCommands();

}  // namespace heliograph::cli
