// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>

#include "camera.h"
#include "ui/window/main_window.h"

namespace heliograph::tour {

/// The widget of that object name; ends the tour when there is none.
template <class Widget>
Widget& find(QWidget& within, const char* name) {
  auto* found = within.findChild<Widget*>(QString::fromLatin1(name));
  if (!found) qFatal("no widget is called %s", name);
  return *found;
}

/// Triggers an action of the window; ends the tour when it can't be used.
void trigger(ui::MainWindow& window, const QString& name);
/// Begins a new campaign and waits until it is open.
void newDraft(ui::MainWindow& window);
/// Shoots the dialog of that name and closes it.
void shootDialog(ui::MainWindow& window, const Camera& camera, const char* name, const QString& picture);
/// Replaces the message on the What page.
void writeMessage(ui::MainWindow& window, const QByteArray& source);

}  // namespace heliograph::tour
