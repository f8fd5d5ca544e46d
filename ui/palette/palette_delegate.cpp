// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette_delegate.h"

#include <QPainter>

#include "ui/palette/palette_model.h"
#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {

constexpr int kEntryHeight = 36;

/// Draws a text at the start or the end of what is left of a row, and takes its place away.
void takeText(QPainter& painter, const QStyleOptionViewItem& option, QRect& left, Qt::Alignment side,
              const QString& text) {
  const int width = qMin(painter.fontMetrics().horizontalAdvance(text) + 1, left.width());
  const Qt::Alignment seen = QStyle::visualAlignment(option.direction, side);
  const QRect place = QStyle::alignedRect(option.direction, side | Qt::AlignVCenter, {width, left.height()}, left);
  drawWords(&painter, place, side | Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, width));
  const int taken = width + size::Medium;
  seen.testFlag(Qt::AlignLeft) ? left.setLeft(left.left() + taken) : left.setRight(left.right() - taken);
}

}  // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& tokens = Tokens::of(option.palette);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state.testFlag(QStyle::State_Selected)) {
    drawing::roundRect(painter, option.rect, size::ControlCorner, tokens.accentWeak, QColor());
  }
  QRect left = option.rect.adjusted(size::Medium, 0, -size::Medium, 0);
  const QRect icon =
      QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, QSize(size::Icon, size::Icon), left);
  paintIcon(painter, icon, static_cast<Icon>(index.data(PaletteModel::IconRole).toInt()), tokens.text2);
  const int afterIcon = size::Icon + size::Medium;
  option.direction == Qt::LeftToRight ? left.setLeft(left.left() + afterIcon) : left.setRight(left.right() - afterIcon);
  painter->setFont(typeFont(TypeRole::Hint));
  painter->setPen(tokens.text2);
  takeText(*painter, option, left, Qt::AlignTrailing, index.data(PaletteModel::DetailRole).toString());
  painter->setFont(typeFont(TypeRole::Body));
  painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? tokens.text : tokens.text3);
  takeText(*painter, option, left, Qt::AlignLeading, index.data().toString());
  painter->setFont(typeFont(TypeRole::Hint));
  painter->setPen(tokens.text3);
  takeText(*painter, option, left, Qt::AlignLeading, index.data(PaletteModel::KindRole).toString());
  painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, kEntryHeight};
}

}  // namespace heliograph::ui
