// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/editor_colors.h"

#include "ui/theme/type_scale.h"

namespace heliograph::ui {

editors::EditorTheme editorTheme(const Tokens& tokens) {
  editors::EditorTheme theme;
  theme.ground = tokens.surface;
  theme.text = tokens.text;
  theme.hint = tokens.text3;
  theme.line = tokens.line;
  theme.quiet = tokens.surface2;
  theme.accent = tokens.accent;
  theme.accentWeak = tokens.accentWeak;
  theme.accentLine = tokens.accentLine;
  theme.markup = tokens.attention;
  theme.attention = tokens.attention;
  theme.attentionWeak = tokens.attentionWeak;
  theme.problem = tokens.problem;
  theme.selection = tokens.accentLine;
  theme.shadow = tokens.shadow;
  theme.textFont = typeFont(TypeRole::Editor);
  theme.uiFont = typeFont(TypeRole::Body);
  theme.hintFont = typeFont(TypeRole::Hint);
  theme.lineHeight = typeLine(TypeRole::Editor);
  theme.corner = size::CardCorner;
  return theme;
}

}  // namespace heliograph::ui
