// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace heliograph::app {

/// One window a workspace: listens for a second start of the program by the same person, which asks the window to come
/// up instead of opening another.
class SingleWindow final : public QObject {
  Q_OBJECT

 public:
  /// Asks the window that has this workspace open to come up; false when there is none.
  [[nodiscard]] static bool raiseRunning(const QString& workspace);

  /// Listens from now on. Where that can't be done a second start opens a second window.
  explicit SingleWindow(const QString& workspace, QObject* parent = nullptr);

 Q_SIGNALS:
  void raiseRequested();

 private:
  void listen(const QString& name);

  QLocalServer m_server;
};

}  // namespace heliograph::app
