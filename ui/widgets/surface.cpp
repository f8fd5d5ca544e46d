// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/surface.h"

#include <QPainter>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

Surface::Surface(Qt::Edges lines, QWidget* parent) : QWidget(parent), m_lines(lines) {}

void Surface::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  painter.fillRect(rect(), tokens.surface);
  if (m_lines.testFlag(Qt::TopEdge)) painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
  if (m_lines.testFlag(Qt::BottomEdge)) painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
  if (m_lines.testFlag(Qt::LeftEdge)) painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
  if (m_lines.testFlag(Qt::RightEdge)) painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.line);
}

}  // namespace heliograph::ui
