// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/brace_closer.h"

#include <QKeyEvent>

#include "editors/code_edit.h"
#include "editors/completion_place.h"

namespace heliograph::editors {

BraceCloser::BraceCloser(CodeEdit* editor) : QObject(editor), m_editor(editor) {
  editor->installEventFilter(this);
}

bool BraceCloser::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const auto [begin, end] = m_editor->selectedBytes();
  if (begin != end) return false;
  if (key->key() == Qt::Key_Backspace && key->modifiers() == Qt::NoModifier) return deletePair();
  const QString text = key->text();
  if (text == QLatin1String("{") || text == QLatin1String("%")) {
    if (open(text[0].toLatin1())) return true;
  }
  return (text == QLatin1String("}") || text == QLatin1String("%")) && goOver(text[0].toLatin1());
}

bool BraceCloser::open(char typed) {
  const QByteArray source = m_editor->source();
  const qsizetype caret = m_editor->caretByte();
  if (caret == 0 || source[caret - 1] != '{' || (caret > 1 && source[caret - 2] == '{')) return false;
  if (completionPlace(source, caret).kind != CompletionPlace::Kind::None) return false;
  // Somebody who puts braces around a word closes them at its end.
  if (caret < source.size() && source[caret] != ' ' && source[caret] != '\n') return false;
  m_editor->replaceBytes(caret, caret, typed == '{' ? QByteArrayLiteral("{}}") : QByteArrayLiteral("%%}"));
  m_editor->selectBytes(caret + 1, caret + 1);
  Q_EMIT m_editor->caretMoved();
  return true;
}

bool BraceCloser::goOver(char typed) {
  const QByteArray source = m_editor->source();
  const qsizetype caret = m_editor->caretByte();
  if (caret >= source.size() || source[caret] != typed) return false;
  const QByteArray next = source.mid(caret, 2);
  const bool first = next == "}}" || next == "%}";
  const bool second = typed == '}' && caret > 0 && (source[caret - 1] == '}' || source[caret - 1] == '%');
  if (!first && !second) return false;
  m_editor->selectBytes(caret + 1, caret + 1);
  Q_EMIT m_editor->caretMoved();
  return true;
}

bool BraceCloser::deletePair() {
  const QByteArray source = m_editor->source();
  const qsizetype caret = m_editor->caretByte();
  const QByteArray around = source.mid(caret - 2, 4);
  if (caret < 2 || (around != "{{}}" && around != "{%%}")) return false;
  m_editor->replaceBytes(caret - 1, caret + 2, {});
  return true;
}

}  // namespace heliograph::editors
