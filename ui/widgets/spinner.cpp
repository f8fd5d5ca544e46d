// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spinner.h"

#include <QPainter>

#include "ui/theme/tokens.h"

namespace heliograph::ui {
namespace {

constexpr int FrameMs = 40;
constexpr int StepDegrees = 18;

}  // namespace

Spinner::Spinner(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_timer.setInterval(FrameMs);
  connect(&m_timer, &QTimer::timeout, this, [this] {
    m_angle = (m_angle + StepDegrees) % 360;
    update();
  });
}

void Spinner::setRunning(bool running) {
  if (running == m_running) return;
  m_running = running;
  setAccessibleName(running ? tr("Counting") : QString());
  updateTimer();
  update();
}

QSize Spinner::sizeHint() const {
  return {size::Icon, size::Icon};
}

void Spinner::updateTimer() {
  if (m_running && isVisible() && fadeMs(this) > 0) {
    m_timer.start();
  } else {
    m_timer.stop();
  }
}

void Spinner::showEvent(QShowEvent*) {
  updateTimer();
}

void Spinner::hideEvent(QHideEvent*) {
  updateTimer();
}

void Spinner::paintEvent(QPaintEvent*) {
  if (!m_running) return;
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF ring = QRectF(rect()).adjusted(2, 2, -2, -2);
  painter.setPen(QPen(tokens.line, 2));
  painter.drawEllipse(ring);
  painter.setPen(QPen(tokens.accent, 2, Qt::SolidLine, Qt::RoundCap));
  painter.drawArc(ring, (90 - m_angle) * 16, -100 * 16);
}

}  // namespace heliograph::ui
