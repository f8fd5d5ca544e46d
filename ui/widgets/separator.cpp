// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/separator.h"

#include <QPainter>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

Separator::Separator(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
  if (orientation == Qt::Horizontal) {
    setFixedHeight(1);
  } else {
    setFixedWidth(1);
  }
}

void Separator::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(rect(), Tokens::of(this).line);
}

}  // namespace heliograph::ui
