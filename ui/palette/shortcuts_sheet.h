// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/window/action_collection.h"

class QVBoxLayout;

namespace heliograph::ui {

/// All keys on one sheet: those of the menus, group by group, and those of the editors and lists.
class ShortcutsSheet final : public QDialog {
  Q_OBJECT
 public:
  explicit ShortcutsSheet(const ActionCollection& actions, QWidget* parent = nullptr);

 private:
  struct Line {
    QString words;
    QStringList keys;
  };
  void addGroup(const QString& title, const QList<Line>& lines);
  void addActions(const ActionCollection& actions);

  QVBoxLayout* m_columns[2];
  int m_heights[2] = {0, 0};
};

}  // namespace heliograph::ui
