// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/groups/workspace_group.h"

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

const QString kPercentFact = QStringLiteral("control_group_percent");
const QString kSeedFact = QStringLiteral("control_group_seed");

}  // namespace

Result<ControlGroup> WorkspaceGroup::read() const {
  storage::Statement find(m_database,
                          QStringLiteral("SELECT (SELECT value FROM workspace WHERE name = ?), (SELECT value "
                                         "FROM workspace WHERE name = ?)"));
  auto row = find.bind(kPercentFact).bind(kSeedFact).next();
  if (!row) return fail(row.error());
  return ControlGroup{static_cast<int>(find.integer(0)), find.integer(1)};
}

Result<> WorkspaceGroup::set(int percent) const {
  if (percent != 0 && (percent < least || percent > most)) {
    return fail(
        ErrorCode::InvalidInput,
        QStringLiteral("The workspace's control group has %1 to %2 percent of all people, not %3. Choose one of "
                       "these, or switch it off.")
            .arg(least)
            .arg(most)
            .arg(percent));
  }
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  storage::Statement seed(m_database, QStringLiteral("INSERT OR IGNORE INTO workspace (name, value) VALUES (?, ?)"));
  HELIOGRAPH_TRY(seed.bind(kSeedFact).bind(ControlGroup::newSeed()).run());
  storage::Statement share(m_database, QStringLiteral("INSERT INTO workspace (name, value) VALUES (?, ?) ON CONFLICT "
                                                      "(name) DO UPDATE SET value = excluded.value"));
  HELIOGRAPH_TRY(share.bind(kPercentFact).bind(percent).run());
  return transaction->commit();
}

}  // namespace heliograph::audience
