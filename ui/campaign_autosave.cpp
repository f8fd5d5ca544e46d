// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaign_autosave.h"

#include <QUuid>
#include <tuple>
#include <utility>

#include "core/logging.h"

namespace heliograph::ui {

namespace {
/// Counted from the first unsaved change, so that steady typing is saved too.
constexpr std::chrono::milliseconds kDelay{500};
constexpr std::chrono::milliseconds kSaveRetry{5000};
}  // namespace

CampaignAutosave::CampaignAutosave(CampaignDocument& document, const campaign::CampaignRepository& campaigns,
                                   Background& background, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_campaigns(campaigns),
      m_background(background),
      m_clock(clock),
      m_writer(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_stored(document.generation()) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &CampaignAutosave::save);
  connect(&m_document, &CampaignDocument::changed, this, &CampaignAutosave::noteChange);
}

CampaignAutosave::~CampaignAutosave() {
  if (m_saving) {
    const Result<int> saved = m_saving->result();
    if (saved) m_document.setRevision(*saved);
    if (saved || saved.error().code == ErrorCode::Conflict) m_stored = m_beingSaved;
  }
  if (isDirty() && !m_gone) startSaving().waitForFinished();
}

SaveState CampaignAutosave::state() const {
  if (m_gone) return SaveState::Gone;
  if (m_conflict) return SaveState::Conflict;
  if (m_saving) return SaveState::Saving;
  if (m_failed) return SaveState::Failed;
  return isDirty() ? SaveState::Waiting : SaveState::Saved;
}

bool CampaignAutosave::isSettled() const {
  const SaveState now = state();
  return now == SaveState::Saved || now == SaveState::Conflict || now == SaveState::Gone;
}

void CampaignAutosave::noteChange(const ChangeEvent& event) {
  if (event.cause == ChangeEvent::Cause::Load) {
    m_stored = m_document.generation();
    m_touched = false;
    return;
  }
  m_touched = true;
  m_failed = false;
  if (m_gone) return;
  if (!m_deciding && (!m_timer.isActive() || m_timer.interval() > kDelay.count())) m_timer.start(kDelay);
  Q_EMIT stateChanged();
}

void CampaignAutosave::saveNow() {
  if (isDirty() && !m_gone) save();
}

QFuture<Result<int>> CampaignAutosave::startSaving() {
  return m_background
      .run([&campaigns = m_campaigns, campaign = m_document.campaign(), writer = m_writer] {
        return campaigns.save(campaign, campaign.revision, writer);
      })
      .future();
}

void CampaignAutosave::save() {
  if (m_saving || m_deciding) return;  // finish() or the answer sees that more changed
  m_timer.stop();
  m_failed = false;
  m_beingSaved = m_document.generation();
  m_saving = startSaving();
  Pending(*m_saving).then(this,
                          [this, generation = m_beingSaved](const Result<int>& saved) { finish(generation, saved); });
  Q_EMIT stateChanged();
}

void CampaignAutosave::finish(quint64 generation, const Result<int>& saved) {
  m_saving.reset();
  if (saved) {
    m_stored = generation;
    m_document.setRevision(*saved);
    m_savedAt = m_clock.now();
    m_conflict = false;
    m_problem.clear();
  } else if (saved.error().code == ErrorCode::Conflict) {
    m_stored = generation;  // kept in the history
    m_conflict = true;
    m_background.run([&campaigns = m_campaigns, id = m_document.campaign().id] { return campaigns.stamp(id); })
        .then(this, [this](const Result<campaign::DraftStamp>& stamp) {
          if (stamp) noteFile(*stamp);
        });
  } else {
    refuse(saved.error());
  }
  if (isDirty() && !m_failed && !m_gone && !m_deciding) m_timer.start(kDelay);
  Q_EMIT stateChanged();
  if (m_next) std::exchange(m_next, nullptr)();
}

void CampaignAutosave::refuse(const Error& error) {
  qCWarning(logUi) << "campaign not saved:" << error.detail;
  m_problem = error.message;
  m_gone = error.code == ErrorCode::NotFound || error.code == ErrorCode::Unsupported;
  m_failed = !m_gone;
  if (m_failed) m_timer.start(kSaveRetry);
}

void CampaignAutosave::noteFile(const campaign::DraftStamp& stamp) {
  // While a save is under way the file may hold our own version already.
  if (m_saving || m_gone || stamp.revision <= m_document.campaign().revision) return;
  if (m_touched || m_conflict) {
    if (m_conflict && m_theirsAt == stamp.savedAt) return;
    m_conflict = true;
    m_theirsAt = stamp.savedAt;
    Q_EMIT stateChanged();
    return;
  }
  m_background.run([&campaigns = m_campaigns, id = m_document.campaign().id] { return campaigns.load(id); })
      .then(this, [this, at = stamp.savedAt](const Result<campaign::Campaign>& newest) {
        if (!newest || m_touched || newest->revision <= m_document.campaign().revision) return;
        m_document.adopt(*newest);
        m_savedAt = at;
        Q_EMIT stateChanged();
        Q_EMIT followed(at);
      });
}

void CampaignAutosave::keepMine() {
  whenIdle([this] {
    withNewest(false, [this](const campaign::Campaign& newest) {
      m_document.setRevision(newest.revision);
      m_conflict = false;
      save();
    });
  });
}

void CampaignAutosave::takeTheirs() {
  whenIdle([this] {
    withNewest(isDirty(), [this](const campaign::Campaign& newest) {
      m_conflict = false;
      m_document.adopt(newest);
      m_stored = m_document.generation();
      m_touched = false;
      m_savedAt = m_theirsAt;
      Q_EMIT stateChanged();
    });
  });
}

void CampaignAutosave::whenIdle(std::function<void()> act) {
  if (!m_conflict || m_deciding) return;
  m_deciding = true;
  m_timer.stop();
  if (m_saving) {
    m_next = std::move(act);
  } else {
    act();
  }
}

void CampaignAutosave::withNewest(bool keepOurs, std::function<void(const campaign::Campaign&)> use) {
  m_background
      .run([&campaigns = m_campaigns, ours = m_document.campaign(), writer = m_writer, keepOurs] {
        // Refused, as theirs is newer, and kept in the history.
        if (keepOurs) std::ignore = campaigns.save(ours, ours.revision, writer);
        return campaigns.load(ours.id);
      })
      .then(this, [this, use = std::move(use)](const Result<campaign::Campaign>& newest) {
        m_deciding = false;
        m_timer.stop();
        if (newest) return use(*newest);
        refuse(newest.error());
        Q_EMIT stateChanged();
      });
}

}  // namespace heliograph::ui
