// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/direction.h"

#include <QPainter>
#include <QStyle>

namespace heliograph::ui {

QRect mirrored(const QPainter* painter, const QRect& whole, const QRect& place) {
  return QStyle::visualRect(painter->layoutDirection(), whole, place);
}

void drawWords(QPainter* painter, const QRect& place, Qt::Alignment alignment, const QString& words, int flags) {
  const Qt::LayoutDirection window = painter->layoutDirection();
  const Qt::Alignment seen = QStyle::visualAlignment(window, alignment) | Qt::AlignAbsolute;
  painter->setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
  painter->drawText(place, static_cast<int>(seen) | flags, words);
  painter->setLayoutDirection(window);
}

}  // namespace heliograph::ui
