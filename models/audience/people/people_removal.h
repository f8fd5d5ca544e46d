// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/people/person_events.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// Deletes people for good, with events, devices, consents and places on lists. Rows of runs stay without name, address
/// and text, so that the sums of reports hold. Opt-outs stay as keyed hashes, of the number and of the identity, so
/// that nobody who comes back is texted against their will. Nothing else remains in the files of the workspace. Any
/// thread.
class PeopleRemoval final {
 public:
  PeopleRemoval(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All of them or nobody. Errors: Conflict while a message to one of them is being sent, Cancelled before anything
  /// was deleted, those of storage.
  [[nodiscard]] Result<> remove(const std::vector<ProfileId>& people, const CancelToken& cancel = {}) const;

  /// Overwrites what is left of deleted people in the files, where that could not be done at once because others were
  /// at work. Does nothing if nothing is left. Errors: Busy, those of storage.
  [[nodiscard]] Result<> finish() const;

 private:
  Result<> refuseWhileSending(const QString& ids) const;
  Result<> keepOptOuts(const QString& ids) const;
  Result<> removeEvents(const std::vector<ProfileId>& people, const std::vector<EventPlace>& known) const;
  Result<> removeRows(const QString& ids) const;
  Result<> forgetAnswers(const QString& ids) const;
  Result<> dropColumns() const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
