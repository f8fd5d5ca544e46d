// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fade.h"

#include <QGraphicsOpacityEffect>
#include <QPropertyAnimation>
#include <QWidget>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

void fadeIn(QWidget* widget) {
  const int milliseconds = fadeMs(widget);
  if (milliseconds == 0 || !widget->isVisible()) return;
  auto* effect = new QGraphicsOpacityEffect(widget);
  effect->setOpacity(0);
  widget->setGraphicsEffect(effect);  // takes the one before away, and its animation with it
  auto* fade = new QPropertyAnimation(effect, "opacity", effect);
  fade->setDuration(milliseconds);
  fade->setEndValue(1.0);
  // An effect that stays would have the widget painted through a picture for good.
  QObject::connect(fade, &QPropertyAnimation::finished, widget, [widget, effect] {
    if (widget->graphicsEffect() == effect) widget->setGraphicsEffect(nullptr);
  });
  fade->start();
}

}  // namespace heliograph::ui
