// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int ChipPadding = 8;
constexpr int ChipIcon = 14;
constexpr int ChipIconGap = 5;

QFont chipFont() {
  QFont font = typeFont(TypeRole::Hint);
  font.setWeight(QFont::Medium);
  return font;
}

}  // namespace

QSize chipSize(const QString& text, bool withIcon) {
  const int icon = withIcon ? ChipIcon + ChipIconGap : 0;
  return {tabularWidth(chipFont(), text) + 2 * ChipPadding + icon, size::ChipHeight};
}

void paintChip(QPainter* painter, const QRect& rect, const QString& text, Tone tone, const Tokens& tokens, Icon icon) {
  const QSize wanted = chipSize(text, icon != Icon::None);
  const QRect box = mirrored(painter, rect,
                             QRect(rect.left(), rect.top() + (rect.height() - size::ChipHeight) / 2,
                                   std::min(wanted.width(), rect.width()), size::ChipHeight));
  drawing::roundRect(painter, box, size::ChipHeight / 2.0, toneWeak(tokens, tone), QColor());
  painter->save();
  painter->setFont(chipFont());
  painter->setPen(toneColor(tokens, tone));
  QRect inside = box.adjusted(ChipPadding, 0, -ChipPadding, 0);
  if (icon != Icon::None) {
    const QRect place(inside.left(), box.top() + (size::ChipHeight - ChipIcon) / 2, ChipIcon, ChipIcon);
    paintIcon(painter, mirrored(painter, box, place), icon, toneColor(tokens, tone));
    inside.setLeft(inside.left() + ChipIcon + ChipIconGap);
  }
  const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width() + 1);
  drawTabular(painter, mirrored(painter, box, inside), Qt::AlignLeft | Qt::AlignVCenter, shown);
  painter->restore();
}

Chip::Chip(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_text(text), m_tone(tone) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(text);
}

void Chip::setState(const QString& text, Tone tone) {
  if (text == m_text && tone == m_tone) return;
  m_text = text;
  m_tone = tone;
  setAccessibleName(text);
  updateGeometry();
  update();
}

void Chip::setIcon(Icon icon) {
  m_icon = icon;
  updateGeometry();
  update();
}

QSize Chip::sizeHint() const {
  return chipSize(m_text, m_icon != Icon::None);
}

void Chip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!m_text.isEmpty()) paintChip(&painter, rect(), m_text, m_tone, Tokens::of(this), m_icon);
}

}  // namespace heliograph::ui
