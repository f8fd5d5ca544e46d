// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/background.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::reports {

/// Deletes people with everything that stands about them in the workspace and in the files beside it. Any thread.
class PersonErasure final {
 public:
  /// `sandboxRecord`: the file with what the workspace's sandbox received; empty: there is none.
  PersonErasure(const storage::Database& database, const Clock& clock, QString sandboxRecord)
      : m_database(database), m_clock(clock), m_sandboxRecord(std::move(sandboxRecord)) {}

  /// All of them or nobody; see audience::PeopleRemoval. Errors: Conflict while a message to one of them is being sent,
  /// Io if a file beside the workspace can't be written.
  [[nodiscard]] Result<> erase(const std::vector<ProfileId>& people, const CancelToken& cancel = {}) const;

 private:
  [[nodiscard]] Result<QStringList> numbersOf(const std::vector<ProfileId>& people) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  QString m_sandboxRecord;
};

}  // namespace heliograph::reports
