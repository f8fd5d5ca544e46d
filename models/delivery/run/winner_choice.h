// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "delivery/outbox/run.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Chooses the winner of an A/B test when its time has come: the copy after which the largest share of people
/// converted, or
/// followed a link. Any thread, and several programs at a time: one change settles it, and only one makes it.
class WinnerChoice final {
 public:
  WinnerChoice(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Whether a run waits for this now.
  [[nodiscard]] bool isDue(const Run& run) const;
  /// Lets the run go on with the winner, or leaves it to a person: as its campaign says when copies are equal, and when
  /// its time was missed (schedule::isMissed). Tells whether it did either.
  [[nodiscard]] Result<bool> settle(const Run& run) const;

 private:
  /// What each copy has come to; empty if it can't be counted any more.
  [[nodiscard]] Result<std::vector<CopyShare>> sharesOf(const Run& run, int copies) const;
  [[nodiscard]] Result<bool> letGo(const Run& run, int winner, const std::vector<CopyShare>& shares) const;
  [[nodiscard]] Result<bool> leaveToPerson(const Run& run, const std::vector<CopyShare>& shares) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
