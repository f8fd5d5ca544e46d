// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/widgets/chip.h"

namespace heliograph::ui {

ChipDelegate::ChipDelegate(int toneRole, QObject* parent) : QStyledItemDelegate(parent), m_toneRole(toneRole) {}

void ChipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem ground = option;
  initStyleOption(&ground, index);
  const QString text = ground.text;
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
  if (text.isEmpty()) return;
  const auto tone = static_cast<Tone>(index.data(m_toneRole).toInt());
  paintChip(painter, option.rect.adjusted(size::Small, 0, -size::Tiny, 0), text, tone, Tokens::of(option.palette));
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {chipSize(index.data().toString()).width() + size::Medium, size::TableRow};
}

}  // namespace heliograph::ui
