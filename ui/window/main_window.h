// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QUndoGroup>

#include "ui/services.h"
#include "ui/window/action_collection.h"
#include "ui/window/window_settings.h"

namespace heliograph::ui {

class Closing;
class Finder;
class ImportDialog;
class NoticeBar;
class PageHost;
class SandboxWindow;
class WindowSending;

/// The program's window: it assembles menus, pages, notices and what is being sent.
class MainWindow final : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(Services& services, QSettings& settings, QWidget* parent = nullptr);

  [[nodiscard]] ActionCollection& actions() { return m_actions; }
  /// Shows the window again, wherever it was, in front of the others.
  void bringUp();
  /// Closes it as another workspace is to be opened: what is sent can't go on in the background then.
  void leave();
  /// Opens the import with a file chosen already.
  void importFile(const QString& file);

 Q_SIGNALS:
  /// The person wants to look around in the sample workspace.
  void sampleRequested();
  /// The window is gone for good, and nothing is sent any more.
  void closed();
  /// The person was asked and stays.
  void closingCancelled();

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void makeActions();
  void connectActions();
  void connectTheme();
  void connectClosing();
  void followPage();
  ImportDialog& openImport(const QString& file = {});
  void openSeedList();
  void openControlGroup();
  void countAgain();
  void openSandbox();
  void openAbout();
  void goToBackground();

  Services& m_services;
  WindowSettings m_settings;
  ActionCollection m_actions;
  QUndoGroup m_undo;
  Finder* m_finder;
  NoticeBar* m_notice;
  WindowSending* m_sending;
  PageHost* m_pages;
  Closing* m_closing;
  SandboxWindow* m_sandbox = nullptr;
};

}  // namespace heliograph::ui
