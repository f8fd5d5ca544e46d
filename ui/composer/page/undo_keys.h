// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QContextMenuEvent;
class QLineEdit;
class QWidget;

namespace heliograph::ui {

/// Gives undo and redo to the campaign while the focus is in a line, date or number inside `page`: a line's own
/// history would know nothing of the rest. Keys go to the window, and a line's menu has the campaign's two actions.
/// Search fields keep their own.
class UndoKeys final : public QObject {
  Q_OBJECT
 public:
  explicit UndoKeys(QWidget& page);

  /// What the menus of lines show.
  void setActions(QAction* undo, QAction* redo);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] bool isOurs(const QWidget& widget) const;
  void openMenu(QLineEdit& line, const QContextMenuEvent& event);

  QWidget& m_page;
  QPointer<QAction> m_undo;
  QPointer<QAction> m_redo;
};

}  // namespace heliograph::ui
