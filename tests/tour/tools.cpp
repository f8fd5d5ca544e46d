// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools.h"

#include <QAction>
#include <QDialog>
#include <QTextEdit>

#include "ui/window/window_actions.h"

namespace heliograph::tour {

void trigger(ui::MainWindow& window, const QString& name) {
  QAction* action = window.actions().find(name);
  if (!action || !action->isEnabled()) qFatal("the action %s can't be used", qPrintable(name));
  action->trigger();
}

// Whoever only looks for a composer may find the one that was just closed: it goes with the next events.
void newDraft(ui::MainWindow& window) {
  trigger(window, ui::action::newCampaign);
  const QAction* step = window.actions().find(ui::stepAction(0));
  waitUntil([&] { return step->isEnabled(); }, "the new campaign");
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
