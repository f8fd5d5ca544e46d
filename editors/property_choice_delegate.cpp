// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/property_choice_delegate.h"

#include <QPainter>
#include <QTextLayout>

#include "editors/property_choice_filter.h"
#include "editors/property_choice_model.h"

namespace heliograph::editors {
namespace {

constexpr int RowHeight = 34;
constexpr int HeadingHeight = 24;
constexpr int ChoicePadding = 8;
constexpr int ChipHeight = 22;
constexpr double FewPeople = 0.8;  // below this share a fallback is worth a thought

bool startsGroup(const QModelIndex& index) {
  return index.row() == 0 || index.siblingAtRow(index.row() - 1).data(PropertyChoiceModel::RootRole) !=
                                 index.data(PropertyChoiceModel::RootRole);
}

QString headingOf(const QModelIndex& index) {
  const QString heading = index.data(PropertyChoiceModel::HeadingRole).toString();
  return heading == QLatin1String("Coupon") ? PropertyChoiceDelegate::tr("Coupons") : heading;
}

}  // namespace

QSize PropertyChoiceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {200, RowHeight + (startsGroup(index) ? HeadingHeight : 0)};
}

void PropertyChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LeftToRight);  // everything below is reckoned from the left
  QRect row = option.rect;
  if (startsGroup(index)) {
    painter->setFont(m_theme.hintFont);
    painter->setPen(m_theme.hint);
    painter->drawText(row.adjusted(ChoicePadding, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, headingOf(index));
    row.setTop(row.top() + HeadingHeight);
  }
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.accentWeak);
    painter->drawRoundedRect(row, 6, 6);
  }
  const int shareWidth = paintShare(painter, row, index.data(PropertyChoiceModel::ShareRole).toDouble());
  QRect place = row.adjusted(ChoicePadding, 0, -ChoicePadding - shareWidth, 0);
  const QString sample = index.data(PropertyChoiceModel::SampleRole).toString();
  if (!sample.isEmpty()) {
    painter->setFont(m_theme.hintFont);
    painter->setPen(m_theme.hint);
    const QString shown = painter->fontMetrics().elidedText(sample, Qt::ElideRight, place.width() / 2);
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(shown) - ChoicePadding);
  }
  paintLabel(painter, place, index);
  painter->restore();
}

int PropertyChoiceDelegate::paintShare(QPainter* painter, const QRect& row, double share) const {
  if (share < 0) return 0;
  painter->setFont(m_theme.hintFont);
  // Never "100 %" while somebody lacks it, nor "0 %" while somebody has it.
  int percent = qBound(share > 0 ? 1 : 0, qRound(share * 100), share < 1 ? 99 : 100);
  const QString text = tr("%1 %").arg(percent);
  const int width = painter->fontMetrics().horizontalAdvance(text) + 16;
  const QRectF chip(row.right() - ChoicePadding - width + 1, row.center().y() - ChipHeight / 2 + 1, width, ChipHeight);
  const bool few = share < FewPeople;
  painter->setPen(Qt::NoPen);
  painter->setBrush(few ? m_theme.attentionWeak : m_theme.quiet);
  painter->drawRoundedRect(chip, ChipHeight / 2.0, ChipHeight / 2.0);
  painter->setPen(few ? m_theme.attention : m_theme.hint);
  painter->drawText(chip, Qt::AlignCenter, text);
  return width + ChoicePadding + 4;
}

void PropertyChoiceDelegate::paintLabel(QPainter* painter, const QRect& place, const QModelIndex& index) const {
  QFont font = m_theme.uiFont;
  font.setWeight(QFont::DemiBold);
  const QString label = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, place.width());
  QTextLayout layout(label, font);
  const auto* filter = qobject_cast<const PropertyChoiceFilter*>(index.model());
  if (filter != nullptr) {
    const auto [begin, length] = PropertyChoiceFilter::match(label, filter->text());
    QTextCharFormat hit;
    hit.setFontUnderline(true);
    if (begin >= 0)
      layout.setFormats({QTextLayout::FormatRange{static_cast<int>(begin), static_cast<int>(length), hit}});
  }
  layout.beginLayout();
  QTextLine line = layout.createLine();
  layout.endLayout();
  painter->setPen(m_theme.text);
  layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
}

}  // namespace heliograph::editors
