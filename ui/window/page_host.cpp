// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/page_host.h"

#include <QAction>

#include "campaign/campaign_repository.h"
#include "delivery/delivery_service.h"
#include "ui/composer/composer.h"
#include "ui/home/home_page.h"
#include "ui/providers/providers_page.h"
#include "ui/report/report_page.h"

namespace heliograph::ui {

PageHost::PageHost(Services& services, QAction* undo, QAction* redo, QWidget* parent)
    : QStackedWidget(parent),
      m_services(services),
      m_undo(undo),
      m_redo(redo),
      m_home(new HomePage(services)),
      m_providers(new ProvidersPage(services)) {
  addWidget(m_home);
  addWidget(m_providers);
  connectHome();
  connect(m_providers, &ProvidersPage::leaveRequested, this, &PageHost::showHome);
}

void PageHost::connectHome() {
  connect(m_home, &HomePage::newRequested, this, &PageHost::newCampaign);
  connect(m_home, &HomePage::openRequested, this, &PageHost::openCampaign);
  connect(m_home, &HomePage::cloneRequested, this, &PageHost::cloneCampaign);
  connect(m_home, &HomePage::importRequested, this, &PageHost::importRequested);
  connect(m_home, &HomePage::sampleRequested, this, &PageHost::sampleRequested);
  connect(m_home, &HomePage::failed, this, &PageHost::failed);
  connect(m_home, &HomePage::archiveRequested, this,
          [this](CampaignId id) { run([&campaigns = m_services.campaigns, id] { return campaigns.archive(id); }); });
  connect(m_home, &HomePage::removeRequested, this,
          [this](CampaignId id) { run([&campaigns = m_services.campaigns, id] { return campaigns.remove(id); }); });
}

void PageHost::run(std::function<Result<>()> work) {
  m_services.background.run(std::move(work)).then(this, [this](const Result<>& done) {
    if (!done) Q_EMIT failed(done.error().message);
    m_home->refresh();
  });
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
  if (campaign.standing == campaign::Standing::Draft) {
    loadDraft(campaign.id);
  } else {
    openReport(campaign);
  }
}

void PageHost::loadDraft(CampaignId id) {
  m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.load(id); })
      .then(this, [this](const Result<campaign::Campaign>& campaign) {
        if (!campaign) return Q_EMIT failed(campaign.error().message);
        openDraft(*campaign);
      });
}

void PageHost::openDraft(const campaign::Campaign& campaign) {
  closeOpen();
  m_composer = new Composer(m_services, campaign);
  m_composer->setUndoActions(m_undo, m_redo);
  addWidget(m_composer);
  setCurrentWidget(m_composer);
  m_composer->goToStep(0);
  const CampaignId id = campaign.id;
  connect(m_composer, &Composer::leaveRequested, this, &PageHost::showHome);
  connect(m_composer, &Composer::published, this, [this, id] { loadReport(id); });
  connect(m_composer, &Composer::importRequested, this, &PageHost::importRequested);
  connect(m_composer, &Composer::providersRequested, this, &PageHost::showProviders);
  Q_EMIT pageChanged();
}

void PageHost::loadReport(CampaignId id) {
  m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.summary(id); })
      .then(this, [this](const Result<campaign::CampaignSummary>& campaign) {
        if (!campaign) return Q_EMIT failed(campaign.error().message);
        openReport(*campaign);
      });
}

void PageHost::openReport(const campaign::CampaignSummary& campaign) {
  closeOpen();
  m_report = new ReportPage(m_services, campaign);
  addWidget(m_report);
  setCurrentWidget(m_report);
  connect(m_report, &ReportPage::leaveRequested, this, &PageHost::showHome);
  connect(m_report, &ReportPage::cloneRequested, this, &PageHost::cloneCampaign);
  connect(m_report, &ReportPage::unscheduleRequested, this, [this](CampaignId id) {
    m_services.background.run([&campaigns = m_services.campaigns, id] { return campaigns.unschedule(id); })
        .then(this, [this, id](const Result<>& done) {
          if (!done) return Q_EMIT failed(done.error().message);
          loadDraft(id);
        });
  });
  Q_EMIT pageChanged();
}

void PageHost::whenSaved(std::function<void()> then) {
  if (!m_composer || m_composer->autosave().isSettled()) return then();
  m_composer->autosave().saveNow();
  auto* waiting = new QObject(m_composer);
  connect(&m_composer->autosave(), &CampaignAutosave::stateChanged, waiting, [this, waiting, then = std::move(then)] {
    CampaignAutosave& autosave = m_composer->autosave();
    if (autosave.state() == SaveState::Waiting) return autosave.saveNow();
    if (autosave.state() == SaveState::Saving) return;
    waiting->deleteLater();
    disconnect(&autosave, nullptr, waiting, nullptr);
    if (autosave.isSettled()) QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
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

void PageHost::showProviders() {
  whenSaved([this] {
    setCurrentWidget(m_providers);
    closeOpen();
    m_providers->refresh();
    Q_EMIT pageChanged();
  });
}

}  // namespace heliograph::ui
