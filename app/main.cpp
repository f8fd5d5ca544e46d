// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QLoggingCategory>

#include "app/cli/command_registry.h"
#include "app/window/window_main.h"
#include "app/workspace/workspace_path.h"
#include "core/quiet_end.h"

namespace {

using namespace heliograph;

QStringList argumentsOf(int argc, char** argv) {
  QStringList arguments;
  for (int i = 1; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
  return arguments;
}

/// Whether a window can be opened; Qt would end the program if not.
bool hasDisplay([[maybe_unused]] const QStringList& arguments) {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
  return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
         qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains(QStringLiteral("-platform"));
#else
  return true;
#endif
}

int runCommand(int& argc, char** argv, const cli::CommandLine& line, cli::Console& console) {
  const QCoreApplication application(argc, argv);
  // What a command has to say it says itself.
  QLoggingCategory::setFilterRules(QStringLiteral("heliograph.*.info=false"));
  return cli::allCommands().run(line, console);
}

int openWindow(int& argc, char** argv, const cli::CommandLine& line, cli::Console& console) {
  if (!hasDisplay(line.rest)) {
    console.error(
        QStringLiteral("There is no display here, so the window can't open. The commands need none: "
                       "`heliograph help` lists them."));
    return cli::exitFailed;
  }
  const auto workspace = app::workspacePath(line.workspace);
  if (!workspace) {
    console.error(workspace.error().message);
    return cli::exitFailed;
  }
  return app::runWindow(argc, argv, {.workspace = *workspace});
}

}  // namespace

int main(int argc, char** argv) {
  endQuietly();
  QCoreApplication::setApplicationName(QStringLiteral("heliograph"));
  QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
  cli::Console console;
  const auto line = cli::readCommandLine(argumentsOf(argc, argv));
  if (!line) {
    console.error(line.error().message);
    return cli::exitUsage;
  }
  if (const QString unknown = line->hasCommand() ? QString() : line->unknownOption(); !unknown.isEmpty()) {
    console.error(QStringLiteral("There is no option \"%1\". `heliograph help` lists them.").arg(unknown));
    return cli::exitUsage;
  }
  // Decided before anything of the window is made, so that commands need no display.
  return line->hasCommand() ? runCommand(argc, argv, *line, console) : openWindow(argc, argv, *line, console);
}
