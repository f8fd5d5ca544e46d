// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/name_delegate.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <algorithm>

#include "items/campaign_list_model.h"
#include "ui/theme/direction.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/chip.h"

namespace heliograph::ui {

namespace {

constexpr int kLongestCampaignName = 200;

/// Paints the labels that fit into `rect` from its leading end.
void paintLabels(QPainter* painter, QRect rect, const QStringList& labels, const QStyleOptionViewItem& option) {
  const Tokens& tokens = Tokens::of(option.palette);
  const auto place = [&](const QString& text) {
    const QRect box(rect.topLeft(), QSize(std::min(chipSize(text).width(), rect.width()), rect.height()));
    const QRect shown = QStyle::visualRect(option.direction, option.rect, box);
    paintChip(painter, shown, text, Tone::Neutral, tokens);
    rect.setLeft(box.right() + 1 + size::Tiny);
  };
  for (qsizetype i = 0; i < labels.size(); ++i) {
    const QString rest = QStringLiteral("+%1").arg(labels.size() - i);
    const bool last = i + 1 == labels.size();
    const int needed = chipSize(labels[i]).width() + (last ? 0 : size::Tiny + chipSize(rest).width());
    if (needed > rect.width()) {
      if (chipSize(rest).width() <= rect.width()) place(rest);
      return;
    }
    place(labels[i]);
  }
}

}  // namespace

void NameDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem ground = option;
  initStyleOption(&ground, index);
  const QString name = ground.text;
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
  const QStringList labels = index.data(items::role::Labels).toStringList();
  QRect room = option.rect.adjusted(size::Small, 0, -size::Small, 0);
  painter->save();
  painter->setFont(typeFont(TypeRole::Label));
  painter->setPen(Tokens::of(option.palette).text);
  const int whole = painter->fontMetrics().horizontalAdvance(name) + 1;
  // The name goes before the labels, of which it leaves at least how many there are.
  const int count = chipSize(QStringLiteral("+%1").arg(labels.size())).width() + size::Small;
  const int width = std::min(whole, labels.isEmpty() ? room.width() : room.width() - count);
  const QRect text(room.topLeft(), QSize(width, room.height()));
  drawWords(painter, QStyle::visualRect(option.direction, option.rect, text), Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(name, Qt::ElideRight, width));
  painter->restore();
  room.setLeft(text.right() + 1 + size::Small);
  paintLabels(painter, room, labels, option);
}

QWidget* NameDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
  auto* line = new QLineEdit(parent);
  line->setObjectName(QStringLiteral("home.rename"));
  line->setAccessibleName(tr("Name of the campaign"));
  line->setMaxLength(kLongestCampaignName);
  return line;
}

void NameDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
  QRect box(option.rect.topLeft(), QSize(option.rect.width(), size::Control));
  box.moveCenter(option.rect.center());
  editor->setGeometry(box);
}

}  // namespace heliograph::ui
