// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera.h"

#include <QPixmap>
#include <QTest>
#include <QWidget>

namespace heliograph::tour {

Camera::Camera(const QString& folder) : m_folder(folder) {
  if (!m_folder.mkpath(QStringLiteral("."))) qFatal("the folder %s can't be made", qPrintable(folder));
}

void Camera::shoot(QWidget& widget, const QString& name) const {
  const QString file = m_folder.filePath(QStringLiteral("%1-%2.png").arg(name, m_setting));
  if (!widget.grab().save(file)) qFatal("%s can't be written", qPrintable(file));
  ++m_count;
}

void waitUntil(const std::function<bool()>& done, const char* what) {
  if (!QTest::qWaitFor(done, 20000)) qFatal("waited in vain for %s", what);
}

void settle(int milliseconds) {
  QTest::qWait(milliseconds);
}

}  // namespace heliograph::tour
