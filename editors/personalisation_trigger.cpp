// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/personalisation_trigger.h"

#include <QKeyEvent>
#include <QTextCursor>

#include "editors/personalisation_menu.h"

namespace heliograph::editors {
namespace {

constexpr int MenuPageRows = 6;
constexpr int LongestTyped = 40;

}  // namespace

PersonalisationTrigger::PersonalisationTrigger(QTextEdit* editor, MessageDocument* document)
    : QObject(editor), m_editor(editor), m_document(document), m_menu(new PersonalisationMenu(editor)) {
  connect(m_menu, &PersonalisationMenu::closed, this, [this] { m_mode = Mode::Closed; });
  connect(m_menu, &PersonalisationMenu::chosen, this, [this](const PropertyChoice& choice) {
    // `closed` came first: what is replaced is told by the caret and where the `@` stood.
    const QTextCursor cursor = m_editor->textCursor();
    const bool typed = m_at >= 0;
    Q_EMIT chosen(choice, typed ? m_at : cursor.selectionStart(), typed ? cursor.position() : cursor.selectionEnd());
  });
}

PersonalisationTrigger::~PersonalisationTrigger() {
  delete m_menu;
}

void PersonalisationTrigger::setTheme(const EditorTheme& theme) {
  m_menu->setTheme(theme);
}

void PersonalisationTrigger::setChoices(std::vector<PropertyChoice> choices) {
  m_menu->setChoices(std::move(choices));
}

bool PersonalisationTrigger::isOpen() const {
  return m_mode != Mode::Closed;
}

void PersonalisationTrigger::openFromButton() {
  m_at = -1;
  m_query.clear();
  m_editor->setFocus();
  open(Mode::Button);
}

void PersonalisationTrigger::open(Mode mode) {
  QTextCursor anchor = m_editor->textCursor();
  if (mode == Mode::Typed) anchor.setPosition(m_at);
  QRect place = m_editor->cursorRect(anchor);
  place.moveTopLeft(m_editor->viewport()->mapToGlobal(place.topLeft()));
  m_menu->openAt(place, m_editor->window());
  m_mode = mode;
}

void PersonalisationTrigger::close() {
  m_menu->hide();
}

bool PersonalisationTrigger::takeKey(QKeyEvent* event) {
  if (!isOpen()) return false;
  switch (event->key()) {
    case Qt::Key_Down:
      m_menu->moveCurrent(1);
      return true;
    case Qt::Key_Up:
      m_menu->moveCurrent(-1);
      return true;
    case Qt::Key_PageDown:
      m_menu->moveCurrent(MenuPageRows);
      return true;
    case Qt::Key_PageUp:
      m_menu->moveCurrent(-MenuPageRows);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
      if (m_menu->chooseCurrent()) return true;
      close();
      return event->key() == Qt::Key_Tab;
    case Qt::Key_Escape:
      close();
      return true;
    default:
      break;
  }
  if (m_mode != Mode::Button) return false;
  if (event->key() == Qt::Key_Backspace) {
    if (m_query.isEmpty()) close();
    m_query.chop(1);
    m_menu->setFilter(m_query);
    return true;
  }
  return takeText(event->text());
}

bool PersonalisationTrigger::takeText(const QString& text) {
  if (m_mode != Mode::Button || text.isEmpty() || !text[0].isPrint()) return false;
  m_query += text;
  m_menu->setFilter(m_query);
  return true;
}

bool PersonalisationTrigger::opensMenu(qsizetype at) const {
  const MessageText& text = m_document->text();
  const MessageText::Cell& cell = text.cells()[static_cast<std::size_t>(at)];
  if (cell.kind != MessageText::Cell::Kind::Unit || cell.unit != u'@') return false;
  // The @ of an address.
  if (at > 0) {
    const MessageText::Cell& before = text.cells()[static_cast<std::size_t>(at - 1)];
    if (before.kind == MessageText::Cell::Kind::Unit && QChar(before.unit).isLetterOrNumber()) return false;
  }
  for (const auto& [begin, end] : markupRanges(text)) {
    if (at >= begin && at < end) return false;
  }
  return true;
}

void PersonalisationTrigger::followEdit(const MessageDocument::Change& change) {
  if (m_mode == Mode::Typed) {
    narrow();
  } else if (m_mode == Mode::Closed && change.inserted == 1 && change.begin < m_document->text().size() &&
             m_editor->textCursor().position() == change.begin + 1 && opensMenu(change.begin)) {
    m_at = static_cast<int>(change.begin);
    open(Mode::Typed);
  }
}

void PersonalisationTrigger::followCaret() {
  if (m_mode == Mode::Typed) narrow();
}

void PersonalisationTrigger::narrow() {
  const MessageText& text = m_document->text();
  const int caret = m_editor->textCursor().position();
  const bool stillThere = m_at < text.size() && text.cells()[static_cast<std::size_t>(m_at)].unit == u'@';
  if (!stillThere || caret <= m_at || caret - m_at > LongestTyped) return close();
  QString query;
  for (int i = m_at + 1; i < caret; ++i) {
    const MessageText::Cell& cell = text.cells()[static_cast<std::size_t>(i)];
    if (cell.kind != MessageText::Cell::Kind::Unit) return close();
    query += QChar(cell.unit);
  }
  if (query.startsWith(QLatin1Char(' '))) return close();
  // Somebody who writes on after a word that fits nothing meant the @ as it is.
  if (!m_menu->setFilter(query) && query.endsWith(QLatin1Char(' '))) close();
}

}  // namespace heliograph::editors
