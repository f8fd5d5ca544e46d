// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/start_report.h"

#include <QAbstractItemView>
#include <QEvent>
#include <algorithm>
#include <cstdio>

namespace heliograph::app {

void StartReport::install(QWidget& window) {
  if (qEnvironmentVariableIsSet("HELIOGRAPH_REPORT_START")) new StartReport(window);
}

StartReport::StartReport(QWidget& window) : QObject(&window), m_window(window) {
  window.installEventFilter(this);
  connect(&m_timer, &QTimer::timeout, this, &StartReport::look);
  m_timer.start(1);
}

bool StartReport::eventFilter(QObject* watched, QEvent* event) {
  m_painted = m_painted || event->type() == QEvent::Paint;
  return QObject::eventFilter(watched, event);
}

void StartReport::look() {
  const auto views = m_window.findChildren<QAbstractItemView*>();
  const bool filled = std::any_of(views.begin(), views.end(), [](const QAbstractItemView* view) {
    return view->isVisible() && view->model() != nullptr && view->model()->rowCount() > 0;
  });
  if (!m_painted || !filled) return;
  m_timer.stop();
  std::puts("usable");
  std::fflush(stdout);
  if (qEnvironmentVariable("HELIOGRAPH_REPORT_START") != QLatin1String("stay")) m_window.close();
}

}  // namespace heliograph::app
