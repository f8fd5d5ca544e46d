// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "ui/theme/drawing.h"

namespace heliograph::ui {

Card::Card(QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout(this)) {
  setPadding(size::Large);
  m_body->setSpacing(size::Small);
}

void Card::setBorder(Border border) {
  m_border = border;
  update();
}

void Card::setTone(Tone tone) {
  m_tone = tone;
  update();
}

void Card::setPadding(int px) {
  m_body->setContentsMargins(px, px, px, px);
}

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const QColor ground = m_tone == Tone::Neutral ? tokens.surface : toneWeak(tokens, m_tone);
  if (m_border == Border::Dashed) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    painter.setPen(QPen(tokens.lineStrong, 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::CardCorner, size::CardCorner);
    return;
  }
  QColor border = m_border == Border::Strong ? tokens.lineStrong : tokens.line;
  if (m_border == Border::Chosen) border = tokens.accent;
  if (m_tone != Tone::Neutral) border = QColor();
  drawing::roundRect(&painter, rect(), size::CardCorner, ground, border, m_border == Border::Chosen ? 2 : 1);
}

}  // namespace heliograph::ui
