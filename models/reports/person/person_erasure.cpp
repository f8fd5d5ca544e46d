// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/person/person_erasure.h"

#include <QStringList>

#include "audience/people/id_array.h"
#include "audience/people/people_removal.h"
#include "providers/sandbox/sandbox_record.h"
#include "storage/statement.h"

namespace heliograph::reports {

Result<> PersonErasure::erase(const std::vector<ProfileId>& people, const CancelToken& cancel) const {
  auto numbers = numbersOf(people);
  if (!numbers) return fail(numbers.error());
  HELIOGRAPH_TRY(audience::PeopleRemoval(m_database, m_clock).remove(people, cancel));
  if (m_sandboxRecord.isEmpty() || numbers->isEmpty()) return {};
  return providers::SandboxRecord::forget(m_sandboxRecord, *numbers);
}

/// Those they have, and those that messages to them went to.
Result<QStringList> PersonErasure::numbersOf(const std::vector<ProfileId>& people) const {
  storage::Statement select(
      m_database, QStringLiteral("SELECT phone FROM profile WHERE phone IS NOT NULL AND id IN (SELECT value FROM "
                                 "json_each(?)) UNION SELECT address FROM outbox WHERE address IS NOT NULL AND "
                                 "profile_id IN (SELECT value FROM json_each(?))"));
  const QString ids = audience::idArray(people);
  select.bind(ids).bind(ids);
  QStringList numbers;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return numbers;
    numbers << select.text(0);
  }
}

}  // namespace heliograph::reports
