// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/page_host.h"

#include <QAction>
#include <QPointer>

#include "campaign/campaign_repository.h"
#include "delivery/courier/delivery_service.h"
#include "ui/composer/composer.h"
#include "ui/home/campaign_desk.h"
#include "ui/home/home_page.h"
#include "ui/linked/linked_page.h"
#include "ui/people/people_page.h"
#include "ui/providers/providers_page.h"
#include "ui/replies/replies_page.h"
#include "ui/report/report_page.h"
#include "ui/shorteners/shorteners_page.h"

namespace heliograph::ui {

PageHost::PageHost(Services& services, const delivery::SendingBoard& board, RunActs& acts, QAction* undo, QAction* redo,
                   QWidget* parent)
    : QStackedWidget(parent),
      m_services(services),
      m_board(board),
      m_acts(acts),
      m_undo(undo),
      m_redo(redo),
      m_home(new HomePage(services)),
      m_providers(new ProvidersPage(services)),
      m_linked(new LinkedPage(services)),
      m_shorteners(new ShortenersPage(services)),
      m_people(new PeoplePage(services)),
      m_replies(new RepliesPage(services)) {
  addWidget(m_home);
  addWidget(m_providers);
  addWidget(m_linked);
  addWidget(m_shorteners);
  addWidget(m_people);
  addWidget(m_replies);
  connectHome();
  connect(m_providers, &ProvidersPage::leaveRequested, this, &PageHost::showHome);
  connect(m_linked, &LinkedPage::leaveRequested, this, &PageHost::leaveLinked);
  connect(m_shorteners, &ShortenersPage::leaveRequested, this, &PageHost::leaveLinked);
  connect(m_people, &PeoplePage::leaveRequested, this, &PageHost::leavePeople);
  connect(m_people, &PeoplePage::importRequested, this, &PageHost::importRequested);
  connect(m_people, &PeoplePage::failed, this, &PageHost::failed);
  connect(m_replies, &RepliesPage::leaveRequested, this, &PageHost::leavePeople);
  connect(m_replies, &RepliesPage::personRequested, this, &PageHost::showPeople);
  connect(m_replies, &RepliesPage::failed, this, &PageHost::failed);
  connect(m_people, &PeoplePage::campaignRequested, this, [this](CampaignId id) { showReport(id, {}); });
}

void PageHost::connectHome() {
  connect(m_home, &HomePage::newRequested, this, &PageHost::newCampaign);
  connect(m_home, &HomePage::openRequested, this, &PageHost::openCampaign);
  connect(m_home, &HomePage::cloneRequested, this, &PageHost::cloneCampaign);
  connect(m_home, &HomePage::importRequested, this, &PageHost::importRequested);
  connect(m_home, &HomePage::sampleRequested, this, &PageHost::sampleRequested);
  connect(m_home, &HomePage::failed, this, &PageHost::failed);
  connect(m_home, &HomePage::addProviderRequested, this,
          [this] { showProviders([this] { m_providers->addProvider(); }); });
  connect(m_home, &HomePage::sandboxRequested, this, &PageHost::sandboxRequested);
  connect(m_home, &HomePage::unscheduleRequested, this, &PageHost::unscheduleCampaign);
}

void PageHost::newCampaign() {
  whenSaved([this] {
    m_services.background.run([&campaigns = m_services.campaigns] { return campaigns.create({}); })
        .then(this, [this](const Result<campaign::Campaign>& campaign) {
          if (!campaign) return Q_EMIT failed(campaign.error().message);
          openDraft(*campaign);
        });
  });
}

void PageHost::useSegment(SegmentId segment, const QString& name) {
  const auto use = [this, audience = campaign::Audience::saved(segment, name)] {
    constexpr int kWho = 1;
    m_composer->document().setAudience(audience);
    m_composer->goToStep(kWho);
  };
  if (isBehindLinked()) leaveLinked();
  if (m_composer) return use();
  m_services.background.run([&campaigns = m_services.campaigns] { return campaigns.create({}); })
      .then(this, [this, use](const Result<campaign::Campaign>& campaign) {
        if (!campaign) return Q_EMIT failed(campaign.error().message);
        openDraft(*campaign);
        use();
      });
}

void PageHost::cloneCampaign(CampaignId id) {
  whenSaved([this, id] {
    m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.clone(id); })
        .then(this, [this](const Result<campaign::Campaign>& campaign) {
          if (!campaign) return Q_EMIT failed(campaign.error().message);
          openDraft(*campaign);
        });
  });
}

void PageHost::openCampaign(const campaign::CampaignSummary& campaign) {
  const bool isDraft = campaign.standing == campaign::Standing::Draft;
  // Opened anew it would lose its undo.
  if (isDraft && m_composer && m_composer->document().campaign().id == campaign.id) {
    if (isBehindLinked()) leaveLinked();
    return;
  }
  if (!isDraft && m_report && m_report->campaign() == campaign.id) return bringReport();
  whenSaved([this, campaign, isDraft] {
    if (isDraft) return loadDraft(campaign.id);
    openReport(campaign);
  });
}

void PageHost::exportDraft() {
  whenSaved([this] {
    if (!m_composer) return;
    const campaign::Campaign& draft = m_composer->document().campaign();
    m_home->desk().askToExport(draft.id, draft.name, this);
  });
}

void PageHost::removeDraft() {
  if (!m_composer) return;
  const CampaignId id = m_composer->document().campaign().id;
  whenSaved([this, id] {
    showHome();
    m_home->desk().remove({id});
  });
}

void PageHost::loadDraft(CampaignId id) {
  m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.load(id); })
      .then(this, [this](const Result<campaign::Campaign>& campaign) {
        if (!campaign) return Q_EMIT failed(campaign.error().message);
        openDraft(*campaign);
      });
}

void PageHost::openDraftAt(CampaignId id, int step) {
  m_services.background
      .run([&campaigns = m_services.campaigns, id]() -> Result<campaign::Campaign> {
        const auto stamp = campaigns.stamp(id);
        if (!stamp) return fail(stamp.error());
        if (!stamp->isDraft) return fail(ErrorCode::NotFound, QString());
        return campaigns.load(id);
      })
      .then(this, [this, step](const Result<campaign::Campaign>& campaign) {
        if (campaign && currentWidget() == m_home) openDraft(*campaign, step);
      });
}

void PageHost::openDraft(const campaign::Campaign& campaign, int step) {
  closeOpen();
  m_composer = new Composer(m_services, campaign);
  m_composer->setActions(m_undo, m_redo, m_draftActions);
  addWidget(m_composer);
  setCurrentWidget(m_composer);
  m_composer->goToStep(step);
  const CampaignId id = campaign.id;
  connect(&m_home->desk(), &CampaignDesk::said, m_composer, &Composer::say);
  connect(m_composer, &Composer::leaveRequested, this, &PageHost::showHome);
  connect(m_composer, &Composer::published, this, [this, id] { showReport(id, {}); });
  connect(m_composer, &Composer::reportRequested, this, [this](CampaignId other) { showReport(other, {}); });
  connect(m_composer, &Composer::importRequested, this, &PageHost::importRequested);
  connect(m_composer, &Composer::providersRequested, this, [this] { showProviders(); });
  connect(m_composer, &Composer::linkedRequested, this, &PageHost::showLinked);
  connect(m_composer, &Composer::shortenersRequested, this, &PageHost::showShorteners);
  connect(m_composer, &Composer::pricesRequested, this,
          [this] { showProviders([this] { m_providers->showPrices(); }); });
  Q_EMIT pageChanged();
}

void PageHost::showReport(CampaignId id, const PeopleFilter& filter) {
  if (m_report && m_report->campaign() == id) {
    if (!filter.states.isEmpty()) m_report->showPeople(filter);
    return bringReport();
  }
  whenSaved([this, id, filter] {
    m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.summary(id); })
        .then(this, [this, filter](const Result<campaign::CampaignSummary>& campaign) {
          if (!campaign) return Q_EMIT failed(campaign.error().message);
          openReport(*campaign, filter);
        });
  });
}

void PageHost::openReport(const campaign::CampaignSummary& campaign, const PeopleFilter& filter) {
  closeOpen();
  m_report = new ReportPage(m_services, m_board, m_acts, campaign);
  addWidget(m_report);
  setCurrentWidget(m_report);
  connect(m_report, &ReportPage::leaveRequested, this, &PageHost::showHome);
  connect(m_report, &ReportPage::cloneRequested, this, &PageHost::cloneCampaign);
  connect(m_report, &ReportPage::unscheduleRequested, this, &PageHost::unscheduleCampaign);
  connect(m_report, &ReportPage::providerRequested, this, &PageHost::showProvider);
  connect(m_report, &ReportPage::personRequested, this, &PageHost::showPeople);
  if (!filter.states.isEmpty()) m_report->showPeople(filter);
  Q_EMIT pageChanged();
}

void PageHost::unscheduleCampaign(CampaignId id) {
  m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.unschedule(id); })
      .then(this, [this, id](const Result<>& done) {
        if (!done) return Q_EMIT failed(done.error().message);
        loadDraft(id);
      });
}

void PageHost::whenSaved(std::function<void()> then) {
  if (isPublishing()) return m_composer->say(tr("Publishing is under way. Wait until it has ended, then leave."));
  if (!m_composer || m_composer->autosave().isSettled()) return then();
  m_composer->autosave().saveNow();
  auto* waiting = new QObject(m_composer);
  connect(&m_composer->autosave(), &CampaignAutosave::stateChanged, waiting,
          [this, composer = QPointer<Composer>(m_composer), waiting, then = std::move(then)] {
            // Another page may have been opened meanwhile.
            if (!composer || composer != m_composer) return waiting->deleteLater();
            CampaignAutosave& autosave = composer->autosave();
            if (autosave.state() == SaveState::Waiting) return autosave.saveNow();
            if (autosave.state() == SaveState::Saving) return;
            waiting->deleteLater();
            disconnect(&autosave, nullptr, waiting, nullptr);
            if (!autosave.isSettled()) return;
            QMetaObject::invokeMethod(
                this, [this, then] { whenSaved(then); }, Qt::QueuedConnection);
          });
}

void PageHost::closeOpen() {
  for (QWidget* page : std::initializer_list<QWidget*>{m_composer, m_report}) {
    if (!page) continue;
    removeWidget(page);
    page->deleteLater();
  }
  m_composer = nullptr;
  m_report = nullptr;
}

void PageHost::showHome() {
  whenSaved([this] {
    setCurrentWidget(m_home);
    closeOpen();
    m_home->refresh();
    Q_EMIT pageChanged();
  });
}

void PageHost::showProvider(ProviderId id) {
  showProviders([this, id] {
    if (id.isValid()) m_providers->editProvider(id);
  });
}

void PageHost::showLinked(const QString& source) {
  whenSaved([this, source] {
    if (!m_composer) closeOpen();
    m_linked->setBehind(m_composer ? tr("Back to the campaign") : tr("Back to the campaigns"));
    setCurrentWidget(m_linked);
    if (source.isEmpty()) {
      m_linked->refresh();
    } else {
      m_linked->editSource(source);
    }
    Q_EMIT pageChanged();
  });
}

void PageHost::showShorteners() {
  whenSaved([this] {
    if (!m_composer) closeOpen();
    m_shorteners->setBehind(m_composer ? tr("Back to the campaign") : tr("Back to the campaigns"));
    setCurrentWidget(m_shorteners);
    m_shorteners->refresh();
    Q_EMIT pageChanged();
  });
}

void PageHost::showPeople(const QString& identity) {
  whenSaved([this, identity] {
    m_people->setBehind(m_composer ? tr("Back to the campaign")
                        : m_report ? tr("Back to the report")
                                   : tr("Back to the campaigns"));
    setCurrentWidget(m_people);
    m_people->refresh();
    if (!identity.isEmpty()) m_people->showPerson(identity);
    Q_EMIT pageChanged();
  });
}

void PageHost::showReplies() {
  whenSaved([this] {
    m_replies->setBehind(m_composer ? tr("Back to the campaign")
                         : m_report ? tr("Back to the report")
                                    : tr("Back to the campaigns"));
    setCurrentWidget(m_replies);
    m_replies->refresh();
    Q_EMIT pageChanged();
  });
}

void PageHost::leavePeople() {
  if (m_composer || !m_report) return leaveLinked();
  bringReport();
}

void PageHost::bringReport() {
  if (currentWidget() == m_report) return;
  setCurrentWidget(m_report);
  Q_EMIT pageChanged();
}

bool PageHost::isPublishing() const {
  return m_composer != nullptr && m_composer->isPublishing();
}

bool PageHost::isBehindLinked() const {
  return m_composer != nullptr && (currentWidget() == m_linked || currentWidget() == m_shorteners ||
                                   currentWidget() == m_people || currentWidget() == m_replies);
}

void PageHost::leaveLinked() {
  if (!m_composer) return showHome();
  setCurrentWidget(m_composer);
  m_composer->comeBack();
  Q_EMIT pageChanged();
}

void PageHost::showProviders(std::function<void()> then) {
  whenSaved([this, then = std::move(then)] {
    setCurrentWidget(m_providers);
    closeOpen();
    m_providers->refresh();
    Q_EMIT pageChanged();
    if (then) then();
  });
}

}  // namespace heliograph::ui
