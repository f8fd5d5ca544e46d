// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layout/tab_order.h"

#include <QWidget>

namespace heliograph::ui {

void tabBefore(QWidget* next, std::initializer_list<QWidget*> controls) {
  QWidget* last = next->previousInFocusChain();
  while (last != next && last->focusPolicy() == Qt::NoFocus) last = last->previousInFocusChain();
  for (QWidget* control : controls) {
    if (!control || control == last || control->focusPolicy() == Qt::NoFocus) continue;
    QWidget::setTabOrder(last, control);
    last = control;
  }
}

QWidget* tabThrough(QWidget* last, const QWidget* part) {
  for (QWidget* widget : part->findChildren<QWidget*>()) {
    if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() != nullptr) continue;
    QWidget::setTabOrder(last, widget);
    last = widget;
  }
  return last;
}

QWidget* nextControl(QWidget* part) {
  QWidget* next = part->nextInFocusChain();
  while (next != part && (next->focusPolicy() == Qt::NoFocus || part->isAncestorOf(next))) {
    next = next->nextInFocusChain();
  }
  return next;
}

}  // namespace heliograph::ui
