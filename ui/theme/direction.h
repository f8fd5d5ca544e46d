// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace heliograph::ui {

/// A place that is reckoned from left to right, as it lies inside `whole` when the painter's widget runs the other way.
[[nodiscard]] QRect mirrored(const QPainter* painter, const QRect& whole, const QRect& place);

/// Draws words into a place that is right already. `alignment` is meant for a window that runs from left to right and
/// is mirrored in one that doesn't; the words themselves run as their own script does, so that "3 parts" stays in order
/// in an Arabic window. `flags` as for QPainter::drawText.
void drawWords(QPainter* painter, const QRect& place, Qt::Alignment alignment, const QString& words,
               int flags = Qt::TextSingleLine);

}  // namespace heliograph::ui
