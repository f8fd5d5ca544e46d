// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/page/editor_look.h"

#include <QFontDatabase>
#include <QFontInfo>

#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {
constexpr int kCodePixels = 14;  // as high as the message's 15 px, letter beside letter

/// The real name of the fixed font. The source editor takes a family alone, so that what comes second is told to Qt:
/// emoji in colour. Behind an alias it would be asked for digits and blanks first.
const QString& codeFamily() {
  static const QString family = [] {
    const QString real = QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family();
    QFont::insertSubstitution(real, QStringLiteral("Noto Color Emoji"));
    return real;
  }();
  return family;
}
}  // namespace

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
  look.quoted = tokens.fine;
  look.number = tokens.attention;
  look.attention = tokens.attention;
  look.attentionWeak = tokens.attentionWeak;
  look.problem = tokens.problem;
  look.spelling = tokens.accent;
  look.selection = tokens.accentLine;
  look.shadow = tokens.shadow;
  look.textFont = typeFont(TypeRole::Editor);
  look.uiFont = typeFont(TypeRole::Body);
  look.hintFont = typeFont(TypeRole::Hint);
  look.codeFont = QFont(codeFamily());
  look.codeFont.setPixelSize(kCodePixels);
  look.lineHeight = typeLine(TypeRole::Editor);
  look.corner = size::CardCorner;
  return look;
}

}  // namespace heliograph::ui
