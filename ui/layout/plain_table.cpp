// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layout/plain_table.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {

/// Enough rows to know a column's width by; more would cost time in long lists.
constexpr int kRowsMeasured = 60;

class StrongDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->font = typeFont(TypeRole::Label);
    option->fontMetrics = QFontMetrics(option->font);
  }
};

}  // namespace

PlainTable::PlainTable(QWidget* parent) : QTableView(parent) {
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setWordWrap(false);
  setTextElideMode(Qt::ElideRight);
  setTabKeyNavigation(false);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(size::TableRow);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  horizontalHeader()->setResizeContentsPrecision(kRowsMeasured);
  takeGround();
}

void PlainTable::setStrongColumn(int column) {
  setItemDelegateForColumn(column, new StrongDelegate(this));
}

void PlainTable::fitColumn(int column) {
  horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void PlainTable::stretchColumn(int column) {
  horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void PlainTable::takeGround() {
  viewport()->setAutoFillBackground(false);
  horizontalHeader()->viewport()->setAutoFillBackground(false);
  QPalette ground;
  ground.setColor(QPalette::Button, Qt::transparent);
  horizontalHeader()->setPalette(ground);
}

void PlainTable::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (!model()) return;
  QPainter painter(viewport());
  painter.setPen(Tokens::of(this).line);
  const int last = model()->rowCount(rootIndex()) - 1;
  for (int row = std::max(0, rowAt(0)); row <= last; ++row) {
    const int bottom = rowViewportPosition(row) + rowHeight(row) - 1;
    if (bottom > viewport()->height()) break;
    painter.drawLine(0, bottom, viewport()->width(), bottom);
  }
}

void PlainTable::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Keyboard) return requestMenuAtRow();
  if (indexAt(viewport()->mapFromGlobal(event->globalPos())).isValid()) Q_EMIT menuRequested(event->globalPos());
}

void PlainTable::keyPressEvent(QKeyEvent* event) {
  const bool shiftF10 = event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier;
  if (event->key() == Qt::Key_Menu || shiftF10) return requestMenuAtRow();
  QTableView::keyPressEvent(event);
}

/// Below the row that the keyboard is at.
void PlainTable::requestMenuAtRow() {
  if (!currentIndex().isValid()) return;
  const QRect row = visualRect(currentIndex().siblingAtColumn(std::max(0, columnAt(0))));
  Q_EMIT menuRequested(viewport()->mapToGlobal(row.bottomLeft()));
}

void PlainTable::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) takeGround();
}

}  // namespace heliograph::ui
