// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/route_tables.h"

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::providers {

using storage::Statement;

Result<QStringList> campaignsUsing(const storage::Database& database, const QString& kind, qint64 id) {
  const QString table = kind == QStringLiteral("group") ? QStringLiteral("provider_group") : QStringLiteral("provider");
  Statement find(database, QStringLiteral("SELECT name FROM campaign WHERE archived_at IS NULL AND "
                                          "CASE coalesce(json_extract(body, '$.route.kind'), 'default') "
                                          "WHEN 'default' THEN (SELECT is_default FROM %1 WHERE id = ?) "
                                          "WHEN ? THEN json_extract(body, '$.route.id') = ? ELSE 0 END ORDER BY name")
                               .arg(table));
  find.bind(id).bind(kind).bind(id);
  QStringList names;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return names;
    names.append(QStringLiteral("the campaign “%1”").arg(find.text(0)));
  }
}

Result<> makeDefault(const storage::Database& database, const QString& kind, qint64 id) {
  const bool group = kind == QStringLiteral("group");
  auto transaction = storage::Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(Statement(database, QStringLiteral("UPDATE provider SET is_default = 0")).run());
  HELIOGRAPH_TRY(Statement(database, QStringLiteral("UPDATE provider_group SET is_default = 0")).run());
  Statement set(database,
                group ? QStringLiteral("UPDATE provider_group SET is_default = 1 WHERE id = ? AND archived_at IS NULL")
                      : QStringLiteral("UPDATE provider SET is_default = 1 WHERE id = ? AND archived_at IS NULL"));
  HELIOGRAPH_TRY(set.bind(id).run());
  if (set.affected() == 0) {
    return fail(ErrorCode::NotFound,
                QStringLiteral("That provider or group isn't there any more. Choose another one."));
  }
  return transaction->commit();
}

Result<> refuseIfUsed(const QString& name, const QStringList& dependents) {
  if (dependents.isEmpty()) return {};
  return fail(
      ErrorCode::Conflict,
      QStringLiteral("“%1” is still used by %2. Choose another one there or as the default, or archive it instead.")
          .arg(name, dependents.join(QStringLiteral(", "))));
}

Error nameTaken(const Error& error, const QString& name) {
  if (error.code != ErrorCode::Conflict) return error;
  return Error{ErrorCode::Conflict, QStringLiteral("The name “%1” is taken. Choose another one.").arg(name),
               error.detail};
}

}  // namespace heliograph::providers
