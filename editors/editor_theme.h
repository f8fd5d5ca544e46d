// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

namespace heliograph::editors {

/// The colours, fonts and sizes an editor is painted with; they come from outside.
struct EditorTheme {
  QColor ground;  ///< behind the text
  QColor text;
  QColor hint;        ///< placeholder, samples, headings
  QColor line;        ///< border of what floats
  QColor quiet;       ///< ground of quiet chips
  QColor accent;      ///< links, pills' text
  QColor accentWeak;  ///< pills' ground, current row
  QColor accentLine;  ///< pills' border
  QColor markup;      ///< Liquid that is no pill
  QColor quoted;      ///< texts inside Liquid
  QColor number;      ///< numbers inside Liquid
  QColor attention;   ///< waves under what needs a look
  QColor attentionWeak;
  QColor problem;   ///< waves under errors
  QColor spelling;  ///< waves under words that no dictionary has
  QColor selection;
  QColor shadow;
  QFont textFont;       ///< the message: 15 px
  QFont uiFont;         ///< menus: 13 px
  QFont hintFont;       ///< 12 px
  QFont codeFont;       ///< the source: fixed pitch, 14 px
  int lineHeight = 27;  ///< px from base line to base line
  int corner = 10;      ///< radius of what floats

  bool operator==(const EditorTheme&) const = default;
};

}  // namespace heliograph::editors
