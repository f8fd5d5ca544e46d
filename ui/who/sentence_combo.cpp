// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/sentence_combo.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>
#include <QWheelEvent>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/pill.h"

namespace heliograph::ui {

namespace {
constexpr int kComboLeastWidth = 40;
constexpr int kWordsPadding = 2;
}  // namespace

SentenceCombo::SentenceCombo(Look look, QWidget* parent) : QComboBox(parent), m_look(look) {
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  setMaxVisibleItems(14);
  connect(this, &QComboBox::currentTextChanged, this, [this] {
    setToolTip(shownText());
    updateGeometry();
  });
}

void SentenceCombo::setFallbackText(const QString& text) {
  m_fallback = text;
  updateGeometry();
  update();
}

void SentenceCombo::setWording(const QString& words) {
  if (words == m_wording) return;
  m_wording = words;
  updateGeometry();
  update();
}

QString SentenceCombo::shownText() const {
  if (!m_wording.isEmpty()) return m_wording;
  const QString text = currentIndex() < 0 ? m_fallback : currentText();
  return text.section(QChar(u'…'), 0, 0).trimmed();
}

QSize SentenceCombo::sizeHint() const {
  if (m_look == Look::Pill) return {pillSize(shownText()).width(), size::SmallControl};
  const QFontMetrics metrics(typeFont(TypeRole::Body));
  return {metrics.horizontalAdvance(shownText()) + 2 * kWordsPadding + 1, size::SmallControl};
}

QSize SentenceCombo::minimumSizeHint() const {
  return {std::min(kComboLeastWidth, sizeHint().width()), size::SmallControl};
}

void SentenceCombo::showPopup() {
  // The list needs the room of its longest entry, whatever is shown.
  view()->setMinimumWidth(view()->sizeHintForColumn(modelColumn()) + size::Wide + size::Large);
  QComboBox::showPopup();
}

void SentenceCombo::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const bool active = isEnabled() && underMouse();
  const QRect box(0, (height() - size::PillHeight) / 2, width(), size::PillHeight);
  if (m_look == Look::Pill) {
    paintPill(&painter, box, shownText(), tokens, active);
  } else {
    painter.setFont(typeFont(TypeRole::Body));
    painter.setPen(active ? tokens.accent : tokens.text);
    const QRect inside = box.adjusted(kWordsPadding, 0, -kWordsPadding, 0);
    drawWords(&painter, inside, Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(shownText(), Qt::ElideRight, inside.width() + 1));
  }
  if (hasFocus()) drawing::focusRing(&painter, box, size::PillCorner, tokens);
}

void SentenceCombo::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

}  // namespace heliograph::ui
