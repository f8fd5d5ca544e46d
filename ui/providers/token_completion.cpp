// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/token_completion.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>

namespace heliograph::ui {

namespace {
constexpr int kTokenListWidth = 220;
}

TokenCompletion::TokenCompletion(QLineEdit& field, const QStringList& tokens) : QObject(&field), m_line(&field) {
  make(field, tokens);
  connect(&field, &QLineEdit::textEdited, this, &TokenCompletion::offer);
}

TokenCompletion::TokenCompletion(QPlainTextEdit& field, const QStringList& tokens) : QObject(&field), m_text(&field) {
  make(field, tokens);
  connect(&field, &QPlainTextEdit::textChanged, this, &TokenCompletion::offer);
}

void TokenCompletion::make(QWidget& field, const QStringList& tokens) {
  m_tokens = tokens;
  m_completer = new QCompleter(&m_matching, this);
  m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_completer->setWidget(&field);
  m_completer->popup()->setAccessibleName(tr("Tokens"));
  m_completer->popup()->installEventFilter(this);
  connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &TokenCompletion::put);
}

QString TokenCompletion::before() const {
  if (m_line) return m_line->text().left(m_line->cursorPosition());
  const QTextCursor caret = m_text->textCursor();
  return caret.block().text().left(caret.positionInBlock());
}

/// The beginning of a token that stands before the caret; empty for none.
QString TokenCompletion::begun() const {
  static const QRegularExpression token(QStringLiteral("\\$\\$?[A-Za-z0-9_]*$"));
  return token.match(before()).captured();
}

void TokenCompletion::offer() {
  const QWidget* field = m_line ? static_cast<QWidget*>(m_line) : m_text;
  const QString typed = begun();
  QString name = typed;
  name.remove(QLatin1Char('$'));
  QStringList matching;
  for (const QString& token : m_tokens) {
    if (token.mid(2).startsWith(name, Qt::CaseInsensitive) && token != typed) matching << token;
  }
  if (typed.isEmpty() || matching.isEmpty() || !field->hasFocus()) return m_completer->popup()->hide();
  m_matching.setStringList(matching);
  if (m_line) return m_completer->complete();
  QRect place = m_text->cursorRect();
  place.setWidth(kTokenListWidth);
  m_completer->complete(place);
}

/// Enter and Tab take a token. A text of several lines would keep them for itself: a new line in the middle of it.
bool TokenCompletion::eventFilter(QObject* watched, QEvent* event) {
  const QAbstractItemView* popup = m_completer->popup();
  if (watched != popup || event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Tab) return QObject::eventFilter(watched, event);
  const QModelIndex chosen = popup->currentIndex();
  const QString token = chosen.isValid() ? chosen.data().toString() : m_matching.stringList().value(0);
  m_completer->popup()->hide();
  put(token);
  return true;
}

void TokenCompletion::put(const QString& token) {
  const auto typed = static_cast<int>(begun().size());
  if (m_line) {
    const int place = m_line->cursorPosition() - typed;
    m_line->setSelection(place, typed);
    return m_line->insert(token);
  }
  QTextCursor caret = m_text->textCursor();
  caret.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, typed);
  caret.insertText(token);
  m_text->setTextCursor(caret);
}

}  // namespace heliograph::ui
