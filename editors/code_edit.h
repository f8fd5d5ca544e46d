// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <utility>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/scintilla.h"
#include "editors/text_highlights.h"

class QMenu;

namespace heliograph::editors {

/// Edits source as it is stored: canonical UTF-8, every byte kept. The only class that talks to Scintilla. All places
/// are byte offsets. Undo is the campaign's: every edit is announced with the whole source, and `setSource` puts any
/// earlier one back; Scintilla's own history is emptied after every edit.
class CodeEdit : public QsciScintilla {
  Q_OBJECT
 public:
  explicit CodeEdit(QWidget* parent = nullptr);

  /// What is stored; text an input method is still composing is not part of it.
  [[nodiscard]] QByteArray source() const { return m_source; }
  /// Shows another source without `textEdited`, touching only what differs. The caret stays at its text, or goes to the
  /// end of what changed when `revealChange` is set (undo, redo).
  void setSource(const QByteArray& source, bool revealChange = false);
  void setTheme(const EditorTheme& theme);
  /// Waves under stretches of the source; replaces the earlier ones.
  void setProblems(std::vector<EditorProblem> problems);

  [[nodiscard]] qsizetype caretByte() const;
  /// The selected bytes [begin, end); empty at the caret when nothing is selected.
  [[nodiscard]] std::pair<qsizetype, qsizetype> selectedBytes() const;
  /// Selects bytes [begin, end) and scrolls there; the caret goes to `end`.
  void selectBytes(qsizetype begin, qsizetype end);
  /// Replaces bytes [begin, end) as if a person had done it; the caret goes behind it.
  void replaceBytes(qsizetype begin, qsizetype end, const QByteArray& with);
  /// Replaces the selection.
  void insertAtCaret(const QByteArray& text);
  /// A font as Scintilla understands it: it knows sizes in points only.
  [[nodiscard]] static QFont inPoints(QFont font, const QPaintDevice& device);
  /// Where a byte stands on the screen, in global coordinates.
  [[nodiscard]] QRect byteRect(qsizetype byte) const;

  /// Shows what is wrong at the caret, or next behind it, with what mends it: Alt+Enter.
  void openFixes();
  /// Does what a fix says, if it writes something.
  void applyFix(const heliograph::editors::EditorFix& fix);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The person changed the text; the caret has moved already.
  void textEdited(const QByteArray& source);
  void caretMoved();
  /// Ctrl+Z or Ctrl+Shift+Z was pressed here and no action of the window took it.
  void undoRequested();
  void redoRequested();
  void focusLeft();
  /// A fix was chosen. Whoever keeps the history makes a step of it.
  void fixChosen(const heliograph::editors::EditorFix& fix);

 protected:
  bool event(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void inputMethodEvent(QInputMethodEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  long send(unsigned int message, long first = 0, long second = 0) const;
  long sendBytes(unsigned int message, long length, const QByteArray& bytes) const;
  void keepOwnKeysOnly();
  void nameInvisibleCharacters();
  [[nodiscard]] bool isBound(const QKeyEvent& event) const;
  [[nodiscard]] QByteArray shownBytes() const;
  void put(qsizetype begin, qsizetype end, const QByteArray& with);
  void finishEdit();
  void stopComposing();
  [[nodiscard]] QMenu* problemMenu(qsizetype byte);
  void pasteText();
  void showProblems();
  [[nodiscard]] int shownLines() const;

  QByteArray m_source;
  EditorTheme m_theme;
  std::vector<EditorProblem> m_problems;
  qsizetype m_caret = 0;
  int m_lines = 1;
  bool m_composing = false;
};

}  // namespace heliograph::editors
