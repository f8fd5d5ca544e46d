// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int PillPadding = 6;

QFont pillFont() {
  QFont font = typeFont(TypeRole::Body);
  font.setWeight(QFont::Medium);
  return font;
}

}  // namespace

void paintPill(QPainter* painter, const QRectF& rect, const QString& text, const Tokens& tokens, bool active) {
  drawing::roundRect(painter, rect, size::PillCorner, active ? tokens.accentLine : tokens.accentWeak,
                     tokens.accentLine);
  painter->save();
  painter->setFont(pillFont());
  painter->setPen(active ? tokens.text : tokens.accent);
  const QRectF inside = rect.adjusted(PillPadding, 0, -PillPadding, 0);
  const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(inside.width()) + 1);
  drawWords(painter, inside.toRect(), Qt::AlignVCenter | Qt::AlignLeft, shown);
  painter->restore();
}

QSize pillSize(const QString& text) {
  return {QFontMetrics(pillFont()).horizontalAdvance(text) + 2 * PillPadding + 1, size::PillHeight};
}

Pill::Pill(const QString& text, QWidget* parent) : QAbstractButton(parent) {
  setText(text);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Pill::sizeHint() const {
  return pillSize(text());
}

void Pill::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  paintPill(&painter, rect(), text(), tokens, isDown() || (underMouse() && isEnabled()));
  if (hasFocus()) drawing::focusRing(&painter, rect(), size::PillCorner, tokens);
}

}  // namespace heliograph::ui
