// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/action_collection.h"

namespace heliograph::ui {

ActionCollection::ActionCollection(QObject* parent) : QObject(parent) {}

QAction* ActionCollection::add(const QString& name, const QString& text, const QKeySequence& shortcut) {
  Q_ASSERT(find(name) == nullptr);
  auto* action = new QAction(text, this);
  action->setObjectName(name);
  if (!shortcut.isEmpty()) action->setShortcut(shortcut);
  m_actions.append(action);
  return action;
}

QAction* ActionCollection::find(const QString& name) const {
  for (QAction* action : m_actions) {
    if (action->objectName() == name) return action;
  }
  return nullptr;
}

}  // namespace heliograph::ui
