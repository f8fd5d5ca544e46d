// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRect;

namespace heliograph::ui {

/// The sizes of type there are, in the system's interface font.
enum class TypeRole {
  Hint,       ///< 12 px
  Body,       ///< 13 px on 20
  Label,      ///< 13 px, semibold: names of fields, first words
  Editor,     ///< 15 px on 27: the message editor
  Header,     ///< 17 px, semibold: the campaign's name in the bar
  Title,      ///< 20 px, semibold: page titles
  Sentence,   ///< 22 px on 32, semibold: the sentence on Publish
  Figure,     ///< 24 px, bold: figures of a report
  BigNumber,  ///< 34 px, bold: the one big number
};

/// The font of a role.
QFont typeFont(TypeRole role);
/// Distance of two base lines in px.
int typeLine(TypeRole role);

/// Width of `text` with every digit as wide as the widest one.
int tabularWidth(const QFont& font, const QString& text);
/// Draws `text` on one line with digits of one width, whatever the font's own figures are. `alignment` as for
/// QPainter::drawText.
void drawTabular(QPainter* painter, const QRect& rect, int alignment, const QString& text);

}  // namespace heliograph::ui
