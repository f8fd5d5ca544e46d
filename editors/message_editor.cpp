// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/message_editor.h"

#include <QAbstractTextDocumentLayout>
#include <QDropEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <utility>

#include "editors/accessible_message_editor.h"
#include "editors/message_document.h"
#include "editors/personalisation_trigger.h"
#include "editors/token_prompt.h"

namespace heliograph::editors {
namespace {

constexpr int MaxShownLines = 14;
constexpr int PillOverhang = 4;  // pills of the last line reach below it

QByteArray onOneLine(QByteArray source) {
  source.replace("\r\n", " ").replace("\xE2\x80\xA9", " ").replace("\xE2\x80\xA8", " ");
  return source.replace('\n', ' ').replace('\r', ' ');
}

}  // namespace

MessageEditor::MessageEditor(QWidget* parent)
    : QTextEdit(parent),
      m_document(new MessageDocument(this)),
      m_trigger(new PersonalisationTrigger(this, m_document)) {
  AccessibleMessageEditor::install();
  setAcceptRichText(false);
  setTabChangesFocus(true);
  setFrameShape(QFrame::NoFrame);
  setAccessibleName(tr("Message"));
  setPlaceholderText(tr("Write the message. Type @ to personalise it."));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(false);
  setSizePolicy(policy);
  connect(m_document, &MessageDocument::edited, this, [this](const MessageDocument::Change& change) {
    m_trigger->followEdit(change);
    Q_EMIT textEdited(source());
  });
  connect(this, &QTextEdit::cursorPositionChanged, this, &MessageEditor::followCaret);
  connect(this, &QTextEdit::selectionChanged, this, &MessageEditor::followCaret);
  connect(this, &QTextEdit::cursorPositionChanged, m_trigger, &PersonalisationTrigger::followCaret);
  connect(m_trigger, &PersonalisationTrigger::chosen, this, &MessageEditor::insertChoice);
  connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
          [this] { updateGeometry(); });
}

MessageEditor::~MessageEditor() {
  delete m_prompt;
}

QByteArray MessageEditor::source() const {
  return m_document->text().source();
}

const MessageText& MessageEditor::text() const {
  return m_document->text();
}

QString MessageEditor::spokenText() const {
  return text().spoken();
}

bool MessageEditor::isMenuOpen() const {
  return m_trigger->isOpen();
}

void MessageEditor::setSource(const QByteArray& source, bool revealChange) {
  const auto change = m_document->show(source);
  if (!change) return;
  m_trigger->close();
  if (m_prompt != nullptr) m_prompt->dismiss();
  if (!revealChange) return;
  QTextCursor cursor = textCursor();
  cursor.setPosition(static_cast<int>(change->begin + change->inserted));
  setTextCursor(cursor);
  ensureCursorVisible();
}

void MessageEditor::setTheme(const EditorTheme& theme) {
  if (theme == m_theme) return;
  m_theme = theme;
  QPalette own = palette();
  own.setColor(QPalette::Base, theme.ground);
  own.setColor(QPalette::Text, theme.text);
  own.setColor(QPalette::PlaceholderText, theme.hint);
  own.setColor(QPalette::Highlight, theme.selection);
  own.setColor(QPalette::HighlightedText, theme.text);
  setPalette(own);
  setFont(theme.textFont);
  m_document->setTheme(theme);
  m_trigger->setTheme(theme);
  if (m_prompt != nullptr) m_prompt->setTheme(theme);
  updateGeometry();
}

void MessageEditor::setProperties(std::vector<PropertyChoice> properties) {
  m_choices = properties;
  m_trigger->setChoices(std::move(properties));
}

void MessageEditor::setProblems(std::vector<EditorProblem> problems) {
  m_document->setProblems(std::move(problems));
}

void MessageEditor::setSingleLine(bool single) {
  m_singleLine = single;
  setLineWrapMode(single ? QTextEdit::NoWrap : QTextEdit::WidgetWidth);
  setVerticalScrollBarPolicy(single ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
  updateGeometry();
}

void MessageEditor::setLinePlaceholder(const QString& text) {
  m_linePlaceholder = text;
  viewport()->update();
}

void MessageEditor::setMinimumLines(int lines) {
  m_minimumLines = lines;
  updateGeometry();
}

qsizetype MessageEditor::caretByte() const {
  return text().byteOfCell(textCursor().position());
}

void MessageEditor::setCaretByte(qsizetype byte) {
  selectBytes(byte, byte);
}

void MessageEditor::selectBytes(qsizetype begin, qsizetype end) {
  const auto [first, last] = text().cellsOfBytes(begin, end);
  QTextCursor cursor = textCursor();
  cursor.setPosition(static_cast<int>(first));
  cursor.setPosition(static_cast<int>(last), QTextCursor::KeepAnchor);
  setTextCursor(cursor);
  ensureCursorVisible();
}

QSize MessageEditor::sizeHint() const {
  if (m_singleLine) return {240, m_theme.lineHeight + PillOverhang};
  const int shown = static_cast<int>(document()->size().height());
  const int height = std::clamp(shown, m_minimumLines * m_theme.lineHeight, MaxShownLines * m_theme.lineHeight);
  return {420, height + PillOverhang};
}

QSize MessageEditor::minimumSizeHint() const {
  return {m_singleLine ? 80 : 200, sizeHint().height()};
}

// What changes the text.

void MessageEditor::edit(qsizetype begin, qsizetype end, const QByteArray& source) {
  if (!m_document->replace(begin, end, m_singleLine ? onOneLine(source) : source)) return;
  ensureCursorVisible();
  Q_EMIT textEdited(this->source());
}

void MessageEditor::followCaret() {
  QTextCursor cursor = textCursor();
  const bool forward = cursor.position() > m_caret;
  const auto whole = [this, forward](int position) {
    if (!text().splitsPair(position)) return position;
    return forward ? position + 1 : position - 1;
  };
  // Qt's arrow keys stop inside a surrogate pair that follows a conjunct in another font.
  if (whole(cursor.position()) != cursor.position() || whole(cursor.anchor()) != cursor.anchor()) {
    const int position = whole(cursor.position());
    cursor.setPosition(whole(cursor.anchor()));
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
  }
  m_caret = cursor.position();
  m_document->noteCaret(cursor.selectionStart());
}

void MessageEditor::openPersonalisationMenu() {
  m_trigger->openFromButton();
}

void MessageEditor::insertSource(const QByteArray& source) {
  edit(textCursor().selectionStart(), textCursor().selectionEnd(), source);
}

void MessageEditor::applyFix(const EditorFix& fix) {
  if (fix.act == EditorFix::Act::AskFallback) return editPillAt(fix.begin);
  if (fix.act == EditorFix::Act::Other) return;
  const auto [begin, end] = text().cellsOfBytes(fix.begin, fix.end);
  // A mend inside a pill keeps the rest of it.
  const QByteArray before = source().mid(text().byteOfCell(begin), fix.begin - text().byteOfCell(begin));
  const QByteArray after = source().mid(fix.end, text().byteOfCell(end) - fix.end);
  edit(begin, end, before + fix.with + after);
}

void MessageEditor::insertProperty(const QString& root, const QString& name) {
  insertChoice(PropertyChoice{root, name, QString(), -1}, textCursor().selectionStart(), textCursor().selectionEnd());
}

void MessageEditor::insertChoice(const PropertyChoice& choice, int begin, int end) {
  const message::PersonalisationToken token{choice.root, choice.name, std::nullopt};
  m_fillsPlaces = end - begin == 1 && isPlace(begin);
  edit(begin, end, message::formatToken(token));
  const int cell = textCursor().position() - 1;
  // Inside a raw block it stays text.
  if (cell < 0 || text().cells()[static_cast<std::size_t>(cell)].kind != MessageText::Cell::Kind::Pill) return;
  // Everybody gets a code, or no text.
  if (choice.root == QLatin1String("Coupon")) {
    if (m_fillsPlaces) selectNextPlace();
    return;
  }
  askAbout(cell);
  prompt()->askFallback(token, choice.isDate, pillRect(cell));
}

void MessageEditor::editPillAt(qsizetype byte) {
  const qsizetype cell = text().cellOfByte(byte);
  if (cell >= text().size()) return;
  if (!text().cells()[static_cast<std::size_t>(cell)].isChosen()) return;
  if (!isPlace(cell)) selectBytes(byte, byte);
  editPill(static_cast<int>(cell));
}

bool MessageEditor::isPlace(qsizetype cell) const {
  return cell >= 0 && cell < text().size() &&
         text().cells()[static_cast<std::size_t>(cell)].kind == MessageText::Cell::Kind::Place;
}

void MessageEditor::selectCell(qsizetype cell) {
  QTextCursor cursor = textCursor();
  cursor.setPosition(static_cast<int>(cell));
  cursor.setPosition(static_cast<int>(cell + 1), QTextCursor::KeepAnchor);
  setTextCursor(cursor);
  ensureCursorVisible();
}

/// Behind the caret, or else the first one.
void MessageEditor::selectNextPlace() {
  const int caret = textCursor().position();
  for (qsizetype i = 0; i < text().size(); ++i) {
    const qsizetype cell = (caret + i) % text().size();
    if (isPlace(cell)) return selectCell(cell);
  }
}

void MessageEditor::editPill(int cell) {
  m_trigger->close();
  m_fillsPlaces = false;
  if (isPlace(cell)) {
    selectCell(cell);
    return openPersonalisationMenu();
  }
  askAbout(cell);
  prompt()->edit(*text().cells()[static_cast<std::size_t>(cell)].token, m_choices, pillRect(cell));
}

void MessageEditor::askAbout(int cell) {
  m_promptCell = cell;
  m_promptSource = text().source(cell, cell + 1);
}

void MessageEditor::takeToken(const message::PersonalisationToken& token) {
  const bool there = m_promptCell >= 0 && m_promptCell < text().size() &&
                     text().cells()[static_cast<std::size_t>(m_promptCell)].kind == MessageText::Cell::Kind::Pill;
  if (there && text().source(m_promptCell, m_promptCell + 1) == m_promptSource)
    edit(m_promptCell, m_promptCell + 1, message::formatToken(token));
}

TokenPrompt* MessageEditor::prompt() {
  // It lies over the window, as the editor itself may be only a few lines high.
  if (m_prompt == nullptr) {
    m_prompt = new TokenPrompt(window());
    m_prompt->setTheme(m_theme);
    connect(m_prompt, &TokenPrompt::accepted, this, &MessageEditor::takeToken);
    connect(m_prompt, &TokenPrompt::finished, this, [this](bool byKey) {
      if (!byKey) return;
      setFocus();
      if (std::exchange(m_fillsPlaces, false)) selectNextPlace();
    });
    connect(m_prompt, &QObject::destroyed, this, [this] { m_prompt = nullptr; });
  } else if (m_prompt->parentWidget() != window()) {
    m_prompt->setParent(window());
  }
  return m_prompt;
}

// Pills on the screen.

QRect MessageEditor::pillRect(int cell) const {
  QTextCursor cursor(document());
  cursor.setPosition(cell);
  const QRect begin = cursorRect(cursor);
  cursor.setPosition(cell + 1);
  QRect place = begin.united(cursorRect(cursor));
  place.moveTopLeft(viewport()->mapToGlobal(place.topLeft()));
  return place;
}

int MessageEditor::cellAt(const QPoint& viewportPos) const {
  // The caret goes to the nearer edge of a character: from its middle on that is the next one's.
  const int near = cursorForPosition(viewportPos).position();
  QTextCursor cursor(document());
  for (const int cell : {near - 1, near}) {
    if (cell < 0 || cell >= text().size()) continue;
    cursor.setPosition(cell);
    const QRect begin = cursorRect(cursor);
    cursor.setPosition(cell + 1);
    const QRect end = cursorRect(cursor);
    if (begin.top() == end.top() && begin.united(end).contains(viewportPos)) return cell;
  }
  return near;
}

int MessageEditor::pillAt(const QPoint& viewportPos) const {
  const int near = cursorForPosition(viewportPos).position();
  for (const int cell : {near - 1, near}) {
    if (cell < 0 || cell >= text().size()) continue;
    if (!text().cells()[static_cast<std::size_t>(cell)].isChosen()) continue;
    if (pillRect(cell).contains(viewport()->mapToGlobal(viewportPos))) return cell;
  }
  return -1;
}

int MessageEditor::selectedPill() const {
  const QTextCursor cursor = textCursor();
  const int cell = cursor.selectionStart();
  if (cursor.selectionEnd() - cell != 1) return -1;
  return text().cells()[static_cast<std::size_t>(cell)].isChosen() ? cell : -1;
}

QString MessageEditor::toolTipAt(const QPoint& viewportPos) const {
  const int cell = pillAt(viewportPos);
  const qsizetype shown = cell >= 0 ? cell : cellAt(viewportPos);
  for (const EditorProblem& problem : problemsAtCell(shown)) {
    if (text().byteOfCell(shown) < problem.end || problem.begin == problem.end) return problem.text;
  }
  if (cell < 0) return {};
  if (isPlace(cell)) return tr("Nothing yet. Click to choose a property, or write over it.");
  const message::PersonalisationToken& token = *text().cells()[static_cast<std::size_t>(cell)].token;
  if (!token.fallback) return tr("%1, nothing for people without it. Double-click to change.").arg(token.property);
  return tr("%1, or “%2” for people without it. Double-click to change.").arg(token.property, *token.fallback);
}

}  // namespace heliograph::editors
