// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_delegate.h"

#include <QPainter>

#include "items/history_list_model.h"
#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/chip.h"

namespace heliograph::ui {

using items::HistoryListModel;

namespace {

constexpr int kHeading = 30;
constexpr int kLine = 20;
constexpr int kVersion = 2 * kLine + size::Medium;
constexpr int kWithMark = kVersion + size::ChipHeight + size::Tiny;

void paintHeading(QPainter* painter, const QRect& box, const QString& text, const QStyleOptionViewItem& option) {
  painter->setFont(typeFont(TypeRole::Hint));
  painter->setPen(Tokens::of(option.palette).text3);
  drawWords(painter, box, Qt::AlignLeft | Qt::AlignBottom, text);
}

}  // namespace

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  const Tokens& tokens = Tokens::of(option.palette);
  const Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
  const QRect ground = option.rect.adjusted(size::Small, 1, -size::Small, -1);
  const QRect text = ground.adjusted(size::Small, 5, -size::Small, -5);
  if (index.data(HistoryListModel::IsHeading).toBool()) {
    paintHeading(painter, text.adjusted(0, 0, 0, 2), index.data().toString(), option);
    painter->restore();
    return;
  }
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  if (selected) drawing::roundRect(painter, ground, size::ControlCorner, tokens.accentWeak, QColor());
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    drawing::focusRing(painter, ground, size::ControlCorner, tokens);
  }
  painter->setFont(typeFont(TypeRole::Label));
  painter->setPen(selected ? tokens.accent : tokens.text);
  drawWords(painter, QRect(text.left(), text.top(), text.width(), kLine), align, index.data().toString());
  painter->setFont(typeFont(TypeRole::Hint));
  painter->setPen(tokens.text2);
  const QString what = index.data(HistoryListModel::What).toString();
  drawWords(painter, QRect(text.left(), text.top() + kLine, text.width(), kLine), align,
            painter->fontMetrics().elidedText(what, Qt::ElideRight, text.width()));
  const QString mark = index.data(HistoryListModel::Mark).toString();
  if (!mark.isEmpty()) {
    QRect chip(text.left(), text.top() + 2 * kLine + 2, std::min(chipSize(mark).width(), text.width()),
               size::ChipHeight);
    if (option.direction == Qt::RightToLeft) chip.moveRight(text.right());
    paintChip(painter, chip, mark, static_cast<Tone>(index.data(items::role::Tone).toInt()), tokens);
  }
  painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  if (index.data(HistoryListModel::IsHeading).toBool()) return {0, kHeading};
  return {0, index.data(HistoryListModel::Mark).toString().isEmpty() ? kVersion : kWithMark};
}

}  // namespace heliograph::ui
