// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/initial.h"

#include <QPainter>
#include <QTextBoundaryFinder>

#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

Initial::Initial(const QString& name, QWidget* parent) : QWidget(parent) {
  setFixedSize(size::Wide, size::Wide);
  setName(name);
}

void Initial::setName(const QString& name) {
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
  const qsizetype end = finder.toNextBoundary();
  m_letter = end > 0 ? name.left(end).toUpper() : QString();
  update();
}

void Initial::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  drawing::roundRect(&painter, rect(), width() / 2.0, tokens.accentWeak, QColor());
  QFont font = typeFont(TypeRole::Hint);
  font.setPixelSize(11);
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  painter.setPen(tokens.accent);
  painter.drawText(rect(), Qt::AlignCenter, m_letter);
}

}  // namespace heliograph::ui
