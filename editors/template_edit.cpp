// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/template_edit.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "editors/brace_closer.h"
#include "editors/code_edit.h"
#include "editors/find_bar.h"
#include "editors/liquid_lexer.h"
#include "editors/source_completion.h"
#include "editors/token_prompt.h"

namespace heliograph::editors {

TemplateEdit::TemplateEdit(QWidget* parent)
    : QWidget(parent),
      m_code(new CodeEdit),
      m_lexer(new LiquidLexer(m_code)),
      m_find(new FindBar(m_code, this)),
      m_note(new QLabel(tr("Written from right to left: the message editor shows it in its order."))) {
  m_code->setLexer(m_lexer);
  m_code->setAccessibleName(tr("Source of the message"));
  new BraceCloser(m_code);
  // After the closer, as what was installed last is asked first.
  m_completion = new SourceCompletion(m_code);
  m_note->setWordWrap(true);
  m_note->setObjectName(QStringLiteral("source.directionNote"));
  m_note->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(6);
  column->addWidget(m_find);
  column->addWidget(m_code);
  column->addWidget(m_note);
  setFocusProxy(m_code);
  connect(m_code, &CodeEdit::textEdited, this, [this](const QByteArray& source) {
    noteDirection();
    Q_EMIT textEdited(source);
  });
  connect(m_code, &CodeEdit::undoRequested, this, &TemplateEdit::undoRequested);
  connect(m_code, &CodeEdit::redoRequested, this, &TemplateEdit::redoRequested);
  connect(m_code, &CodeEdit::fixChosen, this, &TemplateEdit::fixChosen);
  connect(m_completion, &SourceCompletion::tokenInserted, this, &TemplateEdit::askFallbackAt);
}

TemplateEdit::~TemplateEdit() {
  delete m_prompt;
}

QByteArray TemplateEdit::source() const {
  return m_code->source();
}

void TemplateEdit::setSource(const QByteArray& source, bool revealChange) {
  if (source == m_code->source()) return;
  m_completion->close();
  m_code->setSource(source, revealChange);
  if (m_prompt != nullptr) m_prompt->dismiss();
  noteDirection();
}

void TemplateEdit::setTheme(const EditorTheme& theme) {
  m_theme = theme;
  m_lexer->setTheme(theme);
  m_code->setTheme(theme);
  m_completion->setTheme(theme);
  m_find->setTheme(theme);
  m_note->setFont(theme.hintFont);
  QPalette quiet = m_note->palette();
  quiet.setColor(QPalette::WindowText, theme.hint);
  m_note->setPalette(quiet);
  if (m_prompt != nullptr) m_prompt->setTheme(theme);
}

void TemplateEdit::setProperties(std::vector<PropertyChoice> properties) {
  m_completion->setProperties(std::move(properties));
}

void TemplateEdit::setSnippets(message::Snippets snippets) {
  m_completion->setSnippets(std::move(snippets));
}

void TemplateEdit::setProblems(std::vector<EditorProblem> problems) {
  m_code->setProblems(std::move(problems));
}

qsizetype TemplateEdit::caretByte() const {
  return m_code->caretByte();
}

void TemplateEdit::selectBytes(qsizetype begin, qsizetype end) {
  m_code->selectBytes(begin, end);
}

bool TemplateEdit::isMenuOpen() const {
  return m_completion->isOpen();
}

void TemplateEdit::openPersonalisationMenu() {
  m_completion->open();
}

void TemplateEdit::insertSource(const QByteArray& source) {
  m_code->insertAtCaret(source);
}

void TemplateEdit::applyFix(const EditorFix& fix) {
  fix.act == EditorFix::Act::AskFallback ? askFallbackAt(fix.begin) : m_code->applyFix(fix);
}

void TemplateEdit::openFind() {
  m_find->open(false);
}

void TemplateEdit::openReplace() {
  m_find->open(true);
}

// Scintilla lays out every text from left to right.
void TemplateEdit::noteDirection() {
  const QString text = QString::fromUtf8(m_code->source());
  m_note->setVisible(std::any_of(
      text.begin(), text.end(), [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; }));
}

bool TemplateEdit::isDate(const message::PersonalisationToken& token) const {
  const auto& known = m_completion->properties();
  return std::any_of(known.begin(), known.end(), [&](const PropertyChoice& choice) {
    return choice.isDate && choice.root == token.root && choice.name == token.property;
  });
}

void TemplateEdit::askFallbackAt(qsizetype byte) {
  for (const message::SourcePiece& piece : message::tokenise(source())) {
    if (!piece.token || byte < piece.begin || byte >= piece.end) continue;
    m_promptBegin = piece.begin;
    m_promptSource = source().mid(piece.begin, piece.end - piece.begin);
    QRect anchor = m_code->byteRect(piece.begin);
    const QRect end = m_code->byteRect(piece.end);
    if (end.top() == anchor.top()) anchor = anchor.united(end);
    prompt()->askFallback(*piece.token, isDate(*piece.token), anchor);
    return;
  }
  selectBytes(byte, byte);
}

TokenPrompt* TemplateEdit::prompt() {
  if (m_prompt == nullptr) {
    m_prompt = new TokenPrompt(window());
    m_prompt->setTheme(m_theme);
    connect(m_prompt, &TokenPrompt::accepted, this, [this](const message::PersonalisationToken& token) {
      if (source().mid(m_promptBegin, m_promptSource.size()) != m_promptSource) return;
      m_code->replaceBytes(m_promptBegin, m_promptBegin + m_promptSource.size(), message::formatToken(token));
    });
    connect(m_prompt, &TokenPrompt::finished, this, [this](bool byKey) {
      if (byKey) m_code->setFocus();
    });
    connect(m_prompt, &QObject::destroyed, this, [this] { m_prompt = nullptr; });
  } else if (m_prompt->parentWidget() != window()) {
    m_prompt->setParent(window());
  }
  return m_prompt;
}

}  // namespace heliograph::editors
