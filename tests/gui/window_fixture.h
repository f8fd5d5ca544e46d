// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "app/demo/demo_workspace.h"
#include "app/window/services_of.h"
#include "patience.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

namespace heliograph::test {

/// The real main window over a sample workspace in a temporary folder, worked by keys alone.
class WindowFixture final {
 public:
  enum class Start { Sample, Empty };

  explicit WindowFixture(Start start = Start::Sample)
      : m_settings(path("settings.ini"), QSettings::IniFormat), m_theme(*qApp) {
    auto opened = app::Workspace::open(path("window.heliograph"));
    if (!opened) qFatal("no workspace: %s", qPrintable(opened.error().message));
    m_workspace = std::move(*opened);
    if (auto ready = m_workspace->prepareSandbox(); !ready) qFatal("%s", qPrintable(ready.error().message));
    if (start == Start::Sample) fill();
    open();
  }

  /// Sample people, the sandbox and a draft.
  void fill() {
    app::DemoOptions people;
    people.profiles = 120;
    if (auto made = app::fillWithSample(*m_workspace, people); !made) qFatal("%s", qPrintable(made.error().message));
    if (auto served = m_workspace->startSandboxIfNeeded(); !served) qFatal("%s", qPrintable(served.error().message));
  }

  /// Makes the window anew, as after a start of the program.
  void open() {
    m_window.reset();
    m_services = std::make_unique<ui::Services>(app::servicesOf(*m_workspace, m_theme));
    m_services->countdown = std::chrono::milliseconds(50);
    m_window = std::make_unique<ui::MainWindow>(*m_services, m_settings);
    m_window->show();
    m_window->activateWindow();
    m_workspace->delivery.start();
  }
  /// The window is gone at once, without closing it, as after SIGKILL.
  void vanish() { m_window.reset(); }

  [[nodiscard]] ui::MainWindow& window() { return *m_window; }
  [[nodiscard]] app::Workspace& workspace() { return *m_workspace; }
  /// What the window works with, until it is opened anew.
  [[nodiscard]] ui::Services& services() { return *m_services; }
  [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

  template <class Widget = QWidget>
  [[nodiscard]] Widget* find(const char* name) const {
    return m_window->findChild<Widget*>(QString::fromLatin1(name));
  }

  /// Presses a key wherever the focus is.
  static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
  }
  static void type(const QString& text) {
    for (const QChar sign : text) QTest::keyClick(QApplication::focusWidget(), sign.toLatin1());
  }
  /// Presses Tab until the widget of that name has the focus; false when it can't be reached.
  static bool tabTo(const char* name) {
    constexpr int kEnough = 80;
    for (int i = 0; i < kEnough; ++i) {
      QWidget* focus = QApplication::focusWidget();
      if (focus && focus->objectName() == QString::fromUtf8(name)) return true;
      press(Qt::Key_Tab);
    }
    return false;
  }

 private:
  QTemporaryDir m_folder;
  QSettings m_settings;
  ui::Theme m_theme;
  std::unique_ptr<app::Workspace> m_workspace;
  std::unique_ptr<ui::Services> m_services;
  std::unique_ptr<ui::MainWindow> m_window;
};

}  // namespace heliograph::test
