// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

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
  Failed,    ///< the last try failed; tried again soon, and by saveNow()
  Conflict,  ///< another window saved its version; ours is kept beside it until the person decides
  Gone,      ///< published or deleted elsewhere: nothing can be saved any more
};

/// Saves a CampaignDocument within a second of a change, off the GUI thread and one save at a time. What is still
/// unsaved when it is destroyed is saved before it goes.
class CampaignAutosave final : public QObject {
  Q_OBJECT
 public:
  CampaignAutosave(CampaignDocument& document, const campaign::CampaignRepository& campaigns, Background& background,
                   const Clock& clock, QObject* parent = nullptr);
  ~CampaignAutosave() override;

  [[nodiscard]] SaveState state() const;
  /// When the shown version was saved; invalid before the first save of this session.
  [[nodiscard]] QDateTime savedAt() const { return m_savedAt; }
  /// Why the last save failed; empty unless the state is Failed or Gone.
  [[nodiscard]] QString problem() const { return m_problem; }
  /// After a conflict: when the other window saved; invalid as long as that isn't known.
  [[nodiscard]] QDateTime theirsAt() const { return m_theirsAt; }
  /// True when everything that was changed is in the file or refused for good (Conflict, Gone).
  [[nodiscard]] bool isSettled() const;
  /// The name under which this window saves.
  [[nodiscard]] const QString& writer() const { return m_writer; }

  /// Saves at once what is not saved yet; stateChanged() tells the end.
  void saveNow();
  /// After a conflict: saves the shown version as the newest one; the other stays in the history.
  void keepMine();
  /// After a conflict: shows the other version; ours stays in the history, and one undo brings it back.
  void takeTheirs();
  /// Tells how the file stands. A version of another window is shown at once when nothing was changed here, else it is
  /// a conflict.
  void noteFile(const campaign::DraftStamp& stamp);

 Q_SIGNALS:
  void stateChanged();
  /// The version that another window saved at that time is shown now, without having been asked for.
  void followed(const QDateTime& savedAt);

 private:
  void noteChange(const ChangeEvent& event);
  void save();
  void finish(quint64 generation, const Result<int>& saved);
  void refuse(const Error& error);
  void whenIdle(std::function<void()> act);
  void withNewest(bool keepOurs, std::function<void(const campaign::Campaign&)> use);
  [[nodiscard]] QFuture<Result<int>> startSaving();
  [[nodiscard]] bool isDirty() const { return m_document.generation() != m_stored; }

  CampaignDocument& m_document;
  const campaign::CampaignRepository& m_campaigns;
  Background& m_background;
  const Clock& m_clock;
  const QString m_writer;
  QTimer m_timer;
  quint64 m_stored;  ///< generation that the file holds, or holds beside its own
  std::optional<QFuture<Result<int>>> m_saving;
  quint64 m_beingSaved = 0;
  std::function<void()> m_next;  ///< waits for the end of the save under way
  bool m_touched = false;        ///< something was changed here since the file's version was shown
  bool m_conflict = false;
  bool m_deciding = false;  ///< the person chose a version; until the answer is there nothing else is saved
  bool m_failed = false;
  bool m_gone = false;
  QDateTime m_savedAt;
  QDateTime m_theirsAt;
  QString m_problem;
};

}  // namespace heliograph::ui
