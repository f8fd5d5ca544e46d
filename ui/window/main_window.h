// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QUndoGroup>

#include "ui/services.h"
#include "ui/window/action_collection.h"
#include "ui/window/window_settings.h"

namespace heliograph::ui {

class Finder;
class NoticeBar;
class PageHost;
class SandboxWindow;

/// The program's window: it assembles menus, pages and notices. Closing it saves the open draft and ends sending
/// cleanly before it goes.
class MainWindow final : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(Services& services, QSettings& settings, QWidget* parent = nullptr);

  [[nodiscard]] ActionCollection& actions() { return m_actions; }
  /// Opens the import with a file chosen already.
  void importFile(const QString& file);

 Q_SIGNALS:
  /// The person wants to look around in the sample workspace.
  void sampleRequested();

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void makeActions();
  void connectActions();
  void connectTheme();
  void watchDelivery();
  void greet();
  void followPage();
  void openImport(const QString& file = {});
  void openSandbox();
  void openAbout();
  void finishClosing();

  Services& m_services;
  WindowSettings m_settings;
  ActionCollection m_actions;
  QUndoGroup m_undo;
  Finder* m_finder;
  NoticeBar* m_notice;
  PageHost* m_pages;
  SandboxWindow* m_sandbox = nullptr;
  enum class Closing { No, Asked, Yes } m_closing = Closing::No;
};

}  // namespace heliograph::ui
