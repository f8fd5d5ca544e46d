// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "delivery/courier/sending_board.h"
#include "ui/sending/run_acts.h"
#include "ui/services.h"
#include "ui/window/action_collection.h"
#include "ui/window/tray.h"

namespace heliograph::ui {

class PageHost;
class SendingBar;

/// All of sending that the window shows whatever its page: the bar, the icon in the tray, and the actions that pause
/// and resume everything.
class WindowSending final : public QObject {
  Q_OBJECT
 public:
  /// Its actions have to be in `actions` already.
  WindowSending(Services& services, const ActionCollection& actions, QWidget* window);

  [[nodiscard]] const delivery::SendingBoard& board() const { return m_board; }
  [[nodiscard]] RunActs& acts() { return m_acts; }
  [[nodiscard]] Tray& tray() { return m_tray; }
  /// The bar, to be placed by the window.
  [[nodiscard]] SendingBar* bar() const { return m_bar; }
  /// Lets the bar lead to the pages and leave out what a page shows itself.
  void connectPages(PageHost& pages);

 private:
  void pauseOrResume();
  void showActions();

  QAction* m_pause;
  QAction* m_go;
  delivery::SendingBoard m_board;
  RunActs m_acts;
  Tray m_tray;
  SendingBar* m_bar;
};

}  // namespace heliograph::ui
