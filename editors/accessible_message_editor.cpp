// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/accessible_message_editor.h"

#include <QTextCursor>
#include <algorithm>

#include "editors/message_editor.h"

namespace heliograph::editors {
namespace {

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
  auto* editor = qobject_cast<MessageEditor*>(object);
  return editor != nullptr ? new AccessibleMessageEditor(editor) : nullptr;
}

}  // namespace

AccessibleMessageEditor::AccessibleMessageEditor(MessageEditor* editor)
    : QAccessibleWidget(editor, QAccessible::EditableText) {}

void AccessibleMessageEditor::install() {
  QAccessible::installFactory(makeInterface);
}

MessageEditor* AccessibleMessageEditor::editor() const {
  return static_cast<MessageEditor*>(widget());
}

void* AccessibleMessageEditor::interface_cast(QAccessible::InterfaceType type) {
  if (type == QAccessible::TextInterface) return static_cast<QAccessibleTextInterface*>(this);
  if (type == QAccessible::EditableTextInterface) return static_cast<QAccessibleEditableTextInterface*>(this);
  return QAccessibleWidget::interface_cast(type);
}

QString AccessibleMessageEditor::text(QAccessible::Text part) const {
  return part == QAccessible::Value ? editor()->spokenText() : QAccessibleWidget::text(part);
}

QAccessible::State AccessibleMessageEditor::state() const {
  QAccessible::State state = QAccessibleWidget::state();
  state.editable = true;
  state.multiLine = true;
  state.selectableText = true;
  return state;
}

int AccessibleMessageEditor::cellOf(int spoken) const {
  int offset = 0;
  int cell = 0;
  for (const MessageText::Cell& each : editor()->text().cells()) {
    offset += static_cast<int>(MessageText::spokenCell(each).size());
    if (spoken < offset) return cell;
    ++cell;
  }
  return cell;
}

int AccessibleMessageEditor::spokenOf(int cell) const {
  int offset = 0;
  const auto& cells = editor()->text().cells();
  for (int i = 0; i < std::min(cell, static_cast<int>(cells.size())); ++i) {
    offset += static_cast<int>(MessageText::spokenCell(cells[static_cast<std::size_t>(i)]).size());
  }
  return offset;
}

void AccessibleMessageEditor::selection(int index, int* start, int* end) const {
  const QTextCursor cursor = editor()->textCursor();
  const bool has = index == 0 && cursor.hasSelection();
  *start = has ? spokenOf(cursor.selectionStart()) : 0;
  *end = has ? spokenOf(cursor.selectionEnd()) : 0;
}

int AccessibleMessageEditor::selectionCount() const {
  return editor()->textCursor().hasSelection() ? 1 : 0;
}

void AccessibleMessageEditor::addSelection(int start, int end) {
  setSelection(0, start, end);
}

void AccessibleMessageEditor::removeSelection(int index) {
  if (index == 0) setCursorPosition(cursorPosition());
}

void AccessibleMessageEditor::setSelection(int index, int start, int end) {
  if (index != 0) return;
  QTextCursor cursor = editor()->textCursor();
  cursor.setPosition(cellOf(start));
  cursor.setPosition(cellOf(end), QTextCursor::KeepAnchor);
  editor()->setTextCursor(cursor);
}

int AccessibleMessageEditor::cursorPosition() const {
  return spokenOf(editor()->textCursor().position());
}

void AccessibleMessageEditor::setCursorPosition(int position) {
  QTextCursor cursor = editor()->textCursor();
  cursor.setPosition(cellOf(position));
  editor()->setTextCursor(cursor);
}

QString AccessibleMessageEditor::text(int start, int end) const {
  return editor()->spokenText().mid(start, end - start);
}

int AccessibleMessageEditor::characterCount() const {
  return static_cast<int>(editor()->spokenText().size());
}

QRect AccessibleMessageEditor::characterRect(int offset) const {
  QTextCursor cursor = editor()->textCursor();
  const int cell = cellOf(offset);
  cursor.setPosition(cell);
  QRect place = editor()->cursorRect(cursor);
  if (cell < editor()->text().size()) {
    cursor.setPosition(cell + 1);
    const QRect next = editor()->cursorRect(cursor);
    if (next.top() == place.top()) place = place.united(next);
  }
  return QRect(editor()->viewport()->mapToGlobal(place.topLeft()), place.size());
}

int AccessibleMessageEditor::offsetAtPoint(const QPoint& point) const {
  return spokenOf(editor()->cursorForPosition(editor()->viewport()->mapFromGlobal(point)).position());
}

void AccessibleMessageEditor::scrollToSubstring(int start, int end) {
  setSelection(0, start, end);
  editor()->ensureCursorVisible();
}

QString AccessibleMessageEditor::attributes(int, int* start, int* end) const {
  *start = 0;
  *end = characterCount();
  return {};
}

void AccessibleMessageEditor::deleteText(int start, int end) {
  replaceText(start, end, QString());
}

void AccessibleMessageEditor::insertText(int offset, const QString& text) {
  replaceText(offset, offset, text);
}

void AccessibleMessageEditor::replaceText(int start, int end, const QString& text) {
  setSelection(0, start, end);
  editor()->insertSource(text.toUtf8());
}

}  // namespace heliograph::editors
