// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/profile.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// The colleagues who get every campaign that is sent and stand outside its figures. They are people of the workspace
/// like others. Any thread.
class SeedList final {
 public:
  static constexpr int most = 100;

  SeedList(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// In the order in which they were added.
  [[nodiscard]] Result<std::vector<Profile>> list() const;
  /// Adding somebody again changes nothing. Errors: NotFound for an identity that there isn't, LimitExceeded.
  [[nodiscard]] Result<> add(const QString& identity) const;
  /// NotFound for somebody who isn't on it.
  [[nodiscard]] Result<> remove(const QString& identity) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
