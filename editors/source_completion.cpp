// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/source_completion.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <algorithm>

#include "editors/code_edit.h"
#include "editors/completion_choices.h"
#include "editors/personalisation_menu.h"
#include "message/personalisation_token.h"

namespace heliograph::editors {
namespace {

constexpr int CompletionPageRows = 6;
constexpr qsizetype LongestWord = 40;

bool isLetterBefore(const QByteArray& source, qsizetype byte) {
  const QString before = QString::fromUtf8(source.left(byte));
  return !before.isEmpty() && before.back().isLetterOrNumber();
}

}  // namespace

SourceCompletion::SourceCompletion(CodeEdit* editor)
    : QObject(editor), m_editor(editor), m_menu(new PersonalisationMenu(editor)) {
  m_menu->setObjectName(QStringLiteral("completion"));
  editor->installEventFilter(this);
  connect(editor, &CodeEdit::textEdited, this, &SourceCompletion::followEdit);
  connect(editor, &CodeEdit::caretMoved, this, &SourceCompletion::followCaret);
  connect(editor, &CodeEdit::focusLeft, this, &SourceCompletion::close);
  connect(m_menu, &PersonalisationMenu::closed, this, [this] { m_choosing = std::exchange(m_mode, Mode::Closed); });
  connect(m_menu, &PersonalisationMenu::chosen, this, &SourceCompletion::insert);
}

SourceCompletion::~SourceCompletion() {
  delete m_menu;
}

void SourceCompletion::setTheme(const EditorTheme& theme) {
  m_menu->setTheme(theme);
}

void SourceCompletion::setProperties(std::vector<PropertyChoice> properties) {
  m_properties = std::move(properties);
  m_known = true;
  if (m_mode == Mode::At || m_mode == Mode::Button) offerProperties();
}

void SourceCompletion::offerProperties() {
  m_known ? m_menu->setChoices(m_properties) : m_menu->awaitChoices();
}

bool SourceCompletion::isOpen() const {
  return m_mode != Mode::Closed;
}

void SourceCompletion::close() {
  m_menu->hide();
}

void SourceCompletion::open() {
  m_editor->setFocus();
  const CompletionPlace place = completionPlace(m_editor->source(), m_editor->caretByte());
  if (place.kind != CompletionPlace::Kind::None) return offer(place);
  m_query.clear();
  offerProperties();
  openMenu(Mode::Button, m_editor->caretByte());
}

void SourceCompletion::openMenu(Mode mode, qsizetype at) {
  m_menu->setHint(mode == Mode::Liquid ? tr("Enter inserts it") : tr("Enter inserts it and asks for a fallback"));
  m_menu->openAt(m_editor->byteRect(at), m_editor->window());
  m_mode = mode;
}

bool SourceCompletion::eventFilter(QObject* watched, QEvent* event) {
  const bool press = event->type() == QEvent::KeyPress;
  if (!press && event->type() != QEvent::ShortcutOverride) return QObject::eventFilter(watched, event);
  const auto& key = *static_cast<QKeyEvent*>(event);
  const bool asks = key.key() == Qt::Key_Space && key.modifiers() == Qt::ControlModifier;
  const bool forMenu = isOpen() && (key.key() == Qt::Key_Escape || key.key() == Qt::Key_Tab);
  if (!press) {
    if (asks || forMenu) event->accept();
    return asks || forMenu;
  }
  if (asks) {
    open();
    return true;
  }
  return isOpen() && takeKey(key);
}

bool SourceCompletion::takeKey(const QKeyEvent& event) {
  switch (event.key()) {
    case Qt::Key_Down:
      m_menu->moveCurrent(1);
      return true;
    case Qt::Key_Up:
      m_menu->moveCurrent(-1);
      return true;
    case Qt::Key_PageDown:
      m_menu->moveCurrent(CompletionPageRows);
      return true;
    case Qt::Key_PageUp:
      m_menu->moveCurrent(-CompletionPageRows);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
      if (m_menu->chooseCurrent()) return true;
      close();
      return event.key() == Qt::Key_Tab;
    case Qt::Key_Escape:
      close();
      return true;
    default:
      return m_mode == Mode::Button && narrowByKey(event);
  }
}

bool SourceCompletion::narrowByKey(const QKeyEvent& event) {
  if (event.key() == Qt::Key_Backspace) {
    if (m_query.isEmpty()) close();
    m_query.chop(1);
  } else if (!event.text().isEmpty() && event.text()[0].isPrint()) {
    m_query += event.text();
  } else {
    return false;
  }
  m_menu->setFilter(m_query);
  return true;
}

void SourceCompletion::followEdit() {
  const QByteArray source = m_editor->source();
  const qsizetype grown = source.size() - std::exchange(m_size, source.size());
  if (m_inserting) return;
  const qsizetype caret = m_editor->caretByte();
  if (m_mode == Mode::At) return narrowAt();
  if (grown == 1 && caret > 0 && source[caret - 1] == '@' && atOpens(caret - 1)) {
    m_at = caret - 1;
    offerProperties();
    return openMenu(Mode::At, m_at);
  }
  const bool typed = grown >= 1 && grown <= 4;
  if (typed || m_mode == Mode::Liquid) offer(completionPlace(source, caret));
}

void SourceCompletion::followCaret() {
  if (m_inserting) return;
  if (m_mode == Mode::At) return narrowAt();
  if (m_mode != Mode::Liquid && m_mode != Mode::Button) {
    // The braces were closed by themselves, and the caret was put between them.
    const QByteArray around = m_editor->source().mid(std::max<qsizetype>(0, m_editor->caretByte() - 2), 4);
    if (around != "{{}}" && around != "{%%}") return;
  }
  if (m_mode == Mode::Button) return close();
  offer(completionPlace(m_editor->source(), m_editor->caretByte()));
}

void SourceCompletion::offer(const CompletionPlace& place) {
  m_place = place;
  if (place.kind == CompletionPlace::Kind::None) return close();
  m_menu->setChoices(choicesAt(place));
  const bool wasOpen = m_mode == Mode::Liquid;
  m_menu->setFilter(place.typed);
  if (m_menu->count() == 0) return close();
  if (!wasOpen) {
    openMenu(Mode::Liquid, place.end - place.typed.toUtf8().size());
    m_menu->setFilter(place.typed);
  }
}

std::vector<PropertyChoice> SourceCompletion::choicesAt(const CompletionPlace& place) const {
  switch (place.kind) {
    case CompletionPlace::Kind::Value:
      return valueChoices(m_properties, ownNames(m_editor->source()));
    case CompletionPlace::Kind::Member:
      return memberChoices(m_properties, place.root, place.typed);
    case CompletionPlace::Kind::Filter:
      return filterChoices(place.typed);
    case CompletionPlace::Kind::Tag:
      return tagChoices(place.typed);
    case CompletionPlace::Kind::Snippet:
      return snippetChoices(m_snippets, place.typed);
    case CompletionPlace::Kind::None:
      break;
  }
  return {};
}

bool SourceCompletion::atOpens(qsizetype at) const {
  const QByteArray source = m_editor->source();
  return !isLetterBefore(source, at) && completionPlace(source, at + 1).kind == CompletionPlace::Kind::None;
}

void SourceCompletion::narrowAt() {
  const QByteArray source = m_editor->source();
  const qsizetype caret = m_editor->caretByte();
  const bool there = m_at < source.size() && source[m_at] == '@';
  if (!there || caret <= m_at || caret - m_at > LongestWord) return close();
  const QString query = QString::fromUtf8(source.mid(m_at + 1, caret - m_at - 1));
  if (query.startsWith(QLatin1Char(' ')) || query.contains(QLatin1Char('\n'))) return close();
  if (!m_menu->setFilter(query) && query.endsWith(QLatin1Char(' '))) close();
}

void SourceCompletion::insert(const PropertyChoice& choice) {
  const QScopedValueRollback inserting(m_inserting, true);
  const auto [begin, end] = m_editor->selectedBytes();
  if (m_choosing == Mode::Liquid) return insertLiquid(choice);
  insertToken(choice, m_choosing == Mode::At ? m_at : begin, end);
}

void SourceCompletion::insertToken(const PropertyChoice& choice, qsizetype begin, qsizetype end) {
  m_editor->replaceBytes(begin, end, message::formatToken({choice.root, choice.name, std::nullopt}));
  if (choice.root != QLatin1String("Coupon")) Q_EMIT tokenInserted(begin);
}

void SourceCompletion::insertLiquid(const PropertyChoice& choice) {
  QByteArray text = completedText(m_place, choice);
  const QByteArray source = m_editor->source();
  const char before = m_place.begin > 0 ? source[m_place.begin - 1] : ' ';
  if (before == '{' || before == '%' || before == '|') text.prepend(' ');
  qsizetype caret = m_place.begin + text.size();
  const QByteArray next = source.mid(m_place.end, 1);
  if (next == "}" || next == "%") text += ' ';
  m_editor->replaceBytes(m_place.begin, m_place.end, text);
  // With its snippet the tag is whole.
  const QByteArray rest = m_editor->source().mid(caret, 3);
  if (m_place.kind == CompletionPlace::Kind::Snippet && rest == " %}") caret += rest.size();
  m_editor->selectBytes(caret, caret);
  // What the tag asks for is a choice, too.
  const bool takesName = choice.name == QLatin1String("render") || choice.name == QLatin1String("include");
  if (m_place.kind == CompletionPlace::Kind::Tag && takesName) offer(completionPlace(m_editor->source(), caret));
}

}  // namespace heliograph::editors
