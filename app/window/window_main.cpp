// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_main.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QScreen>
#include <QSettings>
#include <optional>

#include "app/demo/demo_workspace.h"
#include "app/window/services_of.h"
#include "app/window/single_window.h"
#include "app/window/start_report.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

namespace heliograph::app {

namespace {

constexpr int kFailed = 1;
/// Somebody sits before a window and can look into it; a server would wait until somebody does.
constexpr int kMostRefusedPercent = 5;

/// On a small screen all of it is to be seen. How large the frame is isn't known before it is shown.
void fitOnScreen(QWidget& window) {
  constexpr QSize frame{16, 48};
  if (window.isMaximized() || window.isFullScreen()) return;
  const QSize room = window.screen()->availableSize() - frame;
  window.resize(window.size().boundedTo(room));
}

/// Beside the person's own workspace, so that sample contacts never mix with theirs.
QString samplePath(const QString& workspace) {
  return QFileInfo(workspace).dir().filePath(QStringLiteral("sample.heliograph"));
}

Result<std::unique_ptr<Workspace>> openWorkspace(const WindowOptions& options) {
  auto workspace = Workspace::open(options.workspace);
  if (!workspace) return workspace;
  if (options.sample) {
    const auto people = (*workspace)->profiles.count();
    if (!people) return fail(people.error());
    if (*people == 0) {
      if (auto made = fillWithSample(**workspace, {}); !made) return fail(made.error());
    }
  }
  // Always, as a sandbox provider may be added while the window is open.
  HELIOGRAPH_TRY((*workspace)->prepareSandbox());
  HELIOGRAPH_TRY((*workspace)->startSandboxIfNeeded());
  return workspace;
}

/// One workspace's window, until it is closed; what to open next, if anything.
Result<std::optional<WindowOptions>> runOnce(const WindowOptions& options, ui::Theme& theme, QSettings& settings) {
  auto workspace = openWorkspace(options);
  if (!workspace) return fail(workspace.error());
  (*workspace)->columns.keepUp();
  ui::Services services = servicesOf(**workspace, theme);
  ui::MainWindow window(services, settings);
  std::optional<WindowOptions> next;
  QObject::connect(&window, &ui::MainWindow::sampleRequested, &window, [&] {
    next = WindowOptions{samplePath(options.workspace), true};
    window.leave();
  });
  QObject::connect(&window, &ui::MainWindow::closingCancelled, &window, [&] { next.reset(); });
  QObject::connect(&window, &ui::MainWindow::closed, qApp, &QApplication::quit);
  const SingleWindow running(options.workspace, [&window] {
    if (window.isVisible() && !window.isMinimized()) return false;
    window.bringUp();
    return true;
  });
  StartReport::install(window);
  fitOnScreen(window);
  window.show();
  (*workspace)->delivery.pauseWhenRefused(kMostRefusedPercent);
  (*workspace)->delivery.start();
  QApplication::exec();
  return next;
}

}  // namespace

int runWindow(int& argc, char** argv, const WindowOptions& options) {
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("heliograph"));
  QApplication::setApplicationDisplayName(QStringLiteral("Heliograph"));
  QApplication::setDesktopFileName(QStringLiteral("org.heliograph.Heliograph"));
  // Qt goes by its own translations, of which there may be none for a language that runs from the right.
  if (QLocale().textDirection() == Qt::RightToLeft) QApplication::setLayoutDirection(Qt::RightToLeft);
  // The window says itself when it is gone: it may also be hidden while something is sent.
  QApplication::setQuitOnLastWindowClosed(false);
  if (SingleWindow::raiseRunning(options.workspace)) return 0;
  QSettings settings;
  ui::Theme theme(application);
  std::optional<WindowOptions> next = options;
  while (next) {
    auto ended = runOnce(*next, theme, settings);
    if (!ended) {
      QMessageBox::critical(nullptr, QObject::tr("Heliograph"), ended.error().message);
      return kFailed;
    }
    next = *ended;
  }
  return 0;
}

}  // namespace heliograph::app
