// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/message_text.h"
#include "editors/text_highlights.h"

class QPainter;
class QTextDocument;
class QTextEdit;

namespace heliograph::editors {

class PillObject;

/// Keeps a QTextDocument and a MessageText alike: what a person does to the document is carried over to the text cell
/// by cell, what is set from outside is shown by touching only what differs.
class MessageDocument final : public QObject {
  Q_OBJECT
 public:
  /// Where something was replaced, in cells.
  struct Change {
    qsizetype begin = 0;
    qsizetype removed = 0;
    qsizetype inserted = 0;
  };

  /// Follows the document and the caret of `view`, whose child it becomes.
  explicit MessageDocument(QTextEdit* view);

  [[nodiscard]] const MessageText& text() const { return m_text; }
  /// Where the selection begins (or the caret is) before the next edit; the editor tells whenever it moves.
  void noteCaret(int position) { m_caretBefore = position; }
  void setTheme(const EditorTheme& theme);
  /// Draws what must lie over the document: selected pills. Call it after the document was drawn.
  void drawOver(QPainter* painter);
  void setProblems(std::vector<EditorProblem> problems);
  [[nodiscard]] const std::vector<EditorProblem>& problems() const { return m_problems; }

  /// Shows a whole source; nothing if it is the same already.
  std::optional<Change> show(const QByteArray& source);
  /// Replaces cells [begin, end) by source, as if a person had done it, but silent: pills are recognised anew, the
  /// caret goes behind it. False if that changes nothing.
  bool replace(qsizetype begin, qsizetype end, const QByteArray& source);

 Q_SIGNALS:
  /// A person changed the document; the text has followed.
  void edited(const heliograph::editors::MessageDocument::Change& change);

 private:
  void takeContents(int position, int removed, int added);
  void finishEdit();
  std::optional<Change> showCells(MessageText::Cells cells);
  void moveCaret(qsizetype byte);
  [[nodiscard]] MessageText::Cell cellAt(int position) const;
  void insertCells(int position, qsizetype begin, qsizetype end);
  void paintHighlights();

  QTextEdit* m_view;
  QTextDocument* m_document;
  PillObject* m_pills;
  MessageText m_text;
  EditorTheme m_theme;
  std::vector<EditorProblem> m_problems;
  std::optional<Change> m_pending;
  int m_caretBefore = 0;
  bool m_updating = false;
};

}  // namespace heliograph::editors
