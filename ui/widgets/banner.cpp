// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/theme/drawing.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

Banner::Banner(Tone tone, QWidget* parent)
    : QWidget(parent),
      m_tone(tone),
      m_row(new QHBoxLayout(this)),
      m_mark(new IconMark(Icon::None)),
      m_text(new Label(QString())) {
  m_row->setContentsMargins(20, size::Small, 20, size::Small);
  m_row->setSpacing(size::Medium);
  m_row->addWidget(m_mark);
  m_text->setTextFormat(Qt::RichText);
  m_text->setWordWrap(true);
  m_row->addWidget(m_text, 1);
  m_mark->hide();
  setMinimumHeight(44);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void Banner::setTone(Tone tone) {
  m_tone = tone;
  m_mark->setMark(m_icon, tone);
  update();
}

void Banner::setMessage(Icon icon, const QString& text) {
  m_icon = icon;
  m_mark->setMark(icon, m_tone);
  m_mark->setVisible(icon != Icon::None);
  m_text->setText(text);
  m_text->setVisible(!text.isEmpty());
}

void Banner::addWidget(QWidget* widget, int stretch) {
  m_row->addWidget(widget, stretch);
  if (stretch > 0) {
    m_text->setWordWrap(false);
    m_row->setStretchFactor(m_text, 0);
  }
}

void Banner::setRounded(bool rounded) {
  m_rounded = rounded;
  m_row->setContentsMargins(rounded ? size::Large : 20, size::Small, rounded ? size::Large : 20, size::Small);
  update();
}

void Banner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawing::roundRect(&painter, rect(), m_rounded ? size::ControlCorner : 0, toneWeak(Tokens::of(this), m_tone),
                     QColor());
}

}  // namespace heliograph::ui
