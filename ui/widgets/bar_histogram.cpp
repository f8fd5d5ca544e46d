// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bar_histogram.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int BarHeight = 22;
constexpr int BarGap = 10;
constexpr int LeastWidth = 6;
constexpr int TextGap = 8;

}  // namespace

BarHistogram::BarHistogram(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
}

void BarHistogram::setBars(std::vector<Bar> bars) {
  m_bars = std::move(bars);
  m_focused = std::clamp(m_focused, 0, std::max(0, static_cast<int>(m_bars.size()) - 1));
  QStringList words;
  for (const Bar& bar : m_bars) words << caption(bar);
  setAccessibleName(words.join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

QString BarHistogram::caption(const Bar& bar) const {
  return bar.label + QStringLiteral(" · ") + locale().toString(bar.value);
}

QSize BarHistogram::sizeHint() const {
  const int count = static_cast<int>(m_bars.size());
  return {240, std::max(0, count * (BarHeight + BarGap) - BarGap)};
}

QSize BarHistogram::minimumSizeHint() const {
  return {160, sizeHint().height()};
}

QRect BarHistogram::barRect(int index) const {
  qint64 largest = 1;
  for (const Bar& bar : m_bars) largest = std::max(largest, bar.value);
  const qint64 value = m_bars[static_cast<std::size_t>(index)].value;
  const int full = width() - 24;
  const int length =
      value == 0
          ? 0
          : std::max(LeastWidth, static_cast<int>(static_cast<double>(value) / static_cast<double>(largest) * full));
  return {0, index * (BarHeight + BarGap), length, BarHeight};
}

void BarHistogram::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  painter.setFont(typeFont(TypeRole::Hint));
  for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
    const Bar& bar = m_bars[static_cast<std::size_t>(i)];
    const QRect box = mirrored(&painter, rect(), barRect(i));
    const QString text = caption(bar);
    drawing::roundRect(&painter, box, 3, toneColor(tokens, bar.tone), QColor());
    const bool inside = tabularWidth(painter.font(), text) + 2 * TextGap <= box.width();
    painter.setPen(inside ? tokens.onAccent : tokens.text2);
    const int left = inside ? TextGap : box.width() + TextGap;
    drawTabular(&painter, mirrored(&painter, rect(), QRect(left, box.top(), width() - left, BarHeight)),
                Qt::AlignLeft | Qt::AlignVCenter, text);
    if (hasFocus() && i == m_focused) {
      drawing::focusRing(&painter, QRect(0, box.top(), width(), BarHeight), 4, tokens);
    }
  }
}

void BarHistogram::mouseReleaseEvent(QMouseEvent* event) {
  for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
    const QRect box = barRect(i);
    if (event->position().y() >= box.top() && event->position().y() <= box.bottom()) Q_EMIT barActivated(i);
  }
}

void BarHistogram::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_bars.size()) - 1;
  if (event->key() == Qt::Key_Down && m_focused < last) {
    ++m_focused;
  } else if (event->key() == Qt::Key_Up && m_focused > 0) {
    --m_focused;
  } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) && last >= 0) {
    Q_EMIT barActivated(m_focused);
  } else {
    QWidget::keyPressEvent(event);
    return;
  }
  update();
}

void BarHistogram::focusInEvent(QFocusEvent*) {
  update();
}

void BarHistogram::focusOutEvent(QFocusEvent*) {
  update();
}

}  // namespace heliograph::ui
