// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/trend_delegate.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

#include "items/rows_model.h"
#include "ui/theme/tokens.h"

namespace heliograph::ui {

namespace {
constexpr int kTrendWidth = 96;
constexpr int kTrendRoom = 11;  ///< above and below the line
constexpr qreal kTrendDot = 2.5;
constexpr qreal kTrendPen = 1.5;
}  // namespace

void TrendDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, option.widget);
  const QVariantList figures = index.data(items::role::Raw).toList();
  if (figures.isEmpty()) return;
  const auto byFigure = [](const QVariant& a, const QVariant& b) { return a.toDouble() < b.toDouble(); };
  const double least = std::min_element(figures.begin(), figures.end(), byFigure)->toDouble();
  const double most = std::max_element(figures.begin(), figures.end(), byFigure)->toDouble();
  const QRectF place = QRectF(option.rect).adjusted(size::Small, kTrendRoom, -size::Small, -kTrendRoom);
  const auto pointOf = [&](qsizetype number) {
    const double along = figures.size() < 2 ? 1 : static_cast<double>(number) / static_cast<double>(figures.size() - 1);
    const double up = most > least ? (figures[number].toDouble() - least) / (most - least) : 0.5;
    // Time runs as the window's language does.
    const double x = option.direction == Qt::RightToLeft ? place.right() - along * place.width()
                                                         : place.left() + along * place.width();
    return QPointF(x, place.bottom() - up * place.height());
  };
  QPolygonF line;
  for (qsizetype i = 0; i < figures.size(); ++i) line << pointOf(i);
  const QColor ink = Tokens::of(option.palette).accent;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(ink, kTrendPen));
  painter->drawPolyline(line);
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  painter->drawEllipse(line.last(), kTrendDot, kTrendDot);
  painter->restore();
}

QSize TrendDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {kTrendWidth, size::TableRow};
}

}  // namespace heliograph::ui
