// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <functional>

namespace heliograph::app {

/// Finds a window that went to the background again: listens for a second start of the program by the same person on
/// the same workspace, which asks it to come up. A window that can be seen leaves the second start alone.
class SingleWindow final : public QObject {
  Q_OBJECT

 public:
  /// Asks the window that has this workspace open in the background to come up; false when there is none.
  [[nodiscard]] static bool raiseRunning(const QString& workspace);

  /// Listens from now on. `bringUp` shows the window if it is in the background, and tells whether it was.
  SingleWindow(const QString& workspace, std::function<bool()> bringUp);

 private:
  void listen(const QString& name);
  void answer();

  std::function<bool()> m_bringUp;
  QLocalServer m_server;
};

}  // namespace heliograph::app
