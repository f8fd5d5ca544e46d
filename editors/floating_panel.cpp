// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/floating_panel.h"

#include <QPainter>
#include <algorithm>

namespace heliograph::editors {

void paintFloatingPanel(QPainter* painter, const QRect& window, const EditorTheme& theme) {
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF panel = QRectF(window).adjusted(ShadowRoom, ShadowRoom, -ShadowRoom, -ShadowRoom);
  painter->setPen(Qt::NoPen);
  for (int spread = ShadowRoom; spread > 0; spread -= 2) {
    QColor shadow = theme.shadow;
    shadow.setAlpha(theme.shadow.alpha() * (ShadowRoom - spread + 2) / (ShadowRoom * 4));
    painter->setBrush(shadow);
    painter->drawRoundedRect(panel.adjusted(-spread, -spread + 2, spread, spread - 1), theme.corner + spread,
                             theme.corner + spread);
  }
  painter->setBrush(theme.ground);
  painter->setPen(QPen(theme.line, 1));
  painter->drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), theme.corner, theme.corner);
}

QPoint placeBelow(const QRect& anchor, const QSize& wanted, const QRect& bounds) {
  const int right = bounds.right() + 1 - wanted.width();
  const int x = std::clamp(anchor.left() - ShadowRoom - 8, bounds.left(), std::max(bounds.left(), right));
  const int below = anchor.bottom() + 1 - ShadowRoom + 4;
  const bool fits = below + wanted.height() <= bounds.bottom() + 1;
  const int above = anchor.top() - wanted.height() + ShadowRoom - 4;
  if (fits) return {x, below};
  if (above >= bounds.top()) return {x, above};
  // Over the anchor rather than cut off.
  return {x, std::max(bounds.top(), bounds.bottom() + 1 - wanted.height())};
}

}  // namespace heliograph::editors
