// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "delivery/run/outlook.h"
#include "ui/services.h"

class QWidget;

namespace heliograph::ui {

class NoticeBar;
class PageHost;

/// Closes the window in order: looks whether something is being sent or due and asks then, saves the open draft, ends
/// sending cleanly, and says when the window may go.
class Closing final : public QObject {
  Q_OBJECT
 public:
  Closing(Services& services, PageHost& pages, NoticeBar& notice, QWidget* window);

  /// Whether the window may go at once. If not, what has to happen first begins, and ready(), backgroundChosen() or
  /// cancelled() follow.
  [[nodiscard]] bool mayClose();
  /// From now on a question offers only to quit: another workspace is to be opened.
  void setLeaving(bool leaving) { m_leaving = leaving; }

 Q_SIGNALS:
  /// Everything is saved and ended.
  void ready();
  /// The window goes, the program stays.
  void backgroundChosen();
  void cancelled();

 private:
  enum class State { Open, Asking, Ending, Ready };

  void look();
  void ask(const delivery::Outlook& outlook);
  void waitForPublishing();
  void end();
  void step();
  void giveUp();

  Services& m_services;
  PageHost& m_pages;
  NoticeBar& m_notice;
  QWidget* m_window;
  State m_state = State::Open;
  bool m_leaving = false;
};

}  // namespace heliograph::ui
