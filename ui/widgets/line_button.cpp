// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_button.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {
constexpr int kLineHeight = 24;
constexpr int kLinePadding = 4;
constexpr int kLeastWidth = 80;
}  // namespace

LineButton::LineButton(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineButton::setNote(const QString& note) {
  m_note = note;
  updateGeometry();
  update();
}

QString LineButton::words() const {
  return m_note.isEmpty() ? text() : QStringLiteral("%1  ·  %2").arg(text(), m_note);
}

QSize LineButton::sizeHint() const {
  return {QFontMetrics(typeFont(TypeRole::Body)).horizontalAdvance(words()) + 2 * kLinePadding, kLineHeight};
}

QSize LineButton::minimumSizeHint() const {
  return {kLeastWidth, kLineHeight};
}

void LineButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  QFont font = typeFont(TypeRole::Body);
  font.setUnderline(underMouse());
  painter.setFont(font);
  painter.setPen(underMouse() || isChecked() ? tokens.text2 : tokens.text3);
  const QString shown = QFontMetrics(font).elidedText(words(), Qt::ElideRight, width());
  drawWords(&painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, shown);
  if (hasFocus()) drawing::focusRing(&painter, rect(), size::PillCorner, tokens);
}

void LineButton::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  isEnter ? click() : QAbstractButton::keyPressEvent(event);
}

bool LineButton::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip && sizeHint().width() > width()) {
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), words(), this);
    return true;
  }
  return QAbstractButton::event(event);
}

}  // namespace heliograph::ui
