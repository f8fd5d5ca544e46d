// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/message_document.h"

#include <QAbstractTextDocumentLayout>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextLayout>
#include <algorithm>

#include "editors/pill_object.h"

namespace heliograph::editors {
namespace {

using Cell = MessageText::Cell;
using Cells = MessageText::Cells;

/// Number of cells that are alike at the back and, of the rest, at the front; no more than the limits.
template <class Alike>
std::pair<qsizetype, qsizetype> commonEnds(qsizetype before, qsizetype after, qsizetype frontLimit, qsizetype backLimit,
                                           Alike alike) {
  const qsizetype shorter = std::min(before, after);
  qsizetype back = 0;
  while (back < std::min(shorter, backLimit) && alike(before - 1 - back, after - 1 - back)) ++back;
  qsizetype front = 0;
  while (front < std::min(shorter - back, frontLimit) && alike(front, front)) ++front;
  return {front, back};
}

/// Whether a cell looks in the document as the other does; the spelling of a line break cannot be seen there.
bool looksAlike(const Cell& stored, const Cell& shown) {
  if (stored.kind == Cell::Kind::Break && shown.kind == Cell::Kind::Break) return true;
  const auto isShownAsOne = [](const Cell& cell) {
    return cell.kind != Cell::Kind::Unit && cell.kind != Cell::Kind::Break;
  };
  const bool object = isShownAsOne(stored);
  const bool shownObject = isShownAsOne(shown);
  if (object || shownObject) return object && shownObject && stored.source == shown.source;
  return stored == shown;
}

}  // namespace

MessageDocument::MessageDocument(QTextEdit* view)
    : QObject(view), m_view(view), m_document(view->document()), m_pills(new PillObject(this)) {
  m_document->setUndoRedoEnabled(false);
  m_document->setDocumentMargin(0);
  m_document->documentLayout()->registerHandler(PillObject::Type, m_pills);
  connect(m_document, &QTextDocument::contentsChange, this, &MessageDocument::takeContents);
  connect(m_document, &QTextDocument::contentsChanged, this, &MessageDocument::finishEdit);
}

void MessageDocument::setTheme(const EditorTheme& theme) {
  const QScopedValueRollback updating(m_updating, true);
  m_theme = theme;
  m_pills->setTheme(theme);
  m_document->setDefaultFont(theme.textFont);
  QTextBlockFormat block;
  block.setLineHeight(theme.lineHeight, QTextBlockFormat::FixedHeight);
  QTextCursor all(m_document);
  all.select(QTextCursor::Document);
  all.mergeBlockFormat(block);
  m_document->markContentsDirty(0, m_document->characterCount());
  paintHighlights();
}

void MessageDocument::drawOver(QPainter* painter) {
  m_pills->drawSelected(painter);
}

void MessageDocument::setProblems(std::vector<EditorProblem> problems) {
  if (problems == m_problems) return;
  m_problems = std::move(problems);
  paintHighlights();
}

std::optional<MessageDocument::Change> MessageDocument::show(const QByteArray& source) {
  return showCells(MessageText::cellsOf(source));
}

bool MessageDocument::replace(qsizetype begin, qsizetype end, const QByteArray& source) {
  const QByteArray before = m_text.source(0, begin);
  if (!showCells(MessageText::cellsOf(before + source + m_text.source(end, m_text.size())))) return false;
  moveCaret(before.size() + source.size());
  return true;
}

void MessageDocument::moveCaret(qsizetype byte) {
  qsizetype cell = m_text.cellOfByte(byte);
  // Inside a pill: behind it.
  if (m_text.byteOfCell(cell) < byte) ++cell;
  QTextCursor cursor = m_view->textCursor();
  cursor.setPosition(static_cast<int>(std::min(cell, m_text.size())));
  m_view->setTextCursor(cursor);
}

Cell MessageDocument::cellAt(int position) const {
  const QChar c = m_document->characterAt(position);
  if (c == QChar::ParagraphSeparator) return Cell{Cell::Kind::Break, 0, QByteArrayLiteral("\n"), std::nullopt};
  if (c != QChar::ObjectReplacementCharacter) return Cell{Cell::Kind::Unit, c.unicode(), {}, std::nullopt};
  QTextCursor cursor(m_document);
  cursor.setPosition(position + 1);
  const QByteArray source = cursor.charFormat().property(PillObject::SourceBytes).toByteArray();
  if (cursor.charFormat().boolProperty(PillObject::IsEmoji)) return Cell{Cell::Kind::Emoji, 0, source, std::nullopt};
  if (cursor.charFormat().boolProperty(PillObject::IsPlace)) return Cell{Cell::Kind::Place, 0, source, std::nullopt};
  const auto token = message::parseToken(source);
  if (token) return Cell{Cell::Kind::Pill, 0, source, token};
  return Cell{Cell::Kind::Mark, 0, source.isEmpty() ? QString(c).toUtf8() : source, std::nullopt};
}

void MessageDocument::takeContents(int position, int removed, int added) {
  if (m_updating) return;
  const int shownLength = m_document->characterCount() - 1;
  const int stored = static_cast<int>(m_text.size());
  // The numbers may count the end of the document, and are too wide after some edits: look at all of it then.
  removed = std::min(removed, stored - position);
  added = std::min(added, shownLength - position);
  if (removed < 0 || added < 0 || stored - removed + added != shownLength) {
    position = 0;
    removed = stored;
    added = shownLength;
  }
  Cells shown;
  shown.reserve(static_cast<std::size_t>(added));
  for (int i = 0; i < added; ++i) shown.push_back(cellAt(position + i));
  const auto alike = [&](qsizetype before, qsizetype after) {
    return looksAlike(m_text.cells()[static_cast<std::size_t>(position + before)],
                      shown[static_cast<std::size_t>(after)]);
  };
  const auto [same, rest] = commonEnds(removed, added, removed, removed, alike);
  if (removed == added && same + rest == removed) return;
  // What stands behind the caret now and what stood before it was not touched: cells that only look alike, such as
  // line breaks of two spellings, are told apart by it.
  const int caret = m_view->textCursor().position();
  const qsizetype frontLimit = std::max(0, std::min(m_caretBefore, caret) - position);
  const qsizetype backLimit = std::max(0, position + added - caret);
  const auto [front, back] = commonEnds(removed, added, frontLimit, backLimit, alike);
  const Cells middle(shown.begin() + front, shown.end() - back);
  m_text.replace(position + front, position + removed - back, middle);
  m_pending = Change{position + front, removed - back - front, static_cast<qsizetype>(middle.size())};
}

void MessageDocument::finishEdit() {
  if (m_updating || !m_pending) return;
  const Change change = *m_pending;
  m_pending.reset();
  {
    // Text typed beside a pill takes over its alignment.
    const QScopedValueRollback updating(m_updating, true);
    QTextCursor typed(m_document);
    typed.setPosition(static_cast<int>(change.begin));
    typed.setPosition(static_cast<int>(change.begin + change.inserted), QTextCursor::KeepAnchor);
    if (change.inserted > 0 && typed.charFormat().hasProperty(PillObject::SourceBytes) &&
        typed.charFormat().objectType() != PillObject::Type) {
      typed.setCharFormat(QTextCharFormat());
    }
  }
  // What was typed may complete a token, or turn one into text: the caret stays at its byte.
  const qsizetype caretByte = m_text.byteOfCell(m_view->textCursor().position());
  if (showCells(MessageText::cellsOf(m_text.source()))) {
    moveCaret(caretByte);
  } else {
    paintHighlights();
  }
  Q_EMIT edited(change);
}

std::optional<MessageDocument::Change> MessageDocument::showCells(Cells cells) {
  const Cells& before = m_text.cells();
  auto [front, back] = commonEnds(m_text.size(), static_cast<qsizetype>(cells.size()), m_text.size(), m_text.size(),
                                  [&](qsizetype a, qsizetype b) {
                                    return before[static_cast<std::size_t>(a)] == cells[static_cast<std::size_t>(b)];
                                  });
  // Both halves of a pair change together.
  if (front > 0 && QChar::isHighSurrogate(cells[static_cast<std::size_t>(front - 1)].unit)) --front;
  if (back > 0 && QChar::isLowSurrogate(cells[cells.size() - static_cast<std::size_t>(back)].unit)) --back;
  const Change change{front, m_text.size() - back - front, static_cast<qsizetype>(cells.size()) - back - front};
  if (change.removed == 0 && change.inserted == 0) return std::nullopt;
  const QScopedValueRollback updating(m_updating, true);
  m_pending.reset();
  QTextCursor cursor(m_document);
  cursor.beginEditBlock();
  cursor.setPosition(static_cast<int>(change.begin));
  cursor.setPosition(static_cast<int>(change.begin + change.removed), QTextCursor::KeepAnchor);
  cursor.removeSelectedText();
  m_text.setCells(std::move(cells));
  insertCells(static_cast<int>(change.begin), change.begin, change.begin + change.inserted);
  cursor.endEditBlock();
  paintHighlights();
  return change;
}

void MessageDocument::insertCells(int position, qsizetype begin, qsizetype end) {
  QTextCursor cursor(m_document);
  cursor.setPosition(position);
  QString run;
  const auto flush = [&] {
    if (!run.isEmpty()) cursor.insertText(run, QTextCharFormat());
    run.clear();
  };
  for (qsizetype i = begin; i < end; ++i) {
    const Cell& cell = m_text.cells()[static_cast<std::size_t>(i)];
    if (cell.kind == Cell::Kind::Unit) {
      run += QChar(cell.unit);
      continue;
    }
    flush();
    if (cell.kind == Cell::Kind::Break) {
      cursor.insertBlock(cursor.blockFormat(), QTextCharFormat());
    } else {
      cursor.insertText(QString(QChar(QChar::ObjectReplacementCharacter)), PillObject::formatOf(cell));
    }
  }
  flush();
}

void MessageDocument::paintHighlights() {
  const QScopedValueRollback updating(m_updating, true);
  const std::vector<TextHighlight> highlights = highlightsOf(m_text, m_problems, m_theme);
  for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
    const int from = block.position();
    const int length = block.length() - 1;
    QList<QTextLayout::FormatRange> formats;
    for (const TextHighlight& highlight : highlights) {
      const int begin = std::max(0, static_cast<int>(highlight.begin) - from);
      const int end = std::min(length, static_cast<int>(highlight.end) - from);
      if (begin < end) formats.append(QTextLayout::FormatRange{begin, end - begin, highlight.format});
    }
    if (formats == block.layout()->formats()) continue;
    block.layout()->setFormats(formats);
    m_document->markContentsDirty(from, block.length());
  }
}

}  // namespace heliograph::editors
