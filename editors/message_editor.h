// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTextEdit>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/message_text.h"
#include "editors/property_choice.h"
#include "editors/text_highlights.h"

class QMenu;

namespace heliograph::editors {

class MessageDocument;
class PersonalisationTrigger;
class TokenPrompt;

/// Writes a message: plain text with personalisation as pills. The truth is the source, canonical UTF-8 Liquid kept
/// beside the QTextDocument; nothing that was typed is ever changed by showing it. Undo is the campaign's: every edit
/// is announced with the whole source, and `setSource` puts any earlier one back.
///
/// `@` opens the personalisation menu, Backspace deletes a pill at once, a double click (or Enter on a selected pill)
/// edits it. An open place of an approved text is a pill with nothing in it: a click, Enter or `@` on it chooses a
/// property, what is typed over it is its value.
class MessageEditor final : public QTextEdit {
  Q_OBJECT
 public:
  explicit MessageEditor(QWidget* parent = nullptr);
  ~MessageEditor() override;

  /// What is stored.
  [[nodiscard]] QByteArray source() const;
  /// Shows another source without `textEdited`. The caret stays at its text, or goes to the end of what changed when
  /// `revealChange` is set (undo, redo).
  void setSource(const QByteArray& source, bool revealChange = false);

  void setTheme(const EditorTheme& theme);
  /// What the personalisation menu offers.
  void setProperties(std::vector<PropertyChoice> properties);
  /// Waves under stretches of the source; replaces the earlier ones.
  void setProblems(std::vector<EditorProblem> problems);
  /// Makes it a line: as high as one, line breaks become blanks, Enter is told by `returnPressed`.
  void setSingleLine(bool single);
  /// Shown in an empty single line.
  void setLinePlaceholder(const QString& text);
  /// Lines shown at least (and grown from) when there is little text; 3 at first.
  void setMinimumLines(int lines);

  /// The caret as a byte offset in the source.
  [[nodiscard]] qsizetype caretByte() const;
  void setCaretByte(qsizetype byte);
  /// Selects bytes [begin, end) of the source and shows them: a click on an issue.
  void selectBytes(qsizetype begin, qsizetype end);
  /// Opens the pill that holds the byte for editing: a click on "Add a fallback". Does nothing where no pill is. For an
  /// open place the personalisation menu.
  void editPillAt(qsizetype byte);

  /// The text as assistive technology reads it, pills by their names.
  [[nodiscard]] QString spokenText() const;
  [[nodiscard]] const MessageText& text() const;
  [[nodiscard]] bool isMenuOpen() const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 public Q_SLOTS:
  /// Opens the personalisation menu at the caret: the "Personalise" button.
  void openPersonalisationMenu();
  /// Puts a pill at the caret, replacing the selection, and asks for its fallback.
  void insertProperty(const QString& root, const QString& name);
  /// Puts source at the caret, replacing the selection: an emoji, a link, a snippet.
  void insertSource(const QByteArray& source);
  /// Shows what is wrong at the caret, or next behind it, with what mends it: Alt+Enter.
  void openFixes();
  /// Does what a fix says; those that are not the editor's own do nothing.
  void applyFix(const heliograph::editors::EditorFix& fix);

 Q_SIGNALS:
  /// The person changed the text; `source` is the whole of it.
  void textEdited(const QByteArray& source);
  /// Ctrl+Z or Ctrl+Shift+Z was pressed here and no action of the window took it.
  void undoRequested();
  void redoRequested();
  /// A fix was chosen. Whoever keeps the history makes a step of it and calls `applyFix`.
  void fixChosen(const heliograph::editors::EditorFix& fix);
  /// Enter was pressed in a single line.
  void returnPressed();

 protected:
  bool event(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void inputMethodEvent(QInputMethodEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
  [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;

 private:
  void edit(qsizetype begin, qsizetype end, const QByteArray& source);
  void followCaret();
  bool deleteCharacter(const QKeyEvent& event);
  void leaveCharacter(bool forward);
  void insertChoice(const PropertyChoice& choice, int begin, int end);
  void editPill(int cell);
  void selectCell(qsizetype cell);
  void selectNextPlace();
  [[nodiscard]] bool isPlace(qsizetype cell) const;
  void askAbout(int cell);
  TokenPrompt* prompt();
  [[nodiscard]] QMenu* problemMenu(qsizetype cell);
  [[nodiscard]] std::vector<EditorProblem> problemsAtCell(qsizetype cell) const;
  void takeToken(const message::PersonalisationToken& token);
  [[nodiscard]] int cellAt(const QPoint& viewportPos) const;
  [[nodiscard]] int pillAt(const QPoint& viewportPos) const;
  [[nodiscard]] QRect pillRect(int cell) const;
  [[nodiscard]] int selectedPill() const;
  [[nodiscard]] QString toolTipAt(const QPoint& viewportPos) const;

  MessageDocument* m_document;
  PersonalisationTrigger* m_trigger;
  TokenPrompt* m_prompt = nullptr;
  EditorTheme m_theme;
  std::vector<PropertyChoice> m_choices;
  int m_promptCell = -1;
  bool m_fillsPlaces = false;  ///< when the pill is told of, the next open place is to be filled
  QByteArray m_promptSource;   ///< the pill asked about
  int m_caret = 0;
  int m_minimumLines = 3;
  bool m_singleLine = false;
  QString m_linePlaceholder;
};

}  // namespace heliograph::editors
