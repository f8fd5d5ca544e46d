// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/what_page.h"

#include <QAction>
#include <QCheckBox>
#include <QVBoxLayout>
#include <algorithm>

#include "audience/property_statistics.h"
#include "campaign/fields_in_force.h"
#include "message/template_match.h"
#include "providers/routes/route_resolver.h"
#include "ui/composer/copies/copy_controls.h"
#include "ui/composer/editor_problems.h"
#include "ui/composer/everybody/everybody_panel.h"
#include "ui/composer/everybody/opt_out_count.h"
#include "ui/composer/everybody/outcome_line.h"
#include "ui/composer/fields/fields_card.h"
#include "ui/composer/links/link_tool.h"
#include "ui/composer/links/linked_panel.h"
#include "ui/composer/links/links_card.h"
#include "ui/composer/message/message_card.h"
#include "ui/composer/message/message_line_list.h"
#include "ui/composer/message/message_status.h"
#include "ui/composer/message/opt_out_piece.h"
#include "ui/composer/message/personalisation_help.h"
#include "ui/composer/message/property_choices.h"
#include "ui/composer/message/writing_tools.h"
#include "ui/composer/page/campaign_checker.h"
#include "ui/composer/page/field_place.h"
#include "ui/composer/words/copy_words.h"
#include "ui/library/message_library.h"
#include "ui/preview/phone_preview.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

namespace {

bool blocks(const message::MessageProblem& problem) {
  return problem.severity == message::MessageProblem::Severity::Error;
}

}  // namespace

WhatPage::WhatPage(Services& services, CampaignDocument& document, CampaignChecker& checker, OutcomeWatch& outcome,
                   QWidget* parent)
    : StepPage(services, document, parent),
      m_checker(checker),
      m_copies(new CopyControls(services, document, this)),
      m_card(new MessageCard(document, services.messageAsSource)),
      m_fields(new FieldsCard(document)),
      m_phone(new PhonePreview(services)),
      m_lines(new MessageLineList),
      m_links(new LinksCard(services, document)),
      m_linked(new LinkedPanel(document)),
      m_everybody(new EverybodyPanel),
      m_keepGsm(new QCheckBox(tr("Replace costly characters when sending"))),
      m_tools(new WritingTools(services, document, *m_card)),
      m_link(new LinkTool(document, *m_card)),
      m_library(new MessageLibrary(services, document, *m_card)) {
  arrange(outcome);
  for (QAction* action : {m_card->sourceAction(), m_card->findAction(), m_tools->emojiAction(), m_link->action()}) {
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
  }
  connect(m_card, &MessageCard::sourceChosen, this, [this](bool source) { m_services.messageAsSource = source; });
  connect(m_card->status(), &MessageStatus::mendRequested, this, [this] {
    apply({MessageMendAction::Act::Exchange, {}, 0, 0, {}});
  });
  connect(m_card, &MessageCard::fixRequested, this, [this](const QString& name, const QString& argument) {
    if (m_tools->takeFix(name, argument)) return;
    if (name == QLatin1String(kReplaceCostly)) apply({MessageMendAction::Act::Exchange, {}, 0, 0, {}});
    if (name == QLatin1String(kOpenSnippet)) m_library->manage(argument);
    if (name == QLatin1String(kOpenLinked)) Q_EMIT linkedRequested({});
  });
  connect(m_linked, &LinkedPanel::sourceRequested, this, &WhatPage::linkedRequested);
  connect(m_links, &LinksCard::shortenersRequested, this, &WhatPage::shortenersRequested);
  connect(m_library, &MessageLibrary::changed, this, [this] {
    m_checker.refresh();
    loadProperties();
  });
  connect(m_fields, &FieldsCard::useRequested, this, [this](const QByteArray& approved) {
    write(approved);
    const auto open = message::openPlaces(approved);
    if (!open.empty()) m_card->selectBytes(open.front().first, open.front().second);
  });
  connect(m_lines, &MessageLineList::mendRequested, this, &WhatPage::apply);
  connect(m_copies, &CopyControls::textChanged, this, [this] {
    m_card->load();
    refresh();
    showSomebodyOfCopy();
    if (isVisible() && !m_copies->tabsHaveFocus() && m_takesText) m_card->focusEditor();
  });
  auto* optOutCost = new OptOutCount(services, checker, this);
  connect(optOutCost, &OptOutCount::counted, m_card->optOut(), &OptOutPiece::setCost);
  connect(m_phone, &PhonePreview::linksRendered, m_links, &LinksCard::setLinks);
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    if (event.field == CampaignField::Route || event.field == CampaignField::Everything) lookUpSender();
    // Undo may bring another event back.
    const bool otherEvent = event.field == CampaignField::Audience || event.field == CampaignField::Everything;
    if (otherEvent && isVisible()) loadProperties();
    refresh();
  });
  connect(&m_checker, &CampaignChecker::factsChanged, this, &WhatPage::refresh);
  connect(&m_checker, &CampaignChecker::counting, this, &WhatPage::showCounts);
  connect(&m_checker, &CampaignChecker::counted, this, &WhatPage::refresh);
  connect(&m_checker, &CampaignChecker::countedSome, this, &WhatPage::showSoFar);
  connect(m_everybody, &EverybodyPanel::walkRequested, this,
          [this](const PeopleWalk& walk) { m_phone->walk(walk.title, walk.people); });
  connect(m_phone, &PhonePreview::walkLeft, m_everybody, &EverybodyPanel::focusWalked);
  connect(m_everybody, &EverybodyPanel::replaceRequested, this, &WhatPage::replaceCostly);
}

void WhatPage::arrange(OutcomeWatch& outcome) {
  m_keepGsm->setObjectName(QStringLiteral("what.keepGsm"));
  m_keepGsm->setToolTip(tr(
      "Curly quotes, long dashes and the like, also those in people's values, are sent as their plain forms where that "
      "keeps a text in GSM-7. Letters are never changed."));
  connect(m_keepGsm, &QCheckBox::clicked, this, [this](bool on) {
    message::TextRules rules = m_document.campaign().textRules;
    rules.keepGsm7 = on;
    m_document.setTextRules(rules);
  });
  auto* outcomeLine = new OutcomeLine(m_services, outcome, m_document.campaign().id);
  // Beside the kinds there is no room for a line in a narrow window.
  auto* header = new PageHeader(tr("What"));
  header->addAction(m_copies->kindChoice());
  auto* words = new Label(kindWords(m_document.campaign().variants.kind), TypeRole::Body, Ink::Text2);
  words->setWordWrap(true);
  connect(m_copies, &CopyControls::kindChanged, words, &Label::setText);
  body()->addWidget(header);
  body()->addWidget(words);
  body()->addWidget(m_copies);
  body()->addWidget(m_library->startLine());
  body()->addWidget(m_card);
  body()->addWidget(m_fields);
  body()->addWidget(outcomeLine);
  body()->addWidget(m_lines);
  body()->addWidget(m_links);
  body()->addWidget(m_linked);
  body()->addWidget(m_everybody);
  body()->addWidget(m_keepGsm);
  body()->addWidget(makePersonalisationHelp(m_document.campaign().limits.maxParts));
  body()->addStretch();
  setSidePane(m_phone);
  connect(outcomeLine, &OutcomeLine::personRequested, m_phone, &PhonePreview::goTo);
}

void WhatPage::load(const campaign::Campaign&) {
  m_card->load();
  lookUpSender();
  refresh();
}

void WhatPage::enter() {
  loadProperties();
  lookUpSender();
}

QString WhatPage::previewedIdentity() const {
  return m_phone->identity();
}

void WhatPage::loadProperties() {
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, &linked = m_services.linked,
            &coupons = m_services.coupons, audience = m_document.campaign().audience] {
        auto choices = propertyChoices(
            audience::propertyStatistics(database).value_or(std::vector<audience::PropertyStatistic>{}));
        // What the message is about comes first.
        auto ofEvent = eventChoices(database, clock, audience);
        choices.insert(choices.begin(), ofEvent.begin(), ofEvent.end());
        for (auto& choice : linkedChoices(linked)) choices.push_back(std::move(choice));
        for (auto& choice : couponChoices(coupons)) choices.push_back(std::move(choice));
        return choices;
      })
      .then(this, [this, read = ++m_propertyReads](const std::vector<editors::PropertyChoice>& choices) {
        if (read != m_propertyReads) return;
        m_card->setProperties(choices);
        m_fields->setProperties(choices);
        m_links->setProperties(choices);
        m_link->setProperties(choices);
        m_library->setProperties(choices);
      });
}

void WhatPage::lookUpSender() {
  m_services.background
      .run([&routes = m_services.routes, route = m_document.campaign().route] {
        return routes.senderName(route).value_or(QString());
      })
      .then(this, [this](const QString& sender) { m_card->setSender(sender); });
}

MessageFacts WhatPage::facts() const {
  const delivery::CheckReport& report = m_checker.report();
  const auto copy = static_cast<std::size_t>(m_document.shownCopy());
  const bool several = copy < report.copies.size();
  MessageFacts facts{report.counted, several ? report.copies[copy].missing() : report.missing, std::nullopt};
  const delivery::ExtraParts& together = report.costly.together;
  if (!report.costly.replaceable.isEmpty()) facts.costly = {together.texts.count(), together.parts, together.cost};
  return facts;
}

void WhatPage::refresh() {
  const campaign::Campaign& campaign = m_document.campaign();
  campaign::Campaign shown = campaign;
  shown.snippets = m_checker.snippets();
  shown.couponSamples = m_checker.couponSamples();
  shown.asked = m_checker.asked();
  showFields(shown);
  const auto templateProblems = campaign::templateProblemsOf(shown, m_document.shownCopy());
  m_phone->setCampaign(m_checker.withShortLinks(std::move(shown)));
  m_phone->showCopy(m_document.shownCopy());
  const QByteArray source = m_document.shownMessage();
  m_problems = m_checker.problemsOf(source);
  if (!m_takesText) m_problems.clear();
  m_problems.insert(m_problems.end(), templateProblems.begin(), templateProblems.end());
  m_card->setSnippets(m_checker.snippets());
  const MessageFacts facts = this->facts();
  m_linked->setProperties(m_checker.properties());
  m_links->setShorteners(m_checker.shorteners());
  m_linked->show(m_checker.knownSources(), m_checker.snippets());
  std::vector<editors::EditorProblem> shownProblems = editorProblems(source, m_problems, facts);
  const auto marks = costlyMarks();
  for (auto& mark : editorProblems(marks)) shownProblems.push_back(std::move(mark));
  m_tools->followText();
  m_card->setProblems(std::move(shownProblems));
  m_library->followText();
  if (!m_takesText) m_library->startLine()->hide();
  m_copies->setProperties(m_checker.properties());
  const auto asked = m_checker.asked();
  m_copies->setTellsClicks(asked && asked->tellsClicks);
  auto lines = messageLines(source, m_problems, marks, facts);
  addLinkedProblems(lines);
  addFieldProblems(lines);
  m_lines->show(lines);
  m_card->status()->setCostly(mendableCostly(marks));
  if (m_keepGsm->isChecked() != campaign.textRules.keepGsm7) m_keepGsm->setChecked(campaign.textRules.keepGsm7);
  showCounts();
}

/// A route whose providers send approved texts only has no text of ours.
void WhatPage::showFields(const campaign::Campaign& shown) {
  const int copy = m_document.shownCopy();
  m_takesText = !shown.asked || campaign::takesText(shown, copy);
  const auto mismatches = campaign::templateProblemsOf(shown, copy);
  const bool differs = std::any_of(mismatches.begin(), mismatches.end(), [](const auto& problem) {
    return problem.code == QLatin1String("template_mismatch");
  });
  const bool isBlank = m_document.shownMessage().trimmed().isEmpty();
  const bool hasApproved = !campaign::fieldsOf(shown, copy).approvedText.trimmed().isEmpty();
  m_fields->show(shown.asked, m_checker.issues(), m_takesText && hasApproved && (differs || isBlank));
  m_card->setVisible(m_takesText);
  m_keepGsm->setVisible(m_takesText);
}

void WhatPage::addFieldProblems(std::vector<MessageLine>& lines) const {
  for (const campaign::Issue& issue : m_checker.issues()) {
    const bool said = issue.code.startsWith(QLatin1String("field_")) ||
                      issue.code == QLatin1String("value_not_personal") || issue.code == QLatin1String("pair_twice") ||
                      issue.code == QLatin1String("header_name") || issue.code == QLatin1String("pair_refused") ||
                      issue.code == QLatin1String("empty_value");
    if (!said) continue;
    MessageLine line;
    line.tone = issue.severity == campaign::Severity::Block ? Tone::Problem : Tone::Attention;
    line.html = issue.text.toHtmlEscaped();
    line.actions.push_back({MessageMendAction::Act::GoToField, tr("Go there"), 0, 0, issue.field.toUtf8()});
    lines.push_back(std::move(line));
  }
}

// Of a copy by value only those who have the value are worth a look.
void WhatPage::showSomebodyOfCopy() {
  const auto& copies = m_checker.report().copies;
  const auto copy = static_cast<std::size_t>(m_document.shownCopy());
  const bool byValue = m_document.campaign().variants.kind == campaign::Variants::Kind::ByProperty;
  if (!byValue || !m_checker.isCurrent() || copy >= copies.size()) return;
  if (copies[copy].longest.isValid()) m_phone->goTo(copies[copy].longest);
}

/// Those of places in the message have the editor's marks already.
void WhatPage::addLinkedProblems(std::vector<MessageLine>& lines) const {
  using Act = MessageMendAction::Act;
  for (const campaign::Issue& issue : m_checker.issues()) {
    if (issue.field != QLatin1String("linked")) continue;
    const bool isUntested = issue.code == QLatin1String("linked_no_answer");
    MessageLine line;
    line.tone = issue.severity == campaign::Severity::Block ? Tone::Problem : Tone::Attention;
    line.html = issue.text.toHtmlEscaped();
    line.actions.push_back(isUntested ? MessageMendAction{Act::OpenLinked, tr("Test it…"), 0, 0, {}}
                                      : MessageMendAction{Act::MapLinked, tr("Map…"), 0, 0, {}});
    lines.push_back(std::move(line));
  }
}

// Those that are replaced when sending cost nothing.
std::vector<message::CostlyMark> WhatPage::costlyMarks() const {
  const campaign::Campaign& campaign = m_document.campaign();
  if (!m_takesText) return {};
  auto marks = message::costlyMarks(m_document.shownMessage());
  if (campaign.textRules.keepGsm7 && message::canAllBeReplaced(marks)) marks.clear();
  return marks;
}

QString WhatPage::uncountedHint() const {
  const campaign::Campaign& campaign = m_document.campaign();
  if (m_document.shownMessage().trimmed().isEmpty() && m_takesText) return tr("Nothing written yet");
  if (std::any_of(m_problems.begin(), m_problems.end(), blocks)) return tr("Counted when the problems are mended");
  if (campaign.audience.isLive()) return tr("For people as they act, parts and cost aren't known beforehand");
  if (!campaign.audience.isChosen()) return tr("Parts and cost are counted when people are chosen");
  return m_checker.isCurrent() ? tr("Nobody would be sent to") : tr("Counting the parts");
}

// The line under the message is about the copy that is shown; what it costs is said of all.
delivery::CheckReport WhatPage::ofShownCopy(delivery::CheckReport report) const {
  const auto copy = static_cast<std::size_t>(m_document.shownCopy());
  if (copy < report.copies.size()) report.parts = report.copies[copy].parts;
  return report;
}

void WhatPage::showCounts() {
  const delivery::CheckReport& report = m_checker.report();
  const bool current = m_checker.isCurrent();
  m_card->status()->show(ofShownCopy(report), current, uncountedHint());
  m_copies->showPeople(report);
  m_everybody->show(report, current, uncountedHint());
  m_phone->setPeople(report.counted ? report.reach.qualified : -1);
  if (report.counted) m_phone->setPicks(report.picks);
}

void WhatPage::showSoFar() {
  const auto& soFar = m_checker.soFar();
  if (!soFar) return;
  m_card->status()->show(ofShownCopy(soFar->report), false, uncountedHint());
  m_everybody->showSoFar(soFar->report, soFar->people);
}

// Those without the property that the line is about, not those with another gap.
void WhatPage::showMissing(const MessageMendAction& action) {
  const QString property = QString::fromUtf8(action.with);
  const delivery::CheckReport& report = m_checker.report();
  const auto copy = static_cast<std::size_t>(m_document.shownCopy());
  const auto& missing = copy < report.copies.size() ? report.copies[copy].missingOf : report.picks.missingOf;
  const delivery::PeopleSet people = missing.value(property);
  if (!people.isEmpty()) m_phone->walk(tr("Missing %1").arg(property), people);
}

void WhatPage::replaceCostly(const QString& character) {
  const QByteArray source = m_document.shownMessage();
  auto marks = message::costlyMarks(source);
  std::erase_if(marks, [&](const message::CostlyMark& mark) { return mark.character != character; });
  if (!marks.empty()) write(message::withReplacements(source, marks));
}

void WhatPage::apply(const MessageMendAction& action) {
  const QByteArray source = m_document.shownMessage();
  switch (action.act) {
    case MessageMendAction::Act::GoThere:
      m_card->focusEditor();
      return m_card->selectBytes(action.begin, action.end);
    case MessageMendAction::Act::AddFallback:
      return m_card->addFallbackAt(action.begin);
    case MessageMendAction::Act::ShowPeople:
      return showMissing(action);
    case MessageMendAction::Act::GoToField:
      m_fields->focusField(QString::fromUtf8(action.with));
      return;
    case MessageMendAction::Act::MapLinked:
      return m_linked->focusFirst();
    case MessageMendAction::Act::OpenLinked:
      return Q_EMIT linkedRequested({});
    case MessageMendAction::Act::OpenSnippet:
      return m_library->manage(QString::fromUtf8(action.with));
    case MessageMendAction::Act::Write:
      return write(source.left(action.begin) + action.with + source.mid(action.end));
    case MessageMendAction::Act::Exchange:
      return write(message::withReplacements(source, message::costlyMarks(source)));
  }
}

// A step of its own, whatever is being typed.
void WhatPage::write(const QByteArray& source) {
  m_document.endStep();
  m_document.setMessage(source);
  m_document.endStep();
  m_card->load();
  m_card->focusEditor();
}

void WhatPage::focusField(const QString& field, int offset) {
  if (m_copies->focusField(field)) return;
  if (field == QLatin1String("opt_out")) return m_card->optOut()->focus();
  if (field == QLatin1String("links") && !m_links->isHidden()) return m_links->focusFirst();
  if (field == QLatin1String("linked") && !m_linked->isHidden()) return m_linked->focusFirst();
  if (m_fields->focusField(field)) return;
  if (!m_takesText) {
    m_fields->focusField(QStringLiteral("provider_fields"));
    return;
  }
  m_card->focusEditor();
  if (offset < 0) return;
  const auto open = message::openPlaces(m_document.shownMessage());
  const auto place = std::find_if(open.begin(), open.end(), [&](const auto& one) { return one.first == offset; });
  m_card->selectBytes(offset, place == open.end() ? offset : place->second);
}

}  // namespace heliograph::ui
