// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// A number that tests were sent to and that isn't a contact's.
struct TestNumber {
  qint64 id = 0;
  QString number;  ///< E.164
  QDateTime usedAt;

  bool operator==(const TestNumber&) const = default;
};

/// The numbers that were typed for tests, kept in the workspace until they are forgotten. Any thread.
class TestNumberRepository final {
 public:
  /// So many are kept; the one that wasn't used for the longest time goes first.
  static constexpr int mostNumbers = 20;

  TestNumberRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// The last used first.
  [[nodiscard]] Result<std::vector<TestNumber>> list() const;
  /// Used now; gives its id.
  [[nodiscard]] Result<qint64> remember(const QString& e164) const;
  /// Forgets it, in the history of tests, too.
  [[nodiscard]] Result<> forget(const QString& e164) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
