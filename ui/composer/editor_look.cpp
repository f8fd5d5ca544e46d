// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/editor_look.h"

#include "ui/theme/type_scale.h"

namespace heliograph::ui {

editors::EditorTheme editorLook(const Tokens& tokens) {
  editors::EditorTheme look;
  look.ground = tokens.surface;
  look.text = tokens.text;
  look.hint = tokens.text3;
  look.line = tokens.line;
  look.quiet = tokens.surface2;
  look.accent = tokens.accent;
  look.accentWeak = tokens.accentWeak;
  look.accentLine = tokens.accentLine;
  look.markup = tokens.text2;
  look.attention = tokens.attention;
  look.attentionWeak = tokens.attentionWeak;
  look.problem = tokens.problem;
  look.selection = tokens.accentLine;
  look.shadow = tokens.shadow;
  look.textFont = typeFont(TypeRole::Editor);
  look.uiFont = typeFont(TypeRole::Body);
  look.hintFont = typeFont(TypeRole::Hint);
  look.lineHeight = typeLine(TypeRole::Editor);
  look.corner = size::CardCorner;
  return look;
}

}  // namespace heliograph::ui
