// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layout/fade_in.h"

#include <QGraphicsOpacityEffect>
#include <QPropertyAnimation>
#include <QWidget>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

void fadeIn(QWidget& widget) {
  const int duration = fadeMs(&widget);
  if (duration <= 0 || !widget.isVisible()) return;
  auto* effect = new QGraphicsOpacityEffect(&widget);
  effect->setOpacity(0);
  widget.setGraphicsEffect(effect);
  auto* fade = new QPropertyAnimation(effect, "opacity", effect);
  fade->setDuration(duration);
  fade->setStartValue(0.0);
  fade->setEndValue(1.0);
  // Painting through an effect costs more, so it goes with the animation.
  QObject::connect(
      fade, &QPropertyAnimation::finished, &widget, [&widget] { widget.setGraphicsEffect(nullptr); },
      Qt::QueuedConnection);
  fade->start();
}

}  // namespace heliograph::ui
