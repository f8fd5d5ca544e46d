// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "items/issue_list_model.h"
#include "items/relative_time.h"
#include "ui/campaign_watch.h"
#include "ui/composer/campaign_header.h"
#include "ui/composer/composer_footer.h"
#include "ui/composer/composer_rail.h"
#include "ui/composer/everybody/outcome_watch.h"
#include "ui/composer/issue_list.h"
#include "ui/composer/page/campaign_checker.h"
#include "ui/composer/page/field_place.h"
#include "ui/composer/page/undo_keys.h"
#include "ui/composer/publish/publish_dialog.h"
#include "ui/composer/publish/publish_flow.h"
#include "ui/composer/publish/publish_page.h"
#include "ui/composer/save_banner.h"
#include "ui/composer/start/start_page.h"
#include "ui/composer/test_messages/test_send_dialog.h"
#include "ui/composer/what_page.h"
#include "ui/composer/when_page.h"
#include "ui/composer/who_page.h"
#include "ui/history/history_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"

namespace heliograph::ui {

using campaign::Issue;
using campaign::Severity;
using campaign::Step;

Composer::Composer(Services& services, campaign::Campaign campaign, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_document(std::move(campaign)),
      m_autosave(m_document, services.campaigns, services.background, services.clock),
      m_checker(new CampaignChecker(services, m_document, this)),
      m_flow(new PublishFlow(services, m_document, m_autosave, this)),
      m_header(new CampaignHeader),
      m_banner(new SaveBanner(m_autosave)),
      m_rail(new ComposerRail),
      m_stack(new QStackedWidget),
      m_footer(new ComposerFooter),
      m_watch(new CampaignWatch(m_document.campaign().id, m_autosave.writer(), services.campaigns,
                                campaign::CampaignPresence(services.database, services.clock), services.background,
                                this)),
      m_issueList(new IssueList(this)),
      m_undoKeys(new UndoKeys(*this)) {
  setObjectName(QStringLiteral("composer"));
  arrange();
  connectPages();
  watchFile();
  for (StepPage* page : m_pages) page->load(m_document.campaign());
  note({CampaignField::Everything, ChangeEvent::Cause::Load});
  showSaveState();
  m_checker->refresh();
}

Composer::~Composer() = default;

void Composer::addPage(StepPage* page) {
  m_pages[static_cast<std::size_t>(m_pageCount++)] = page;
  m_stack->addWidget(page);
}

void Composer::arrange() {
  auto* start = new StartPage(m_services, m_document);
  auto& outcome = *new OutcomeWatch(m_services, m_document, *m_checker, this);
  auto* who = new WhoPage(m_services, m_document, outcome);
  m_what = new WhatPage(m_services, m_document, *m_checker, outcome);
  m_publish = new PublishPage(m_services, m_document, *m_checker);
  auto* when = new WhenPage(m_services, m_document);
  for (StepPage* page : std::initializer_list<StepPage*>{start, who, m_what, when, m_publish}) addPage(page);
  connect(start, &StartPage::importRequested, this, &Composer::importRequested);
  connect(start, &StartPage::providersRequested, this, &Composer::providersRequested);
  connect(who, &WhoPage::importRequested, this, &Composer::importRequested);
  connect(m_what, &WhatPage::linkedRequested, this, &Composer::linkedRequested);
  connect(m_what, &WhatPage::shortenersRequested, this, &Composer::shortenersRequested);
  connect(start, &StartPage::pricesRequested, this, &Composer::pricesRequested);
  connect(who, &WhoPage::reachChanged, when, &WhenPage::setPeople);
  connect(m_checker, &CampaignChecker::counted, when, [this, when] { when->setForecast(m_checker->report().quiet); });
  connect(when, &WhenPage::workspaceChanged, m_checker, &CampaignChecker::refresh);
  connect(who, &WhoPage::reachChanged, this, [this](qint64 people) {
    m_reach = people;
    showIssues();
  });

  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(m_rail);
  middle->addWidget(m_stack, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(m_header);
  column->addWidget(m_banner);
  column->addLayout(middle, 1);
  column->addWidget(m_footer);
}

void Composer::connectPages() {
  connect(&m_document, &CampaignDocument::changed, this, &Composer::note);
  connect(&m_autosave, &CampaignAutosave::stateChanged, this, &Composer::showSaveState);
  connect(m_checker, &CampaignChecker::issuesChanged, this, &Composer::showIssues);
  connect(m_publish, &PublishPage::readinessChanged, this, &Composer::showFooter);
  connect(m_publish, &PublishPage::issueActivated, this, &Composer::goToIssue);
  connect(m_publish, &PublishPage::testRequested, this, &Composer::openTestDialog);
  connect(m_publish, &PublishPage::pricesRequested, this, &Composer::pricesRequested);
  connect(m_publish, &PublishPage::reportRequested, this, &Composer::reportRequested);
  connect(m_footer, &ComposerFooter::blockerRequested, m_publish, &PublishPage::goToFirstOpen);
  connect(m_header, &CampaignHeader::backRequested, this, &Composer::leaveRequested);
  connect(m_rail, &ComposerRail::stepRequested, this, &Composer::goToStep);
  connect(m_footer, &ComposerFooter::backRequested, this, [this] { goToStep(currentStep() - 1); });
  connect(m_footer, &ComposerFooter::nextRequested, this, &Composer::goOn);
  connect(m_footer, &ComposerFooter::issuesRequested, m_issueList, &IssueList::toggleAbove);
  connect(m_issueList, &IssueList::issueActivated, this, &Composer::goToIssue);
  connect(m_banner, &SaveBanner::compareRequested, this, &Composer::openHistory);
  connect(m_flow, &PublishFlow::published, this, [this] {
    m_publishedHere = true;
    Q_EMIT published();
  });
  connect(m_flow, &PublishFlow::makingShortLinks, this, [this] { m_banner->showNote(tr("Making short links…")); });
  connect(m_flow, &PublishFlow::failed, m_banner, &SaveBanner::showProblem);
  // What was found at zero is to be seen, and ticked, on the page.
  connect(m_flow, &PublishFlow::failed, m_checker, &CampaignChecker::refresh);
  connect(m_flow, &PublishFlow::countChanged, this, &Composer::askAgain);
}

void Composer::watchFile() {
  connect(m_watch, &CampaignWatch::fileSeen, this, [this](const campaign::DraftStamp& stamp) {
    m_autosave.noteFile(stamp);
    if (stamp.isDraft || m_publishedHere || m_flow->isRunning()) return;
    m_banner->showProblem(tr("This campaign was published in another window. What you change here is not sent."));
  });
  connect(m_watch, &CampaignWatch::othersChanged, this, &Composer::noteOthers);
  connect(&m_autosave, &CampaignAutosave::followed, this, [this](const QDateTime& at) {
    m_banner->showNote(changedElsewhereWords(at) + QLatin1Char(' ') + tr("You see it as it is now."));
  });
}

void Composer::noteOthers() {
  m_banner->takeBack(m_othersNote);
  if (m_watch->others().empty()) return;
  m_othersNote = tr("Also open in another window since %1. What is saved there is shown or offered here.")
                     .arg(QLocale().toString(m_watch->others().front().toLocalTime(), QStringLiteral("HH:mm")));
  m_banner->showNote(m_othersNote);
}

void Composer::setActions(QAction* undo, QAction* redo, const QList<QAction*>& more) {
  m_undoKeys->setActions(undo, redo);
  m_header->addArrow(Icon::Undo, undo);
  m_header->addArrow(Icon::Redo, redo);
  auto* test = new Button(tr("Preview && test"), ButtonRole::Plain, Icon::Phone);
  test->setObjectName(QStringLiteral("composer.test"));
  connect(test, &Button::clicked, this, &Composer::openTestDialog);
  m_header->addControl(test);
  m_header->addMenu(more);
}

int Composer::currentStep() const {
  return m_stack->currentIndex();
}

void Composer::goToStep(int step) {
  if (step < 0 || step >= StepCount) return;
  StepPage* page = m_pages[static_cast<std::size_t>(step)];
  m_document.endStep();
  m_stack->setCurrentWidget(page);
  m_rail->setCurrent(step);
  page->enter();
  page->focusField({});
  showIssues();
  Q_EMIT stepChanged(step);
}

void Composer::note(const ChangeEvent& event) {
  m_header->setName(m_document.campaign().name);
  m_header->setStanding(tr("Draft"), Tone::Neutral);
  if (event.cause == ChangeEvent::Cause::Edit && event.field != CampaignField::Everything) return;
  const auto step = stepOf(event.field);
  for (StepPage* page : m_pages) {
    if (!step || page == m_pages[static_cast<std::size_t>(*step)]) page->load(m_document.campaign());
  }
  const bool back = event.cause == ChangeEvent::Cause::Undo || event.cause == ChangeEvent::Cause::Redo;
  if (!back || !step) return;
  if (static_cast<int>(*step) != currentStep()) goToStep(static_cast<int>(*step));
  m_pages[static_cast<std::size_t>(*step)]->focusField(fieldName(event), event.offset);
}

void Composer::showIssues() {
  const auto& parts = m_checker->report().parts;
  StepFacts facts;
  facts.reach = m_reach;
  facts.fewestParts = parts.isEmpty() ? 0 : parts.firstKey();
  facts.mostParts = parts.isEmpty() ? 0 : parts.lastKey();
  m_rail->show(m_document.campaign(), m_checker->issues(), facts);
  m_issueList->setIssues(m_checker->issues());
  showFooter();
}

void Composer::showSaveState() {
  const QString at = QLocale().toString(m_autosave.savedAt().toLocalTime(), QStringLiteral("HH:mm"));
  switch (m_autosave.state()) {
    case SaveState::Saved:
      return m_header->setNote(m_autosave.savedAt().isValid() ? tr("Saved %1").arg(at) : tr("Saved"));
    case SaveState::Waiting:
    case SaveState::Saving:
      return m_header->setNote(tr("Saving"));
    case SaveState::Failed:
    case SaveState::Gone:
      return m_header->setNote(tr("Not saved"), true);
    case SaveState::Conflict:
      return m_header->setNote(tr("Kept beside the other version"), true);
  }
}

void Composer::showFooter() {
  const int step = currentStep();
  const bool last = step == StepCount - 1;
  m_footer->setBackVisible(step > 0);
  if (last) {
    m_footer->showPublish(m_publish->people(), m_publish->blockedBecause());
  } else {
    const auto& issues = m_checker->issues();
    const auto blockers = std::count_if(issues.begin(), issues.end(),
                                        [](const Issue& issue) { return issue.severity == Severity::Block; });
    m_footer->showNext(items::stepTitle(static_cast<Step>(step + 1)), static_cast<int>(blockers));
  }
}

void Composer::goToIssue(const Issue& issue) {
  // Prices are no part of the campaign and have a page of their own.
  if (issue.field == u"prices") return Q_EMIT pricesRequested();
  goToStep(static_cast<int>(issue.step));
  m_pages[static_cast<std::size_t>(issue.step)]->focusField(issue.field, issue.offset);
}

void Composer::goOn() {
  if (currentStep() < StepCount - 1) {
    goToStep(currentStep() + 1);
  } else {
    askToPublish({});
  }
}

void Composer::askToPublish(const QString& notice) {
  if (!m_publish->blockedBecause().isEmpty() || m_flow->isRunning()) return;
  if (findChild<PublishDialog*>() != nullptr) return;
  const PublishQuestion question = m_publish->question(notice);
  auto* dialog = new PublishDialog(question, m_services.countdown, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, approved = PublishFlow::Approved{m_document.campaign(), question.people, question.parts,
                                                  m_publish->seen()}] { m_flow->start(approved); });
  dialog->open();
}

/// Asks anew with both numbers, once the new one is counted here, too; if something has to be looked at first, it is
/// only said.
void Composer::askAgain(qint64 approved, qint64 now) {
  const QString words = tr("Nothing was published: you approved %1 people, but now it would be %2.")
                            .arg(QLocale().toString(approved), QLocale().toString(now));
  m_banner->showProblem(words);
  auto* counted = new QObject(this);
  connect(m_checker, &CampaignChecker::counted, counted, [this, counted, words, asked = m_document.campaign()] {
    counted->deleteLater();
    if (!campaign::sameContent(asked, m_document.campaign())) return;
    if (currentStep() == static_cast<int>(Step::Publish)) askToPublish(words);
  });
  m_checker->refresh();
}

void Composer::openTestDialog() {
  auto* dialog = new TestSendDialog(m_services, m_document.campaign(), m_what->previewedIdentity(), {}, this);
  dialog->setCopy(m_document.shownCopy());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TestSendDialog::tested, m_publish, &PublishPage::enter);
  // A test makes the short links that are missing.
  connect(dialog, &TestSendDialog::tested, m_checker, &CampaignChecker::refresh);
  dialog->open();
}

void Composer::openHistory() {
  m_document.endStep();
  auto* dialog = new HistoryDialog(m_services, m_document.campaign(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &HistoryDialog::restoreRequested, this,
          [this](const campaign::Campaign& version, const QString& words) {
            m_document.restore(version, tr("restoring of %1").arg(words));
          });
  dialog->open();
}

void Composer::say(const QString& text) {
  m_banner->showNote(text);
}

bool Composer::isPublishing() const {
  return m_flow->isRunning();
}

void Composer::comeBack() {
  m_checker->refresh();
  goToStep(currentStep());
}

void Composer::rename() {
  if (currentStep() != static_cast<int>(Step::Start)) goToStep(static_cast<int>(Step::Start));
  m_pages.front()->focusField(QStringLiteral("name"));
}

}  // namespace heliograph::ui
