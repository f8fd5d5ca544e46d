// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QString>
#include <functional>
#include <vector>

#include "core/result.h"

namespace heliograph::cli {

class Call;

/// One command: how it is called, what it says of itself, and what it does.
struct Command {
  static constexpr int anyNumber = 1'000'000;

  QString name;       ///< one or two words: "render", "campaign publish"
  QString arguments;  ///< for the help: "ID [FILE]"
  QString summary;    ///< one line for the help
  int least = 0;      ///< how many arguments it takes
  int most = 0;
  std::vector<QCommandLineOption> options;
  /// Does it and answers on the call's console. An error becomes a message on standard error and exit code 1, or 2 if
  /// it was made by Call::wrongUsage().
  std::function<Result<>(Call&)> run;
};

/// What a command gives for the shell.
enum ExitCode { exitDone = 0, exitFailed = 1, exitUsage = 2 };

/// `--name VALUE`, with what it means.
[[nodiscard]] inline QCommandLineOption valueOption(const QString& name, const QString& value, const QString& help) {
  return {name, help, value};
}

/// `--name`, with what it means.
[[nodiscard]] inline QCommandLineOption flagOption(const QString& name, const QString& help) {
  return {name, help};
}

}  // namespace heliograph::cli
