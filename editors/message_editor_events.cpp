// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the message editor answers keys, the mouse and the clipboard; the rest is in message_editor.cpp.
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QTextDocumentFragment>
#include <QToolTip>

#include "editors/caret_stops.h"
#include "editors/message_document.h"
#include "editors/message_editor.h"
#include "editors/personalisation_trigger.h"
#include "editors/problem_menu.h"

namespace heliograph::editors {
namespace {

bool isMove(const QKeyEvent& event) {
  switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool MessageEditor::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    auto* key = static_cast<QKeyEvent*>(event);
    // Undo is the campaign's: let the window's action have it.
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
      key->ignore();
      return true;
    }
    if (isFixKey(*key)) {
      key->accept();
      return true;
    }
    const bool forMenu = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (m_trigger->isOpen() && forMenu) {
      key->accept();
      return true;
    }
  }
  // Tab would leave the editor before `keyPressEvent` saw it.
  if (event->type() == QEvent::KeyPress && m_trigger->isOpen() &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
    return m_trigger->takeKey(static_cast<QKeyEvent*>(event));
  }
  return QTextEdit::event(event);
}

bool MessageEditor::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
  }
  return QTextEdit::viewportEvent(event);
}

void MessageEditor::paintEvent(QPaintEvent* event) {
  QTextEdit::paintEvent(event);
  QPainter painter(viewport());
  painter.setClipRegion(event->region());
  m_document->drawOver(&painter);
  if (!m_singleLine || !document()->isEmpty() || m_linePlaceholder.isEmpty()) return;
  // Qt puts its placeholder at the top, not where the text will stand.
  QRect line = cursorRect();
  line.setLeft(0);
  line.setRight(viewport()->width());
  painter.setPen(m_theme.hint);
  painter.setFont(m_theme.textFont);
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                   fontMetrics().elidedText(m_linePlaceholder, Qt::ElideRight, line.width()));
}

void MessageEditor::keyPressEvent(QKeyEvent* event) {
  if (m_trigger->takeKey(event)) return;
  if (event->matches(QKeySequence::Undo)) return Q_EMIT undoRequested();
  if (event->matches(QKeySequence::Redo)) return Q_EMIT redoRequested();
  if (isFixKey(*event)) return openFixes();
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->text() == QLatin1String("@") && isPlace(selectedPill())) return openPersonalisationMenu();
  if (enter && selectedPill() >= 0) return editPill(selectedPill());
  if (enter && m_singleLine) {
    Q_EMIT returnPressed();
    return event->ignore();
  }
  if (enter && !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier)) {
    // Not through Qt: it would put U+2028 for Shift+Enter, which makes the whole text Unicode, and clears the formats
    // of a selection, pills and all, before it replaces it.
    return insertSource(QByteArrayLiteral("\n"));
  }
  if (deleteCharacter(*event)) return;
  const int before = textCursor().position();
  QTextEdit::keyPressEvent(event);
  if (isMove(*event)) leaveCharacter(textCursor().position() > before);
}

/// Backspace and Delete, where a character is more than Qt takes.
bool MessageEditor::deleteCharacter(const QKeyEvent& event) {
  const bool back = event.key() == Qt::Key_Backspace;
  const bool plain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
  if ((!back && event.key() != Qt::Key_Delete) || !plain || textCursor().hasSelection()) return false;
  if (!back && event.modifiers().testFlag(Qt::ShiftModifier)) return false;
  const QString shown = document()->toRawText();
  const int caret = textCursor().position();
  const auto begin = back ? static_cast<int>(backspaceStop(shown, caret)) : caret;
  const auto end = back ? caret : static_cast<int>(caretStopAfter(shown, caret));
  if (end - begin < 2) return false;
  edit(begin, end, {});
  return true;
}

/// Puts the caret beside the character that it stands in, on the side to which it was going.
void MessageEditor::leaveCharacter(bool forward) {
  const QString shown = document()->toRawText();
  QTextCursor cursor = textCursor();
  if (isCaretStop(shown, cursor.position())) return;
  const bool selects = cursor.hasSelection();
  const qsizetype stop = forward ? caretStopAfter(shown, cursor.position()) : caretStopBefore(shown, cursor.position());
  cursor.setPosition(static_cast<int>(stop), selects ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
  setTextCursor(cursor);
}

void MessageEditor::inputMethodEvent(QInputMethodEvent* event) {
  if (!event->commitString().isEmpty() && m_trigger->takeText(event->commitString())) {
    event->accept();
    return;
  }
  QTextEdit::inputMethodEvent(event);
}

void MessageEditor::focusOutEvent(QFocusEvent* event) {
  m_trigger->close();
  QTextEdit::focusOutEvent(event);
}

void MessageEditor::mousePressEvent(QMouseEvent* event) {
  m_trigger->close();
  const int pill = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier
                       ? pillAt(event->position().toPoint())
                       : -1;
  if (isPlace(pill)) return editPill(pill);
  if (pill >= 0 && pill != selectedPill()) return selectCell(pill);
  QTextEdit::mousePressEvent(event);
}

void MessageEditor::mouseReleaseEvent(QMouseEvent* event) {
  QTextEdit::mouseReleaseEvent(event);
  if (event->button() == Qt::LeftButton) leaveCharacter(textCursor().position() >= textCursor().anchor());
}

void MessageEditor::mouseDoubleClickEvent(QMouseEvent* event) {
  const int pill = pillAt(event->position().toPoint());
  if (pill >= 0) return editPill(pill);
  QTextEdit::mouseDoubleClickEvent(event);
}

QMimeData* MessageEditor::createMimeDataFromSelection() const {
  auto* mime = new QMimeData;
  mime->setText(QString::fromUtf8(text().source(textCursor().selectionStart(), textCursor().selectionEnd())));
  return mime;
}

bool MessageEditor::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasText() || source->hasHtml();
}

void MessageEditor::insertFromMimeData(const QMimeData* source) {
  if (source->hasText()) return insertSource(source->text().toUtf8());
  if (source->hasHtml()) insertSource(QTextDocumentFragment::fromHtml(source->html()).toPlainText().toUtf8());
}

void MessageEditor::dropEvent(QDropEvent* event) {
  if (!event->mimeData()->hasText()) return;
  const QTextCursor cursor = textCursor();
  const int begin = cursor.selectionStart();
  const int end = cursor.selectionEnd();
  const int target = cursorForPosition(event->position().toPoint()).position();
  const bool moves = event->source() == this || event->source() == viewport();
  const QByteArray dropped = event->mimeData()->text().toUtf8();
  // Ends Qt's own feedback; its drop would put the text through the document and lose the spelling of line breaks.
  QDragLeaveEvent leave;
  QTextEdit::dragLeaveEvent(&leave);
  event->setDropAction(moves ? Qt::MoveAction : Qt::CopyAction);
  event->accept();
  if (!moves || begin == end || event->modifiers().testFlag(Qt::ControlModifier)) return edit(target, target, dropped);
  if (target >= begin && target <= end) return;
  const qsizetype from = std::min(begin, target);
  const qsizetype to = std::max(end, target);
  const QByteArray moved = text().source(begin, end);
  edit(from, to, target < begin ? moved + text().source(target, begin) : text().source(end, target) + moved);
}

void MessageEditor::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const QPoint place = byKey ? cursorRect().bottomLeft() : viewport()->mapFromGlobal(event->globalPos());
  const int pill = byKey ? selectedPill() : pillAt(place);
  const int clicked = pill >= 0 ? pill : cellAt(place);
  QMenu* menu = problemMenu(byKey && pill < 0 ? textCursor().position() : clicked);
  if (pill >= 0) {
    menu->addAction(isPlace(pill) ? tr("Choose a property…") : tr("Change personalisation…"), this,
                    [this, pill] { editPill(pill); });
    menu->addSeparator();
  }
  const bool selected = textCursor().hasSelection();
  menu->addAction(tr("Cu&t"), QKeySequence::Cut, this, &QTextEdit::cut)->setEnabled(selected);
  menu->addAction(tr("&Copy"), QKeySequence::Copy, this, &QTextEdit::copy)->setEnabled(selected);
  menu->addAction(tr("&Paste"), QKeySequence::Paste, this, &QTextEdit::paste)->setEnabled(canPaste());
  menu->addSeparator();
  menu->addAction(tr("Select &all"), QKeySequence::SelectAll, this, &QTextEdit::selectAll);
  menu->popup(byKey ? viewport()->mapToGlobal(place) : event->globalPos());
}

std::vector<EditorProblem> MessageEditor::problemsAtCell(qsizetype cell) const {
  // A pill holds many bytes, and what is wrong with it stands somewhere among them.
  const bool pill = cell < text().size() && text().cells()[static_cast<std::size_t>(cell)].isChosen();
  const qsizetype begin = text().byteOfCell(cell);
  return problemsAt(m_document->problems(), begin, pill ? text().byteOfCell(cell + 1) : begin);
}

QMenu* MessageEditor::problemMenu(qsizetype cell) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  addProblems(*menu, problemsAtCell(cell), [this](const EditorFix& fix) { Q_EMIT fixChosen(fix); });
  return menu;
}

void MessageEditor::openFixes() {
  if (m_document->problems().empty()) return;
  const int caret = textCursor().selectionStart();
  if (problemsAtCell(caret).empty()) {
    const EditorProblem next = *nextProblem(m_document->problems(), text().byteOfCell(caret));
    selectBytes(next.begin, next.end);
  }
  QTextCursor at = textCursor();
  at.setPosition(at.selectionStart());
  QMenu* menu = problemMenu(at.position());
  menu->setObjectName(QStringLiteral("fixes"));
  menu->popup(viewport()->mapToGlobal(cursorRect(at).bottomLeft()));
  // The first thing that mends, so that Enter does it.
  activateFirstFix(*menu);
}

}  // namespace heliograph::editors
