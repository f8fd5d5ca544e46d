// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// What is done with one person or with many at once, all of them or none. Who is gone meanwhile is left out. Any
/// thread.
class PeopleActs final {
 public:
  PeopleActs(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Marks people for tests, or takes the mark away.
  [[nodiscard]] Result<> setTest(const std::vector<ProfileId>& people, bool isTest) const;
  /// These people and their numbers are not texted any more. `source` is 'person', 'provider' or 'reply'; an opt-out
  /// that is there already keeps its own.
  [[nodiscard]] Result<> unsubscribe(const std::vector<ProfileId>& people, const QString& source) const;
  /// Lifts their opt-outs and those of their numbers (only ever because they asked for it).
  [[nodiscard]] Result<> resubscribe(const std::vector<ProfileId>& people) const;

 private:
  Result<> setConsent(const std::vector<ProfileId>& people, bool given, const QString& source) const;
  Result<> forgetEarlierOptOuts(const std::vector<ProfileId>& people) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
