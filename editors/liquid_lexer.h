// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editors/editor_theme.h"
#include "editors/scintilla.h"

namespace heliograph::editors {

/// Colours Liquid in a source editor, by what the engine's own scanner says. Each editor owns one.
class LiquidLexer final : public QsciLexerCustom {
  Q_OBJECT
 public:
  explicit LiquidLexer(QsciScintilla* editor);

  void setTheme(const EditorTheme& theme);

  [[nodiscard]] const char* language() const override { return "Liquid"; }
  [[nodiscard]] QString description(int style) const override;
  void styleText(int start, int end) override;
};

}  // namespace heliograph::editors
