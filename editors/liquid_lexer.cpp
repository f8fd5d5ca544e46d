// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/liquid_lexer.h"

#include <array>

#include "editors/code_edit.h"
#include "liquid/highlight.h"

namespace heliograph::editors {
namespace {

using liquid::HighlightKind;

constexpr int PlainStyle = 0;
constexpr std::array Names{"Plain text", "Braces", "Tag",     "Name",     "Filter",      "Quoted text",
                           "Number",     "Sign",   "Comment", "Raw text", "Out of place"};

int styleOf(HighlightKind kind) {
  return static_cast<int>(kind) + 1;
}

}  // namespace

LiquidLexer::LiquidLexer(QsciScintilla* editor) : QsciLexerCustom(editor) {}

QString LiquidLexer::description(int style) const {
  const auto index = static_cast<std::size_t>(style);
  return style >= 0 && index < Names.size() ? QString::fromLatin1(Names[index]) : QString();
}

void LiquidLexer::setTheme(const EditorTheme& theme) {
  setDefaultColor(theme.text);
  setDefaultPaper(theme.ground);
  const QFont plain = CodeEdit::inPoints(theme.codeFont, *static_cast<QWidget*>(parent()));
  setDefaultFont(plain);
  setColor(theme.text);
  setPaper(theme.ground);
  setFont(plain);
  const std::pair<HighlightKind, QColor> colors[]{
      {HighlightKind::Brace, theme.hint},    {HighlightKind::Tag, theme.accent},
      {HighlightKind::Name, theme.accent},   {HighlightKind::Filter, theme.markup},
      {HighlightKind::Text, theme.quoted},   {HighlightKind::Number, theme.number},
      {HighlightKind::Operator, theme.hint}, {HighlightKind::Comment, theme.hint},
      {HighlightKind::Raw, theme.text},      {HighlightKind::Fault, theme.problem},
  };
  for (const auto& [kind, color] : colors) setColor(color, styleOf(kind));
  for (const HighlightKind kind : {HighlightKind::Tag, HighlightKind::Filter}) {
    QFont strong = plain;
    strong.setWeight(QFont::Bold);
    setFont(strong, styleOf(kind));
  }
  QFont slanted = plain;
  slanted.setItalic(true);
  setFont(slanted, styleOf(HighlightKind::Comment));
}

// All of it, wherever the change was: closing a brace changes what stands before it.
void LiquidLexer::styleText(int, int) {
  if (editor() == nullptr) return;
  const int length = editor()->length();
  const QByteArray source = editor()->bytes(0, length).left(length);
  startStyling(0);
  int at = 0;
  for (const liquid::Highlight& each :
       liquid::highlight({source.constData(), static_cast<std::size_t>(source.size())})) {
    setStyling(static_cast<int>(each.begin) - at, PlainStyle);
    setStyling(static_cast<int>(each.end - each.begin), styleOf(each.kind));
    at = static_cast<int>(each.end);
  }
  setStyling(length - at, PlainStyle);
}

}  // namespace heliograph::editors
