// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/property_choice.h"
#include "editors/text_highlights.h"
#include "message/compiled_message.h"
#include "message/personalisation_token.h"

class QLabel;

namespace heliograph::editors {

class CodeEdit;
class FindBar;
class LiquidLexer;
class SourceCompletion;
class TokenPrompt;

/// Writes a message as its source: Liquid coloured, completed and searched. The same text as a MessageEditor's, with
/// the same rules: every byte is kept, undo is the campaign's.
class TemplateEdit final : public QWidget {
  Q_OBJECT
 public:
  explicit TemplateEdit(QWidget* parent = nullptr);
  ~TemplateEdit() override;
  Q_DISABLE_COPY_MOVE(TemplateEdit)

  [[nodiscard]] QByteArray source() const;
  /// Shows another source without `textEdited`; see CodeEdit::setSource.
  void setSource(const QByteArray& source, bool revealChange = false);
  void setTheme(const EditorTheme& theme);
  /// What completion and the personalisation menu offer.
  void setProperties(std::vector<PropertyChoice> properties);
  /// The snippets that completion offers behind `render`.
  void setSnippets(message::Snippets snippets);
  void setProblems(std::vector<EditorProblem> problems);

  [[nodiscard]] qsizetype caretByte() const;
  void setCaretByte(qsizetype byte) { selectBytes(byte, byte); }
  void selectBytes(qsizetype begin, qsizetype end);
  /// Asks for the fallback of the output that holds the byte, if it is one that can have it.
  void askFallbackAt(qsizetype byte);
  [[nodiscard]] bool isMenuOpen() const;
  /// The part that has the focus and takes the keys.
  [[nodiscard]] CodeEdit* code() const { return m_code; }

 public Q_SLOTS:
  /// Opens the list of what can be put in at the caret: the "Personalise" button.
  void openPersonalisationMenu();
  void insertSource(const QByteArray& source);
  void openFind();
  void openReplace();
  /// Does what a fix says; those that are not the editor's own do nothing.
  void applyFix(const heliograph::editors::EditorFix& fix);

 Q_SIGNALS:
  void textEdited(const QByteArray& source);
  void undoRequested();
  void redoRequested();
  /// A fix was chosen. Whoever keeps the history makes a step of it and calls `applyFix`.
  void fixChosen(const heliograph::editors::EditorFix& fix);

 private:
  void noteDirection();
  [[nodiscard]] bool isDate(const message::PersonalisationToken& token) const;
  TokenPrompt* prompt();

  CodeEdit* m_code;
  LiquidLexer* m_lexer;
  SourceCompletion* m_completion;
  FindBar* m_find;
  QLabel* m_note;
  EditorTheme m_theme;
  TokenPrompt* m_prompt = nullptr;
  qsizetype m_promptBegin = 0;
  QByteArray m_promptSource;  ///< the token asked about
};

}  // namespace heliograph::editors
