// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/what_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "audience/property_statistics.h"
#include "editors/message_editor.h"
#include "ui/composer/campaign_checker.h"
#include "ui/composer/editor_look.h"
#include "ui/composer/outcome_line.h"
#include "ui/layout/clear_layout.h"
#include "ui/preview/phone_preview.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/issue_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/separator.h"

namespace heliograph::ui {

namespace {

std::vector<editors::PropertyChoice> readChoices(const storage::Database& database) {
  std::vector<editors::PropertyChoice> choices;
  const auto known = audience::propertyStatistics(database);
  if (!known) return choices;
  for (const auto& each : *known) {
    choices.push_back({QStringLiteral("Profile"), each.property.name, each.sample.toString(), each.share});
  }
  return choices;
}

}  // namespace

WhatPage::WhatPage(Services& services, CampaignDocument& document, CampaignChecker& checker, OutcomeWatch& outcome,
                   QWidget* parent)
    : StepPage(services, document, parent),
      m_checker(checker),
      m_editor(new editors::MessageEditor),
      m_phone(new PhonePreview(services)),
      m_status(new QHBoxLayout),
      m_lines(new QVBoxLayout) {
  m_lines->setSpacing(size::Small);
  body()->addWidget(new PageHeader(tr("What"), tr("One message for everybody. Type @ to personalise it.")));
  body()->addWidget(makeEditor());
  auto* outcomeLine = new OutcomeLine(services, outcome, document.campaign().id);
  body()->addWidget(outcomeLine);
  body()->addLayout(m_lines);
  body()->addStretch();
  setSidePane(m_phone);

  connect(outcomeLine, &OutcomeLine::personRequested, m_phone, &PhonePreview::goTo);
  connect(m_editor, &editors::MessageEditor::textEdited, &m_document, &CampaignDocument::setMessage);
  connect(m_editor, &editors::MessageEditor::undoRequested, &m_document.undoStack(), &QUndoStack::undo);
  connect(m_editor, &editors::MessageEditor::redoRequested, &m_document.undoStack(), &QUndoStack::redo);
  connect(&m_document, &CampaignDocument::changed, this, &WhatPage::refresh);
  connect(&m_checker, &CampaignChecker::counting, this, &WhatPage::showParts);
  connect(&m_checker, &CampaignChecker::counted, this, [this] {
    showParts();
    refresh();
  });
}

Card* WhatPage::makeEditor() {
  m_editor->setObjectName(QStringLiteral("what.message"));
  m_editor->setAccessibleName(tr("Message"));
  m_editor->setPlaceholderText(tr("Type the message. @ puts in what you know of each person."));
  m_editor->setFrameShape(QFrame::NoFrame);
  m_editor->setTabChangesFocus(true);
  m_editor->setTheme(editorLook(Tokens::of(this)));
  auto* personalise = new IconButton(Icon::At, tr("Personalise: put in a property of each person (@)"));
  personalise->setObjectName(QStringLiteral("what.personalise"));
  personalise->setCaption(tr("Personalise"));
  connect(personalise, &IconButton::clicked, m_editor, &editors::MessageEditor::openPersonalisationMenu);

  auto* tools = new QHBoxLayout;
  tools->setContentsMargins(size::Small, size::Tiny, size::Small, size::Tiny);
  tools->addWidget(personalise);
  tools->addStretch();
  auto* text = new QVBoxLayout;
  text->setContentsMargins(size::Medium, size::Small, size::Medium, size::Small);
  text->addWidget(m_editor);
  m_status->setContentsMargins(size::Medium, size::Small, size::Medium, size::Small);
  m_status->setSpacing(size::Small);

  auto* card = new Card;
  card->setPadding(0);
  card->setBorder(Card::Border::Strong);
  card->body()->setSpacing(0);
  card->body()->addLayout(tools);
  card->body()->addWidget(new Separator);
  card->body()->addLayout(text);
  card->body()->addWidget(new Separator);
  card->body()->addLayout(m_status);
  return card;
}

void WhatPage::load(const campaign::Campaign& campaign) {
  if (m_editor->source() != campaign.message) m_editor->setSource(campaign.message, true);
  refresh();
  showParts();
}

void WhatPage::enter() {
  loadProperties();
}

QString WhatPage::previewedIdentity() const {
  return m_phone->identity();
}

void WhatPage::loadProperties() {
  m_services.background.run([&database = m_services.database] { return readChoices(database); })
      .then(this, [this](const std::vector<editors::PropertyChoice>& choices) { m_editor->setProperties(choices); });
}

void WhatPage::refresh() {
  const campaign::Campaign& campaign = m_document.campaign();
  m_phone->setCampaign(campaign);
  const auto problems = campaign.message.isEmpty() ? std::vector<message::MessageProblem>{}
                                                   : message::lintMessage(campaign.message, m_checker.properties());
  std::vector<editors::EditorProblem> waves;
  for (const auto& problem : problems) {
    waves.push_back(
        {problem.begin, problem.end, problem.text, problem.severity == message::MessageProblem::Severity::Error});
  }
  m_editor->setProblems(std::move(waves));
  showLines(messageLines(campaign.message, problems, m_checker.report().missing));
}

void WhatPage::showLines(const std::vector<MessageLine>& lines) {
  if (lines == m_shown) return;
  m_shown = lines;
  clearLayout(*m_lines);
  for (const MessageLine& line : lines) {
    auto* row = new IssueRow(line.tone, line.html);
    connect(row->addAction(line.fixText), &LinkButton::clicked, this, [this, line] { apply(line); });
    m_lines->addWidget(row);
  }
}

void WhatPage::showParts() {
  clearLayout(*m_status);
  const delivery::CheckReport& report = m_checker.report();
  for (auto parts = report.parts.begin(); parts != report.parts.end(); ++parts) {
    const QString words = tr("%1: %2 people").arg(partsWords(parts.key()), QLocale().toString(parts.value()));
    m_status->addWidget(new Chip(words, parts.key() > 1 ? Tone::Attention : Tone::Fine));
  }
  const QString hint = m_checker.isCurrent() ? tr("No text to send yet") : tr("Counting the parts");
  if (report.parts.isEmpty() || !m_checker.isCurrent()) {
    m_status->addWidget(new Label(hint, TypeRole::Hint, Ink::Text3));
  }
  m_status->addStretch();
  m_phone->setPeople(m_checker.isCurrent() ? report.reach.qualified : -1);
}

void WhatPage::apply(const MessageLine& line) {
  if (line.fix == MessageLine::Fix::Replace) {
    m_document.setMessage(replaceInText(m_document.campaign().message, line.character, line.replacement));
    m_editor->setSource(m_document.campaign().message, true);
  }
  m_editor->setFocus();
  if (line.fix == MessageLine::Fix::Show) m_editor->selectBytes(line.begin, line.end);
  if (line.fix == MessageLine::Fix::AddFallback) m_editor->editPillAt(line.begin);
}

void WhatPage::focusField(const QString&, int offset) {
  m_editor->setFocus();
  if (offset >= 0) m_editor->setCaretByte(offset);
}

void WhatPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) m_editor->setTheme(editorLook(Tokens::of(this)));
  StepPage::changeEvent(event);
}

}  // namespace heliograph::ui
