// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/message_card.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QUndoStack>
#include <QVBoxLayout>

#include "editors/code_edit.h"
#include "editors/message_editor.h"
#include "editors/template_edit.h"
#include "ui/campaign_document.h"
#include "ui/composer/message/message_status.h"
#include "ui/composer/message/opt_out_piece.h"
#include "ui/composer/page/editor_look.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/tool_row.h"

namespace heliograph::ui {

MessageCard::MessageCard(CampaignDocument& document, bool asSource, QWidget* parent)
    : Card(parent),
      m_document(document),
      m_message(new editors::MessageEditor),
      m_source(new editors::TemplateEdit),
      m_sender(new ElidedLabel({}, TypeRole::Hint, Ink::Text3)),
      m_optOut(new OptOutPiece(document)),
      m_status(new MessageStatus),
      m_sourceAction(new QAction(this)),
      m_findAction(new QAction(tr("Find and replace"), this)),
      m_isSource(asSource) {
  m_message->setObjectName(QStringLiteral("what.message"));
  m_message->setAccessibleName(tr("Message"));
  m_message->setPlaceholderText(tr("Type the message. @ puts in what you know of each person."));
  m_message->setTabChangesFocus(true);
  m_source->setObjectName(QStringLiteral("what.source"));
  m_sender->setObjectName(QStringLiteral("what.sender"));
  m_sourceAction->setObjectName(QStringLiteral("message.source"));
  m_sourceAction->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+M")));
  m_findAction->setObjectName(QStringLiteral("message.find"));

  auto* text = new QVBoxLayout;
  text->setContentsMargins(size::Large, size::Medium, size::Large, size::Medium);
  text->setSpacing(size::Tiny);
  text->addWidget(m_sender);
  text->addWidget(m_message);
  text->addWidget(m_source);
  text->addWidget(m_optOut);
  auto* status = new QVBoxLayout;
  status->setContentsMargins(size::Medium, size::Small, size::Medium, size::Small);
  status->addWidget(m_status);
  setPadding(0);
  setBorder(Border::Strong);
  body()->setSpacing(0);
  body()->addWidget(makeTools());
  body()->addWidget(new Separator);
  body()->addLayout(text);
  body()->addWidget(new Separator);
  body()->addLayout(status);
  connectEditors();
  applyTheme();
  showMode();
}

QWidget* MessageCard::makeTools() {
  auto* personalise = new IconButton(Icon::At, tr("Personalise: put in a property of each person (@)"));
  personalise->setObjectName(QStringLiteral("what.personalise"));
  personalise->setCaption(tr("Personalise"));
  connect(personalise, &IconButton::clicked, this,
          [this] { m_isSource ? m_source->openPersonalisationMenu() : m_message->openPersonalisationMenu(); });
  m_findButton = new IconButton(Icon::Search, tr("Find and replace (Ctrl+F)"));
  m_findButton->setObjectName(QStringLiteral("what.find"));
  connect(m_findButton, &IconButton::clicked, m_findAction, &QAction::trigger);
  connect(m_findAction, &QAction::triggered, m_source, &editors::TemplateEdit::openReplace);
  m_sourceButton = new IconButton(Icon::Code, {});
  m_sourceButton->setObjectName(QStringLiteral("what.switch"));
  connect(m_sourceButton, &IconButton::clicked, m_sourceAction, &QAction::trigger);
  connect(m_sourceAction, &QAction::triggered, this, [this] {
    setSource(!m_isSource);
    focusEditor();
    Q_EMIT sourceChosen(m_isSource);
  });
  auto* tools = new ToolRow;
  QHBoxLayout* row = tools->row();
  row->setContentsMargins(size::Medium, size::Tiny + 2, size::Medium, size::Tiny + 2);
  m_tools = row;
  row->addWidget(personalise);
  row->addStretch();
  row->addWidget(m_findButton);
  row->addWidget(m_sourceButton);
  return tools;
}

void MessageCard::connectEditors() {
  connect(m_message, &editors::MessageEditor::textEdited, &m_document, &CampaignDocument::setMessage);
  connect(m_message, &editors::MessageEditor::undoRequested, &m_document.undoStack(), &QUndoStack::undo);
  connect(m_message, &editors::MessageEditor::redoRequested, &m_document.undoStack(), &QUndoStack::redo);
  connect(m_source, &editors::TemplateEdit::textEdited, &m_document, &CampaignDocument::setMessage);
  connect(m_source, &editors::TemplateEdit::undoRequested, &m_document.undoStack(), &QUndoStack::undo);
  connect(m_source, &editors::TemplateEdit::redoRequested, &m_document.undoStack(), &QUndoStack::redo);
  connect(m_message, &editors::MessageEditor::fixChosen, this, &MessageCard::takeFix);
  connect(m_source, &editors::TemplateEdit::fixChosen, this, &MessageCard::takeFix);
}

// A step of its own, whatever is being typed.
void MessageCard::takeFix(const editors::EditorFix& fix) {
  if (fix.act == editors::EditorFix::Act::Other) {
    Q_EMIT fixRequested(fix.name, QString::fromUtf8(fix.with));
    return;
  }
  m_document.endStep();
  m_isSource ? m_source->applyFix(fix) : m_message->applyFix(fix);
  m_document.endStep();
}

// Only the editor that is shown follows the text; the other is given it when it is changed to.
void MessageCard::load() {
  const QByteArray source = m_document.shownMessage();
  m_isSource ? m_source->setSource(source, true) : m_message->setSource(source, true);
}

void MessageCard::setSource(bool source) {
  if (source == m_isSource) return;
  const qsizetype caret = caretByte();
  m_isSource = source;
  load();
  showProblems();
  showMode();
  selectBytes(caret, caret);
}

void MessageCard::showMode() {
  // Shown before the other goes, so that the page is never without its height.
  (m_isSource ? static_cast<QWidget*>(m_source) : m_message)->show();
  (m_isSource ? static_cast<QWidget*>(m_message) : m_source)->hide();
  m_sourceAction->setText(m_isSource ? tr("Write the message with pills") : tr("Write the message as source"));
  const QString name = m_isSource ? tr("Back to the message with pills (%1)") : tr("Write it as source: Liquid (%1)");
  const QString shown = name.arg(m_sourceAction->shortcut().toString(QKeySequence::NativeText));
  m_sourceButton->setToolTip(shown);
  m_sourceButton->setAccessibleName(shown);
  m_sourceButton->setPictogram(m_isSource ? Icon::FileText : Icon::Code);
  m_sourceButton->setCaption(m_isSource ? tr("Message") : tr("Source"));
  m_findButton->setVisible(m_isSource);
  m_findAction->setEnabled(m_isSource);
}

void MessageCard::setSender(const QString& sender) {
  m_sender->setText(sender.isEmpty() ? tr("No provider is chosen yet") : tr("From %1").arg(sender));
}

void MessageCard::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_message->setProperties(properties);
  m_source->setProperties(properties);
}

void MessageCard::setSnippets(const message::Snippets& snippets) {
  m_source->setSnippets(snippets);
}

void MessageCard::setProblems(std::vector<editors::EditorProblem> problems) {
  m_problems = std::move(problems);
  showProblems();
}

void MessageCard::setSpelling(std::vector<editors::EditorProblem> problems, bool atOnce) {
  if (problems == m_misspelt) return;
  m_misspelt = std::move(problems);
  if (atOnce) showProblems();
}

void MessageCard::showProblems() {
  std::vector<editors::EditorProblem> all = m_misspelt;
  all.insert(all.end(), m_problems.begin(), m_problems.end());
  m_isSource ? m_source->setProblems(std::move(all)) : m_message->setProblems(std::move(all));
}

void MessageCard::addTool(QWidget* tool) {
  m_tools->insertWidget(m_toolCount++, tool);
}

QRect MessageCard::caretRect() const {
  if (m_isSource) return m_source->code()->byteRect(m_source->caretByte());
  const QRect caret = m_message->cursorRect();
  return {m_message->viewport()->mapToGlobal(caret.topLeft()), caret.size()};
}

void MessageCard::insertSource(const QByteArray& source) {
  m_isSource ? m_source->insertSource(source) : m_message->insertSource(source);
}

void MessageCard::focusEditor() {
  (m_isSource ? static_cast<QWidget*>(m_source) : m_message)->setFocus();
}

qsizetype MessageCard::caretByte() const {
  return m_isSource ? m_source->caretByte() : m_message->caretByte();
}

std::pair<qsizetype, qsizetype> MessageCard::selectedBytes() const {
  if (m_isSource) return m_source->code()->selectedBytes();
  const QTextCursor cursor = m_message->textCursor();
  return {m_message->text().byteOfCell(cursor.selectionStart()), m_message->text().byteOfCell(cursor.selectionEnd())};
}

void MessageCard::selectBytes(qsizetype begin, qsizetype end) {
  m_isSource ? m_source->selectBytes(begin, end) : m_message->selectBytes(begin, end);
}

void MessageCard::addFallbackAt(qsizetype byte) {
  focusEditor();
  selectBytes(byte, byte);
  m_isSource ? m_source->askFallbackAt(byte) : m_message->editPillAt(byte);
}

void MessageCard::applyTheme() {
  const editors::EditorTheme look = editorLook(Tokens::of(this));
  m_message->setTheme(look);
  m_source->setTheme(look);
}

void MessageCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) applyTheme();
  Card::changeEvent(event);
}

}  // namespace heliograph::ui
