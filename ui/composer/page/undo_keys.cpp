// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/page/undo_keys.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

#include "ui/widgets/search_field.h"

namespace heliograph::ui {

UndoKeys::UndoKeys(QWidget& page) : QObject(&page), m_page(page) {
  qApp->installEventFilter(this);
}

void UndoKeys::setActions(QAction* undo, QAction* redo) {
  m_undo = undo;
  m_redo = redo;
}

bool UndoKeys::isOurs(const QWidget& widget) const {
  const auto* combo = qobject_cast<const QComboBox*>(&widget);
  const bool typed = qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
                     qobject_cast<const QPlainTextEdit*>(&widget) || (combo && combo->isEditable());
  return typed && !qobject_cast<const SearchField*>(&widget) && m_page.isAncestorOf(&widget) &&
         widget.window() == m_page.window();
}

bool UndoKeys::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  if (type != QEvent::ShortcutOverride && type != QEvent::KeyPress && type != QEvent::ContextMenu) return false;
  auto* widget = qobject_cast<QWidget*>(watched);
  if (!widget || !isOurs(*widget)) return false;
  if (type == QEvent::ContextMenu) {
    auto* line = qobject_cast<QLineEdit*>(widget);
    if (!line || line->isReadOnly() || !m_undo || !m_redo) return false;
    openMenu(*line, *static_cast<QContextMenuEvent*>(event));
    return true;
  }
  const auto* key = static_cast<QKeyEvent*>(event);
  if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo)) return false;
  // A key press comes here only when the window has nothing to undo; then the line has nothing either.
  event->setAccepted(type == QEvent::KeyPress);
  return true;
}

void UndoKeys::openMenu(QLineEdit& line, const QContextMenuEvent& event) {
  QMenu* menu = line.createStandardContextMenu();
  menu->setAttribute(Qt::WA_DeleteOnClose);
  // Qt's own begins with the line's undo and redo and a separator.
  const QList<QAction*> standard = menu->actions();
  if (standard.size() > 2 && standard[2]->isSeparator()) {
    menu->insertActions(standard[0], {m_undo, m_redo});
    delete standard[0];
    delete standard[1];
  }
  menu->popup(event.globalPos());
}

}  // namespace heliograph::ui
