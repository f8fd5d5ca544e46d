// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/theme/tokens.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, option.widget);
  painter->save();
  painter->setFont(cell.font);
  painter->setPen(cell.palette.color(QPalette::Text));
  drawTabular(painter, option.rect.adjusted(size::Small, 0, -size::Small, 0), Qt::AlignRight | Qt::AlignVCenter,
              cell.text);
  painter->restore();
}

}  // namespace heliograph::ui
