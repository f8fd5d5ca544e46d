// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the source editor answers keys, input methods and the mouse; the rest is in code_edit.cpp.

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolTip>

#include "editors/code_edit.h"
#include "editors/problem_menu.h"

namespace heliograph::editors {
namespace {

bool isUndo(const QKeyEvent& event) {
  return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo);
}

bool isEnter(const QKeyEvent& event) {
  const bool plain = !event.modifiers().testFlag(Qt::ControlModifier) && !event.modifiers().testFlag(Qt::AltModifier);
  return plain && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

bool isText(const QKeyEvent& event) {
  constexpr auto commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
  const QString text = event.text();
  return !text.isEmpty() && (event.modifiers() & commands) == 0 && text[0].unicode() >= 0x20 &&
         text[0].unicode() != 0x7F;
}

}  // namespace

bool CodeEdit::isBound(const QKeyEvent& event) const {
  const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
  return standardCommands()->boundTo(event.key() | static_cast<int>(modifiers)) != nullptr;
}

bool CodeEdit::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    // Undo is the campaign's: let the window's action have it, and everything else that means nothing here.
    const auto* key = static_cast<QKeyEvent*>(event);
    event->setAccepted(!isUndo(*key) && (isFixKey(*key) || isText(*key) || isEnter(*key) || isBound(*key)));
    return true;
  }
  return QsciScintilla::event(event);
}

bool CodeEdit::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const long byte = send(SCI_POSITIONFROMPOINTCLOSE, help->pos().x(), help->pos().y());
    QString text;
    for (const EditorProblem& problem : m_problems) {
      if (byte >= problem.begin && byte < std::max(problem.end, problem.begin + 1)) text = problem.text;
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
  }
  return QsciScintilla::viewportEvent(event);
}

void CodeEdit::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Undo)) return Q_EMIT undoRequested();
  if (event->matches(QKeySequence::Redo)) return Q_EMIT redoRequested();
  if (isFixKey(*event)) return openFixes();
  if (isEnter(*event)) return insertAtCaret(QByteArrayLiteral("\n"));
  if (event->matches(QKeySequence::Paste)) return pasteText();
  // Not through Scintilla: it drops keys of two UTF-16 units.
  if (isText(*event)) return insertAtCaret(event->text().toUtf8());
  if (!isBound(*event)) return QAbstractScrollArea::keyPressEvent(event);
  QsciScintilla::keyPressEvent(event);
  finishEdit();
}

// Scintilla writes what is being composed into the text and takes it out again by its own history, which must not be
// emptied meanwhile. Nothing of that is an edit; only what is committed is.
void CodeEdit::inputMethodEvent(QInputMethodEvent* event) {
  stopComposing();
  if (!event->commitString().isEmpty()) insertAtCaret(event->commitString().toUtf8());
  if (!event->preeditString().isEmpty()) {
    m_composing = true;
    QInputMethodEvent composed(event->preeditString(), event->attributes());
    QsciScintilla::inputMethodEvent(&composed);
  }
  finishEdit();
  event->accept();
}

void CodeEdit::stopComposing() {
  if (!m_composing) return;
  QInputMethodEvent nothing;
  QsciScintilla::inputMethodEvent(&nothing);
  m_composing = false;
}

void CodeEdit::mousePressEvent(QMouseEvent* event) {
  QsciScintilla::mousePressEvent(event);
  finishEdit();
}

void CodeEdit::mouseReleaseEvent(QMouseEvent* event) {
  QsciScintilla::mouseReleaseEvent(event);
  finishEdit();
}

// Pasting and dropping do not go through Scintilla either: it spells all line breaks alike.
void CodeEdit::pasteText() {
  const QString text = QGuiApplication::clipboard()->text();
  if (!text.isEmpty()) insertAtCaret(text.toUtf8());
}

void CodeEdit::dropEvent(QDropEvent* event) {
  if (!event->mimeData()->hasText()) return;
  const auto [begin, end] = selectedBytes();
  const QPoint place = event->position().toPoint();
  const qsizetype target = send(SCI_POSITIONFROMPOINT, place.x(), place.y());
  const bool moves = event->source() == this || event->source() == viewport();
  const QByteArray dropped = event->mimeData()->text().toUtf8();
  QDragLeaveEvent leave;
  QsciScintilla::dragLeaveEvent(&leave);
  event->setDropAction(moves ? Qt::MoveAction : Qt::CopyAction);
  event->accept();
  if (!moves || event->modifiers().testFlag(Qt::ControlModifier)) return replaceBytes(target, target, dropped);
  if (target >= begin && target <= end) return;
  const QByteArray moved = m_source.mid(begin, end - begin);
  if (target < begin) return replaceBytes(target, end, moved + m_source.mid(target, begin - target));
  replaceBytes(begin, target, m_source.mid(end, target - end) + moved);
}

void CodeEdit::focusOutEvent(QFocusEvent* event) {
  QsciScintilla::focusOutEvent(event);
  Q_EMIT focusLeft();
}

bool CodeEdit::focusNextPrevChild(bool next) {
  return QAbstractScrollArea::focusNextPrevChild(next);
}

void CodeEdit::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const QPoint place = viewport()->mapFromGlobal(event->globalPos());
  QMenu* menu = problemMenu(byKey ? caretByte() : send(SCI_POSITIONFROMPOINT, place.x(), place.y()));
  const bool selected = hasSelectedText();
  const auto add = [&](const QString& text, QKeySequence::StandardKey key, bool enabled, auto act) {
    menu->addAction(text, QKeySequence(key), this, act)->setEnabled(enabled);
  };
  add(tr("Cu&t"), QKeySequence::Cut, selected, [this] {
    cut();
    finishEdit();
  });
  add(tr("&Copy"), QKeySequence::Copy, selected, [this] { copy(); });
  add(tr("&Paste"), QKeySequence::Paste, !QGuiApplication::clipboard()->text().isEmpty(), [this] { pasteText(); });
  menu->addSeparator();
  add(tr("Select &all"), QKeySequence::SelectAll, !m_source.isEmpty(), [this] { selectAll(true); });
  menu->popup(byKey ? byteRect(caretByte()).bottomLeft() : event->globalPos());
}

QMenu* CodeEdit::problemMenu(qsizetype byte) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  addProblems(*menu, problemsAt(m_problems, byte, byte), [this](const EditorFix& fix) { Q_EMIT fixChosen(fix); });
  return menu;
}

void CodeEdit::openFixes() {
  if (m_problems.empty()) return;
  const qsizetype caret = selectedBytes().first;
  if (problemsAt(m_problems, caret, caret).empty()) {
    const EditorProblem next = *nextProblem(m_problems, caret);
    selectBytes(next.begin, next.end);
  }
  const qsizetype byte = selectedBytes().first;
  QMenu* menu = problemMenu(byte);
  menu->setObjectName(QStringLiteral("fixes"));
  menu->popup(byteRect(byte).bottomLeft());
  activateFirstFix(*menu);
}

void CodeEdit::applyFix(const EditorFix& fix) {
  if (fix.act == EditorFix::Act::Write) replaceBytes(fix.begin, fix.end, fix.with);
}

}  // namespace heliograph::editors
