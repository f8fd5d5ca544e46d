// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/undo_keys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace heliograph::ui {

UndoKeys::UndoKeys(QWidget& page) : QObject(&page), m_page(page) {
  qApp->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride) return false;
  const auto* line = qobject_cast<QLineEdit*>(watched);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool undoes = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
  if (!line || !undoes || !m_page.isAncestorOf(line) || line->window() != m_page.window()) return false;
  event->ignore();
  return true;
}

}  // namespace heliograph::ui
