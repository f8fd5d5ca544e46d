// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_chip.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

QFont filterChipFont() {
  QFont font = typeFont(TypeRole::Hint);
  font.setWeight(QFont::Medium);
  return font;
}

}  // namespace

FilterChip::FilterChip(const QString& text, QWidget* parent) : QAbstractButton(parent) {
  setText(text);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FilterChip::setCount(qint64 count) {
  m_count = count;
  setAccessibleName(label());
  updateGeometry();
  update();
}

QString FilterChip::label() const {
  return m_count < 0 ? text() : text() + QLatin1Char(' ') + locale().toString(m_count);
}

QSize FilterChip::sizeHint() const {
  return {tabularWidth(filterChipFont(), label()) + 18, size::ChipHeight + 2};
}

void FilterChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const QRectF box = rect();
  const qreal radius = box.height() / 2;
  if (isChecked()) {
    drawing::roundRect(&painter, box, radius, tokens.accentWeak, tokens.accentLine);
  } else {
    const QColor hover = underMouse() && isEnabled() ? drawing::mix(tokens.surface, tokens.text, 0.05) : tokens.surface;
    drawing::roundRect(&painter, box, radius, hover, tokens.lineStrong);
  }
  painter.setFont(filterChipFont());
  painter.setPen(isChecked() ? tokens.accent : (isEnabled() ? tokens.text2 : tokens.text3));
  drawTabular(&painter, rect(), Qt::AlignCenter, label());
  if (hasFocus()) drawing::focusRing(&painter, box, radius, tokens);
}

}  // namespace heliograph::ui
