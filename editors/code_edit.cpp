// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/code_edit.h"

#include <algorithm>
#include <initializer_list>

namespace heliograph::editors {
namespace {

constexpr int BlockingWave = 8;
constexpr int AttentionWave = 9;
constexpr int SpellingWave = 10;
constexpr int CostlyTint = 11;
constexpr double NameScale = 72;  // of the invisible characters' names, in % of the text's size
constexpr int MinLines = 5;
constexpr int MaxLines = 16;

int indicatorOf(const EditorProblem& problem) {
  switch (problem.kind) {
    case EditorProblem::Kind::Costly:
      return CostlyTint;
    case EditorProblem::Kind::Spelling:
      return SpellingWave;
    case EditorProblem::Kind::Fault:
      break;
  }
  return problem.blocks ? BlockingWave : AttentionWave;
}

bool continuesCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

CodeEdit::CodeEdit(QWidget* parent) : QsciScintilla(parent) {
  setUtf8(true);
  setEolMode(EolUnix);
  setFrameShape(QFrame::NoFrame);
  // Code runs from the left also where the window runs from the right.
  setLayoutDirection(Qt::LeftToRight);
  setWrapMode(WrapWord);
  setWrapIndentMode(WrapIndentFixed);
  for (int margin = 0; margin < margins(); ++margin) setMarginWidth(margin, 0);
  setCaretWidth(2);
  send(SCI_SETHSCROLLBAR, 0);
  send(SCI_SETPASTECONVERTENDINGS, 0);
  send(SCI_SETMOUSESELECTIONRECTANGULARSWITCH, 0);
  send(SCI_SETMULTIPLESELECTION, 0);
  send(SCI_SETMARGINLEFT, 0, 0);
  send(SCI_SETPHASESDRAW, SC_PHASES_MULTIPLE);
  indicatorDefine(SquiggleIndicator, BlockingWave);
  indicatorDefine(SquiggleIndicator, AttentionWave);
  indicatorDefine(SquiggleIndicator, SpellingWave);
  indicatorDefine(FullBoxIndicator, CostlyTint);
  setIndicatorDrawUnder(true, CostlyTint);
  keepOwnKeysOnly();
  nameInvisibleCharacters();
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setSizePolicy(policy);
  // Lines are wrapped while painting: only then is it known how many there are.
  connect(this, &QsciScintillaBase::SCN_PAINTED, this, [this] {
    if (std::exchange(m_lines, shownLines()) != m_lines) updateGeometry();
  });
}

long CodeEdit::send(unsigned int message, long first, long second) const {
  return SendScintilla(message, static_cast<unsigned long>(first), second);
}

long CodeEdit::sendBytes(unsigned int message, long length, const QByteArray& bytes) const {
  return SendScintilla(message, static_cast<uintptr_t>(length), bytes.constData());
}

/// Scintilla binds many more keys, some of which are the window's: only what every text field has stays.
void CodeEdit::keepOwnKeysOnly() {
  using Command = QsciCommand::Command;
  standardCommands()->clearKeys();
  standardCommands()->clearAlternateKeys();
  const auto bind = [this](Command command, int key, int alternate = 0) {
    QsciCommand* found = standardCommands()->find(command);
    if (found == nullptr) return;
    found->setKey(key);
    if (alternate != 0) found->setAlternateKey(alternate);
  };
  const int shift = Qt::SHIFT;
  const int control = Qt::CTRL;
  const struct {
    Command move;
    Command extend;
    int key;
  } moves[]{
      {Command::LineDown, Command::LineDownExtend, Qt::Key_Down},
      {Command::LineUp, Command::LineUpExtend, Qt::Key_Up},
      {Command::CharLeft, Command::CharLeftExtend, Qt::Key_Left},
      {Command::CharRight, Command::CharRightExtend, Qt::Key_Right},
      {Command::WordLeft, Command::WordLeftExtend, Qt::Key_Left | control},
      {Command::WordRight, Command::WordRightExtend, Qt::Key_Right | control},
      {Command::VCHomeWrap, Command::VCHomeWrapExtend, Qt::Key_Home},
      {Command::LineEndWrap, Command::LineEndWrapExtend, Qt::Key_End},
      {Command::DocumentStart, Command::DocumentStartExtend, Qt::Key_Home | control},
      {Command::DocumentEnd, Command::DocumentEndExtend, Qt::Key_End | control},
      {Command::PageUp, Command::PageUpExtend, Qt::Key_PageUp},
      {Command::PageDown, Command::PageDownExtend, Qt::Key_PageDown},
  };
  for (const auto& each : moves) {
    bind(each.move, each.key);
    bind(each.extend, each.key | shift);
  }
  bind(Command::Delete, Qt::Key_Delete);
  bind(Command::DeleteBack, Qt::Key_Backspace, Qt::Key_Backspace | shift);
  bind(Command::DeleteWordLeft, Qt::Key_Backspace | control);
  bind(Command::DeleteWordRight, Qt::Key_Delete | control);
  bind(Command::SelectAll, Qt::Key_A | control);
  bind(Command::SelectionCut, Qt::Key_X | control, Qt::Key_Delete | shift);
  bind(Command::SelectionCopy, Qt::Key_C | control, Qt::Key_Insert | control);
  bind(Command::Paste, Qt::Key_V | control, Qt::Key_Insert | shift);
}

/// What cannot be seen, or looks like a blank, is shown by its name: that is what a source view is for.
void CodeEdit::nameInvisibleCharacters() {
  static constexpr std::pair<const char*, const char*> names[]{
      {"\xC2\xA0", "NBSP"},     {"\xE2\x80\x8B", "ZWSP"}, {"\xE2\x80\x8E", "LRM"}, {"\xE2\x80\x8F", "RLM"},
      {"\xE2\x80\xAF", "NNBS"}, {"\xE2\x81\xA0", "WJ"},   {"\xEF\xBB\xBF", "BOM"}, {"\xEF\xBF\xBC", "OBJ"},
  };
  for (const auto& [character, name] : names) SendScintilla(SCI_SETREPRESENTATION, character, name);
}

void CodeEdit::setTheme(const EditorTheme& theme) {
  m_theme = theme;
  if (QsciLexer* own = lexer()) setLexer(own);
  setFont(inPoints(theme.codeFont, *this));
  setColor(theme.text);
  setPaper(theme.ground);
  const QFont names = inPoints(theme.codeFont, *this);
  sendBytes(SCI_STYLESETFONT, STYLE_CONTROLCHAR, names.family().toUtf8());
  send(SCI_STYLESETSIZEFRACTIONAL, STYLE_CONTROLCHAR, static_cast<long>(names.pointSizeF() * NameScale));
  setCaretForegroundColor(theme.text);
  setSelectionBackgroundColor(theme.selection);
  resetSelectionForegroundColor();
  setIndicatorForegroundColor(theme.problem, BlockingWave);
  setIndicatorForegroundColor(theme.attention, AttentionWave);
  setIndicatorForegroundColor(theme.spelling, SpellingWave);
  setIndicatorForegroundColor(theme.attentionWeak, CostlyTint);
  setIndicatorOutlineColor(theme.attentionWeak, CostlyTint);
  send(SCI_SETEXTRAASCENT, 0);
  send(SCI_SETEXTRADESCENT, 0);
  const int spare = std::max(0, theme.lineHeight - 3 - static_cast<int>(send(SCI_TEXTHEIGHT, 0)));
  send(SCI_SETEXTRAASCENT, spare / 2);
  send(SCI_SETEXTRADESCENT, spare - spare / 2);
  QPalette own = palette();
  own.setColor(QPalette::Base, theme.ground);
  setPalette(own);
  updateGeometry();
}

QFont CodeEdit::inPoints(QFont font, const QPaintDevice& device) {
  if (font.pixelSize() > 0) font.setPointSizeF(font.pixelSize() * 72.0 / device.logicalDpiY());
  return font;
}

QByteArray CodeEdit::shownBytes() const {
  const auto* text = static_cast<const char*>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
  return QByteArray(text, send(SCI_GETLENGTH));
}

void CodeEdit::put(qsizetype begin, qsizetype end, const QByteArray& with) {
  send(SCI_SETTARGETRANGE, begin, end);
  sendBytes(SCI_REPLACETARGET, with.size(), with);
}

void CodeEdit::setSource(const QByteArray& source, bool revealChange) {
  if (source == m_source && !m_composing) return;
  stopComposing();
  const QByteArray before = shownBytes();
  qsizetype front = 0;
  qsizetype back = 0;
  const qsizetype shorter = std::min(before.size(), source.size());
  while (front < shorter && before[front] == source[front]) ++front;
  while (front > 0 && front < before.size() && continuesCharacter(before[front])) --front;
  while (back < shorter - front && before[before.size() - 1 - back] == source[source.size() - 1 - back]) ++back;
  while (back > 0 && continuesCharacter(source[source.size() - back])) --back;
  put(front, before.size() - back, source.mid(front, source.size() - front - back));
  send(SCI_EMPTYUNDOBUFFER);
  m_source = source;
  if (revealChange) selectBytes(source.size() - back, source.size() - back);
  m_caret = caretByte();
}

void CodeEdit::replaceBytes(qsizetype begin, qsizetype end, const QByteArray& with) {
  stopComposing();
  put(begin, end, with);
  selectBytes(begin + with.size(), begin + with.size());
  finishEdit();
}

void CodeEdit::insertAtCaret(const QByteArray& text) {
  const auto [begin, end] = selectedBytes();
  replaceBytes(begin, end, text);
}

void CodeEdit::finishEdit() {
  if (m_composing) return;
  const qsizetype caret = caretByte();
  const bool moved = std::exchange(m_caret, caret) != caret;
  const QByteArray now = shownBytes();
  if (now != m_source) {
    m_source = now;
    send(SCI_EMPTYUNDOBUFFER);
    Q_EMIT textEdited(m_source);
  }
  if (moved) Q_EMIT caretMoved();
}

// Places.

qsizetype CodeEdit::caretByte() const {
  return send(SCI_GETCURRENTPOS);
}

std::pair<qsizetype, qsizetype> CodeEdit::selectedBytes() const {
  return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)};
}

void CodeEdit::selectBytes(qsizetype begin, qsizetype end) {
  send(SCI_SETSEL, begin, end);
  send(SCI_SCROLLCARET);
}

QRect CodeEdit::byteRect(qsizetype byte) const {
  const QPoint place(static_cast<int>(send(SCI_POINTXFROMPOSITION, 0, byte)),
                     static_cast<int>(send(SCI_POINTYFROMPOSITION, 0, byte)));
  return {viewport()->mapToGlobal(place), QSize(1, static_cast<int>(send(SCI_TEXTHEIGHT, 0)))};
}

int CodeEdit::shownLines() const {
  const long last = send(SCI_GETLINECOUNT) - 1;
  return static_cast<int>(send(SCI_VISIBLEFROMDOCLINE, last) + send(SCI_WRAPCOUNT, last));
}

QSize CodeEdit::sizeHint() const {
  return {420, std::clamp(m_lines, MinLines, MaxLines) * static_cast<int>(send(SCI_TEXTHEIGHT, 0)) + 2};
}

QSize CodeEdit::minimumSizeHint() const {
  return {200, sizeHint().height()};
}

void CodeEdit::setProblems(std::vector<EditorProblem> problems) {
  if (problems == m_problems) return;
  m_problems = std::move(problems);
  showProblems();
}

void CodeEdit::showProblems() {
  const long length = send(SCI_GETLENGTH);
  for (const int wave : {BlockingWave, AttentionWave, SpellingWave, CostlyTint}) {
    send(SCI_SETINDICATORCURRENT, wave);
    send(SCI_INDICATORCLEARRANGE, 0, length);
  }
  for (const EditorProblem& problem : m_problems) {
    const long begin = std::min<long>(problem.begin, std::max(0L, length - 1));
    const long end = std::clamp<long>(problem.end, begin + 1, std::max(begin + 1, length));
    send(SCI_SETINDICATORCURRENT, indicatorOf(problem));
    send(SCI_INDICATORFILLRANGE, begin, end - begin);
  }
}

}  // namespace heliograph::editors
