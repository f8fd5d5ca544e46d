// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/link_button.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int LinkPadding = 4;

QFont linkFont(LinkButton::Weight weight) {
  return typeFont(weight == LinkButton::Weight::Strong ? TypeRole::Label : TypeRole::Body);
}

}  // namespace

LinkButton::LinkButton(const QString& text, Weight weight, QWidget* parent)
    : QAbstractButton(parent), m_weight(weight) {
  setText(text);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LinkButton::setOnProblem(bool onProblem) {
  m_onProblem = onProblem;
  update();
}

QSize LinkButton::sizeHint() const {
  return {QFontMetrics(linkFont(m_weight)).horizontalAdvance(text()) + 2 * LinkPadding, 24};
}

void LinkButton::keyPressEvent(QKeyEvent* event) {
  // Enter would press the default button of a dialog instead.
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter) {
    click();
  } else {
    QAbstractButton::keyPressEvent(event);
  }
}

void LinkButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  QColor ink = m_weight == Weight::Strong ? tokens.accent : tokens.text2;
  if (m_onProblem) ink = tokens.problem;
  if (!isEnabled()) ink = tokens.text3;
  QFont font = linkFont(m_weight);
  font.setUnderline(isEnabled() && underMouse());
  painter.setFont(font);
  painter.setPen(ink);
  drawWords(&painter, rect(), Qt::AlignCenter, text());
  if (hasFocus()) drawing::focusRing(&painter, rect(), size::PillCorner, tokens);
}

}  // namespace heliograph::ui
