// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaign_autosave.h"

#include "core/logging.h"

namespace heliograph::ui {

namespace {
/// Counted from the first unsaved change, so that steady typing is saved too.
constexpr std::chrono::milliseconds kDelay{500};
}  // namespace

CampaignAutosave::CampaignAutosave(CampaignDocument& document, const campaign::CampaignRepository& campaigns,
                                   Background& background, const Clock& clock, QObject* parent)
    : QObject(parent), m_document(document), m_campaigns(campaigns), m_background(background), m_clock(clock) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(kDelay);
  connect(&m_timer, &QTimer::timeout, this, &CampaignAutosave::save);
  connect(&m_document, &CampaignDocument::changed, this, &CampaignAutosave::noteChange);
}

void CampaignAutosave::noteChange(const ChangeEvent& event) {
  if (event.cause == ChangeEvent::Cause::Load || m_state == SaveState::Conflict) return;
  if (m_state != SaveState::Saving) enter(SaveState::Waiting);
  if (!m_timer.isActive()) m_timer.start();
}

void CampaignAutosave::saveNow() {
  if (m_state == SaveState::Waiting || m_state == SaveState::Failed) save();
}

void CampaignAutosave::save() {
  if (m_state == SaveState::Saving) return;  // finish() sees that more changed
  m_timer.stop();
  enter(SaveState::Saving);
  m_background
      .run([&campaigns = m_campaigns, campaign = m_document.campaign()] {
        return campaigns.save(campaign, campaign.revision);
      })
      .then(this,
            [this, generation = m_document.generation()](const Result<int>& saved) { finish(generation, saved); });
}

void CampaignAutosave::finish(quint64 generation, const Result<int>& saved) {
  if (!saved) {
    qCWarning(logUi) << "campaign not saved:" << saved.error().detail;
    enter(saved.error().code == ErrorCode::Conflict ? SaveState::Conflict : SaveState::Failed, saved.error().message);
    return;
  }
  m_document.setRevision(*saved);
  m_savedAt = m_clock.now();
  if (m_document.generation() == generation) {
    enter(SaveState::Saved);
    return;
  }
  enter(SaveState::Waiting);
  m_timer.start();
}

void CampaignAutosave::keepMine() {
  withNewest([this](const campaign::Campaign& newest) {
    m_document.setRevision(newest.revision);
    enter(SaveState::Waiting);
    save();
  });
}

void CampaignAutosave::takeTheirs() {
  withNewest([this](const campaign::Campaign& newest) {
    enter(SaveState::Saved);
    m_document.adopt(newest);
  });
}

void CampaignAutosave::withNewest(std::function<void(campaign::Campaign)> use) {
  if (m_state != SaveState::Conflict) return;
  m_background.run([&campaigns = m_campaigns, id = m_document.campaign().id] { return campaigns.load(id); })
      .then(this, [this, use = std::move(use)](const Result<campaign::Campaign>& newest) {
        if (newest) {
          use(*newest);
        } else {
          enter(SaveState::Conflict, newest.error().message);
        }
      });
}

void CampaignAutosave::enter(SaveState state, const QString& problem) {
  m_state = state;
  m_problem = problem;
  Q_EMIT stateChanged();
}

}  // namespace heliograph::ui
