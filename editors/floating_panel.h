// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include "editors/editor_theme.h"

class QPainter;

namespace heliograph::editors {

/// Room around what floats for its shadow, in px.
inline constexpr int ShadowRoom = 12;

/// Draws the round surface and its soft shadow into a translucent window of that rectangle.
void paintFloatingPanel(QPainter* painter, const QRect& window, const EditorTheme& theme);

/// The place under `anchor` (or above it, where there is no room below) for something of that size, inside `bounds`.
QPoint placeBelow(const QRect& anchor, const QSize& wanted, const QRect& bounds);

}  // namespace heliograph::editors
