// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "delivery/outbox/run.h"
#include "delivery/outbox/run_progress.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Messages of a run that wait until the quiet hours of their people are over.
struct QuietWait {
  qint64 people = 0;  ///< without the colleagues of the seed list
  QDateTime first;    ///< when the first leave; invalid if nobody waits
  QDateTime last;
  bool others = true;  ///< somebody doesn't wait, and may be sent to now or after a failed try
};

/// The runs of a workspace. They are made by publishing (CampaignRepository::freeze). Any thread.
class RunRepository final {
 public:
  RunRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Errors: NotFound.
  [[nodiscard]] Result<Run> byId(RunId id) const;
  /// The runs of a campaign, oldest due time first.
  [[nodiscard]] Result<std::vector<Run>> ofCampaign(CampaignId campaign) const;
  /// Runs that are filling or running, and held or paused ones; oldest first.
  [[nodiscard]] Result<std::vector<Run>> open() const;
  [[nodiscard]] Result<std::vector<Run>> inState(RunState state) const;
  /// When the next run is due; invalid if none waits.
  [[nodiscard]] Result<QDateTime> nextDue() const;

  /// Lets runs begin whose time has come, and holds or skips those that were missed, as their campaign says. Gives how
  /// many changed.
  [[nodiscard]] Result<int> startDue() const;
  /// Holds or skips a run that a program which ended left in the middle of being filled, if nobody was sent anything
  /// and it is later by now than its campaign allows; tells whether it did. A filling of `owner` goes on.
  [[nodiscard]] Result<bool> missIfLeft(const Run& run, const QString& owner) const;
  /// Moves a run from one state to another; false if it wasn't in the first any more.
  [[nodiscard]] Result<bool> move(RunId id, RunState from, RunState to, const QString& reason = {}) const;
  /// Marks a running run as done if nothing of it is left to be sent; tells whether it did.
  [[nodiscard]] Result<bool> finishIfEmpty(RunId id) const;
  /// Holds a running run whose first batch was sent, if somebody is left for whom a person is to be asked; tells
  /// whether it did.
  [[nodiscard]] Result<bool> holdIfFirstSent(RunId id) const;

  /// Holds a running run whose A/B test was sent, until its winner is chosen; tells whether it did.
  [[nodiscard]] Result<bool> holdIfTestSent(const Run& run) const;

  /// Rows by state, without the colleagues of the seed list.
  [[nodiscard]] Result<QMap<RowState, qint64>> counts(RunId id) const;
  /// Who waits for the end of quiet hours.
  [[nodiscard]] Result<QuietWait> quietWait(const Run& run) const;
  /// Skipped, refused and unclear rows by code, most first within a state. Whoever wasn't drawn is left out: of a run
  /// for so many only that may be nearly everybody.
  [[nodiscard]] Result<std::vector<ReasonFigure>> reasons(RunId id) const;

 private:
  [[nodiscard]] Result<> depart(const Run& run, const QDateTime& now) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
