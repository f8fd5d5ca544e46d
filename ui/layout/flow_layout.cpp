// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layout/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace heliograph::ui {

FlowLayout::FlowLayout(QWidget* parent, Last last) : QLayout(parent), m_last(last) {}

FlowLayout::FlowLayout(int spacing, QWidget* parent) : FlowLayout(parent) {
  setContentsMargins({});
  setSpacing(spacing);
}

FlowLayout::~FlowLayout() {
  for (QLayoutItem* item : m_items) delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.push_back(item);
  invalidate();
}

void FlowLayout::insertWidget(int number, QWidget* widget) {
  addChildWidget(widget);
  m_items.insert(m_items.begin() + number, new QWidgetItem(widget));
  invalidate();
}

int FlowLayout::count() const {
  return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int number) const {
  return number >= 0 && number < count() ? m_items[static_cast<std::size_t>(number)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int number) {
  QLayoutItem* item = itemAt(number);
  if (item) m_items.erase(m_items.begin() + number);
  invalidate();
  return item;
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

QSize FlowLayout::minimumSize() const {
  QSize least;
  for (const QLayoutItem* item : m_items) least = least.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return least + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
  const QRect inside = rect.marginsRemoved(contentsMargins());
  const bool mirrored = parentWidget() && parentWidget()->layoutDirection() == Qt::RightToLeft;
  int x = inside.left();
  int y = inside.top();
  int line = 0;
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    if (m_items[i]->isEmpty()) continue;  // hidden
    const bool last = i + 1 == m_items.size() && m_last == Last::FillsItsLine;
    QSize wanted = m_items[i]->sizeHint();
    wanted.setWidth(std::min(wanted.width(), inside.width()));
    if (x > inside.left() && x + wanted.width() > inside.right() + 1) {
      x = inside.left();
      y += line + spacing();
      line = 0;
    }
    if (last) wanted.setWidth(inside.right() + 1 - x);
    line = std::max(line, wanted.height());
    const QRect at(QPoint(x, y), wanted);
    if (place) {
      m_items[i]->setGeometry(mirrored ? QStyle::visualRect(Qt::RightToLeft, inside, at) : at);
    }
    x += wanted.width() + spacing();
  }
  return y + line - rect.top() + contentsMargins().bottom();
}

}  // namespace heliograph::ui
