// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

namespace heliograph::ui {

/// Every action of the window, registered once under a stable name, so that menus, shortcuts and search share it.
class ActionCollection final : public QObject {
  Q_OBJECT
 public:
  explicit ActionCollection(QObject* parent = nullptr);

  /// Makes an action named `name` (its objectName, which must be new).
  QAction* add(const QString& name, const QString& text, const QKeySequence& shortcut = {});
  /// The action of that name; null when there is none.
  [[nodiscard]] QAction* find(const QString& name) const;
  /// All actions in the order they were added.
  [[nodiscard]] QList<QAction*> all() const { return m_actions; }

 private:
  QList<QAction*> m_actions;
};

}  // namespace heliograph::ui
