// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::app {

/// How the window is opened.
struct WindowOptions {
  QString workspace;    ///< path of the workspace's file
  bool sample = false;  ///< fill an empty workspace with sample contacts and the sandbox provider
};

/// Opens the window and runs it to its end; gives the program's exit code. Problems with the workspace are said in a
/// message on the screen.
[[nodiscard]] int runWindow(int& argc, char** argv, const WindowOptions& options);

}  // namespace heliograph::app
