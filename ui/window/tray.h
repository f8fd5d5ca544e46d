// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSystemTrayIcon>
#include <memory>

#include "delivery/courier/sending_board.h"
#include "delivery/run/outlook.h"
#include "ui/services.h"

class QAction;
class QMenu;

namespace heliograph::ui {

/// The program's icon in the tray while its window is closed: shows whether something is being sent, due or waits for
/// a person, says how far it is, and tells when a campaign is done.
class Tray final : public QObject {
  Q_OBJECT
 public:
  /// `pause` is the window's action that pauses or resumes everything.
  Tray(Services& services, const delivery::SendingBoard& board, QAction* pause, QObject* parent);
  ~Tray() override;

  /// Whether there is a tray to be in.
  [[nodiscard]] static bool isAvailable();
  void show();
  void hide();

 Q_SIGNALS:
  void openRequested();
  void quitRequested();

 private:
  enum class State { Quiet, Due, Sending, NeedsPerson };

  void look();
  void refresh();
  [[nodiscard]] State state() const;
  [[nodiscard]] QString tip() const;
  void tellEnd(const delivery::SendingLine& line);
  void tellNeed(const delivery::SendingLine& line);

  Services& m_services;
  const delivery::SendingBoard& m_board;
  std::unique_ptr<QMenu> m_menu;
  QSystemTrayIcon m_icon;
  delivery::Outlook m_outlook;
  State m_shown = State::Quiet;
};

}  // namespace heliograph::ui
