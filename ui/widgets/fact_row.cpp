// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_row.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int FactRowHeight = 30;
constexpr int Indent = 14;

}  // namespace

FactRow::FactRow(const QString& label, const QString& value, QWidget* parent) : QAbstractButton(parent) {
  setFact(label, value);
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::NoFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactRow::setFact(const QString& label, const QString& value) {
  // Figures are written again with every keystroke, and mostly stay the same.
  if (label == text() && value == m_value) return;
  setText(label);
  m_value = value;
  setAccessibleName(label + QLatin1Char(' ') + value);
  updateGeometry();
  update();
}

void FactRow::setTone(Tone tone) {
  if (tone == m_tone) return;
  m_tone = tone;
  update();
}

void FactRow::setStale(bool stale) {
  if (stale == m_stale) return;
  m_stale = stale;
  update();
}

void FactRow::setIndented(bool indented) {
  m_indented = indented;
  update();
}

void FactRow::setStrong(bool strong) {
  m_strong = strong;
  update();
}

void FactRow::setActivatable(const QString& what) {
  m_activatable = !what.isEmpty();
  setToolTip(what);
  setAccessibleDescription(what);
  setFocusPolicy(m_activatable ? Qt::StrongFocus : Qt::NoFocus);
  setCursor(m_activatable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize FactRow::sizeHint() const {
  const QFontMetrics metrics(typeFont(TypeRole::Label));
  return {metrics.horizontalAdvance(text()) + metrics.horizontalAdvance(m_value) + Indent + size::Large, FactRowHeight};
}

QSize FactRow::minimumSizeHint() const {
  return {120, FactRowHeight};
}

void FactRow::keyPressEvent(QKeyEvent* event) {
  if (m_activatable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    click();
  } else {
    QAbstractButton::keyPressEvent(event);
  }
}

void FactRow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const bool active = m_activatable && underMouse();
  const QColor toned = toneColor(tokens, m_tone);
  painter.setFont(typeFont(m_strong ? TypeRole::Label : TypeRole::Body));
  painter.setPen(m_stale ? tokens.text3 : m_tone == Tone::Neutral ? (m_indented ? tokens.text2 : tokens.text) : toned);
  const int valueWidth = tabularWidth(painter.font(), m_value);
  drawTabular(&painter, rect(), Qt::AlignRight | Qt::AlignVCenter, m_value);
  QFont font = typeFont(TypeRole::Body);
  font.setUnderline(active);
  painter.setFont(font);
  painter.setPen(m_tone == Tone::Neutral ? (active ? tokens.accent : m_stale ? tokens.text3 : tokens.text2) : toned);
  const QRect place =
      mirrored(&painter, rect(), rect().adjusted(m_indented ? Indent : 0, 0, -valueWidth - size::Small, 0));
  drawWords(&painter, place, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
  if (hasFocus()) drawing::focusRing(&painter, rect(), size::PillCorner, tokens);
}

}  // namespace heliograph::ui
