// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_mark.h"

#include <QPainter>

namespace heliograph::ui {

IconMark::IconMark(Icon icon, Tone tone, QWidget* parent) : QWidget(parent), m_icon(icon), m_tone(tone) {
  setFixedSize(size::Icon, 22);
}

void IconMark::setMark(Icon icon, Tone tone) {
  m_icon = icon;
  m_tone = tone;
  update();
}

void IconMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintIcon(&painter, rect(), m_icon, toneColor(Tokens::of(this), m_tone));
}

}  // namespace heliograph::ui
