// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start/readiness_strip.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/layout/flow_layout.h"
#include "ui/theme/drawing.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

namespace {

Ink inkOf(Tone tone) {
  if (tone == Tone::Fine) return Ink::Fine;
  if (tone == Tone::Attention) return Ink::Attention;
  return tone == Tone::Problem ? Ink::Problem : Ink::Text2;
}

}  // namespace

ReadinessStrip::ReadinessStrip(QWidget* parent) : QWidget(parent) {
  const std::array<const char*, PartCount> names{"start.contacts", "start.provider", "start.prices"};
  auto* row = new FlowLayout(this);
  row->setContentsMargins(size::Large, size::Small + 2, size::Large, size::Small + 2);
  row->setSpacing(size::Wide);
  for (int part = 0; part < PartCount; ++part) {
    Line& line = m_lines[static_cast<std::size_t>(part)];
    line.box = new QWidget;
    line.mark = new IconMark(Icon::Check);
    line.words = new Label({}, TypeRole::Body);
    line.words->setObjectName(QLatin1String(names[static_cast<std::size_t>(part)]));
    line.mend = new LinkButton({});
    line.mend->setObjectName(QLatin1String(names[static_cast<std::size_t>(part)]) + QStringLiteral(".mend"));
    auto* inside = new QHBoxLayout(line.box);
    inside->setContentsMargins({});
    inside->setSpacing(size::Small - 2);
    inside->addWidget(line.mark);
    inside->addWidget(line.words);
    inside->addSpacing(size::Tiny);
    inside->addWidget(line.mend);
    row->addWidget(line.box);
    connect(line.mend, &LinkButton::clicked, this, [this, part] { Q_EMIT mendRequested(part); });
    set(static_cast<Part>(part), {}, Tone::Neutral);
  }
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ReadinessStrip::set(Part part, const QString& words, Tone tone, const QString& mend, const QString& toolTip) {
  const Line& line = m_lines[static_cast<std::size_t>(part)];
  line.box->setVisible(!words.isEmpty());
  line.words->setText(words);
  line.words->setInk(inkOf(tone));
  line.words->setToolTip(toolTip);
  line.mark->setMark(tone == Tone::Fine ? Icon::Check : Icon::Warning, tone);
  line.mend->setText(mend);
  line.mend->setAccessibleName(mend.isEmpty() ? QString() : tr("%1: %2").arg(mend, words));
  line.mend->setToolTip(toolTip);
  line.mend->setVisible(!mend.isEmpty());
  layout()->invalidate();
}

void ReadinessStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawing::roundRect(&painter, rect(), size::ControlCorner, Tokens::of(this).surface2, QColor());
}

}  // namespace heliograph::ui
