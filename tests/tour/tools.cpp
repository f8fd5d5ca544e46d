// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools.h"

#include <QAction>
#include <QDialog>
#include <QTextEdit>

namespace heliograph::tour {

void trigger(ui::MainWindow& window, const QString& name) {
  QAction* action = window.actions().find(name);
  if (!action || !action->isEnabled()) qFatal("the action %s can't be used", qPrintable(name));
  action->trigger();
}

void shootDialog(ui::MainWindow& window, const Camera& camera, const char* name, const QString& picture) {
  waitUntil([&] { return window.findChild<QDialog*>(QString::fromLatin1(name)) != nullptr; }, name);
  settle();
  auto& dialog = find<QDialog>(window, name);
  camera.shoot(dialog, picture);
  dialog.reject();
  settle(50);
}

void writeMessage(ui::MainWindow& window, const QByteArray& source) {
  auto& editor = find<QTextEdit>(window, "what.message");
  editor.setFocus();
  editor.selectAll();
  QMetaObject::invokeMethod(&editor, "insertSource", Q_ARG(QByteArray, source));
}

}  // namespace heliograph::tour
