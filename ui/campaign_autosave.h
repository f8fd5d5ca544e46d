// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <functional>

#include "campaign/campaign_repository.h"
#include "core/background.h"
#include "core/clock.h"
#include "ui/campaign_document.h"

namespace heliograph::ui {

/// Where the open campaign stands between the window and the file.
enum class SaveState {
  Saved,     ///< the file holds what is shown
  Waiting,   ///< changed; will be saved within the second
  Saving,    ///< being written
  Failed,    ///< the last try failed; tried again with the next change or saveNow()
  Conflict,  ///< somebody saved another version; ours lies beside it until the person decides
};

/// Saves a CampaignDocument within a second of a change, off the GUI thread and one save at a time.
class CampaignAutosave final : public QObject {
  Q_OBJECT
 public:
  CampaignAutosave(CampaignDocument& document, const campaign::CampaignRepository& campaigns, Background& background,
                   const Clock& clock, QObject* parent = nullptr);

  [[nodiscard]] SaveState state() const { return m_state; }
  /// When the shown version was saved; invalid before the first save of this session.
  [[nodiscard]] QDateTime savedAt() const { return m_savedAt; }
  /// Why the last save failed; empty unless the state is Failed or Conflict.
  [[nodiscard]] QString problem() const { return m_problem; }
  /// True when everything that was changed is in the file or refused for good (Conflict).
  [[nodiscard]] bool isSettled() const { return m_state == SaveState::Saved || m_state == SaveState::Conflict; }

  /// Saves at once what is not saved yet; stateChanged() tells the end.
  void saveNow();
  /// After a conflict: saves the shown version as the newest one; the other stays in the history.
  void keepMine();
  /// After a conflict: shows the other version; ours stays in the history.
  void takeTheirs();

 Q_SIGNALS:
  void stateChanged();

 private:
  void noteChange(const ChangeEvent& event);
  void save();
  void finish(quint64 generation, const Result<int>& saved);
  void withNewest(std::function<void(campaign::Campaign)> use);
  void enter(SaveState state, const QString& problem = {});

  CampaignDocument& m_document;
  const campaign::CampaignRepository& m_campaigns;
  Background& m_background;
  const Clock& m_clock;
  QTimer m_timer;
  SaveState m_state = SaveState::Saved;
  QDateTime m_savedAt;
  QString m_problem;
};

}  // namespace heliograph::ui
