// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/test_number_repository.h"

#include "storage/statement.h"

namespace heliograph::delivery {

Result<std::vector<TestNumber>> TestNumberRepository::list() const {
  storage::Statement find(m_database,
                          QStringLiteral("SELECT id, number, used_at FROM test_number ORDER BY used_at DESC, id DESC"));
  std::vector<TestNumber> numbers;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return numbers;
    numbers.push_back({find.integer(0), find.text(1), find.instant(2)});
  }
}

Result<qint64> TestNumberRepository::remember(const QString& e164) const {
  storage::Statement put(m_database, QStringLiteral("INSERT INTO test_number (number, used_at) VALUES (?, ?) ON "
                                                    "CONFLICT (number) DO UPDATE SET used_at = excluded.used_at"));
  HELIOGRAPH_TRY(put.bind(e164).bind(m_clock.now()).run());
  storage::Statement trim(m_database,
                          QStringLiteral("DELETE FROM test_number WHERE number <> ? AND id NOT IN (SELECT id "
                                         "FROM test_number ORDER BY used_at DESC, id DESC LIMIT ?)"));
  HELIOGRAPH_TRY(trim.bind(e164).bind(mostNumbers).run());
  storage::Statement find(m_database, QStringLiteral("SELECT id FROM test_number WHERE number = ?"));
  const auto row = find.bind(e164).next();
  if (!row) return fail(row.error());
  return *row ? find.integer(0) : 0;
}

Result<> TestNumberRepository::forget(const QString& e164) const {
  return storage::Statement(m_database, QStringLiteral("DELETE FROM test_number WHERE number = ?")).bind(e164).run();
}

}  // namespace heliograph::delivery
