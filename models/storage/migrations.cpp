// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include "core/logging.h"
#include "storage/sql_script.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::storage {
namespace {

QStringList migrationFiles() {
  return QDir(QStringLiteral(":/migrations")).entryList({QStringLiteral("*.sqlite.sql")}, QDir::Files, QDir::Name);
}

int versionOf(const QString& fileName) {
  return fileName.section(QLatin1Char('_'), 0, 0).toInt();
}

Result<int> currentVersion(const Database& database) {
  Statement table(database, QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'"));
  auto known = table.next();
  if (!known) return fail(known.error());
  if (!*known) return 0;
  Statement version(database, QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_version"));
  auto row = version.next();
  if (!row) return fail(row.error());
  return static_cast<int>(version.integer(0));
}

Result<> apply(const Database& database, const QString& fileName) {
  QFile file(QStringLiteral(":/migrations/") + fileName);
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Internal, QStringLiteral("The program is incomplete: install it again."), fileName);
  }
  auto transaction = Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  // Another program may have done it while this one waited for the lock.
  auto version = currentVersion(database);
  if (!version) return fail(version.error());
  if (*version >= versionOf(fileName)) return {};
  for (const QString& statement : splitSqlScript(QString::fromUtf8(file.readAll()))) {
    HELIOGRAPH_TRY(database.execute(statement));
  }
  Statement record(database, QStringLiteral("INSERT INTO schema_version(version, applied_at) VALUES (?, "
                                            "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))"));
  record.bind(versionOf(fileName));
  HELIOGRAPH_TRY(record.run());
  HELIOGRAPH_TRY(transaction->commit());
  qCInfo(logStorage) << "schema version" << versionOf(fileName);
  return {};
}

}  // namespace

int newestSchemaVersion() {
  const QStringList files = migrationFiles();
  return files.isEmpty() ? 0 : versionOf(files.last());
}

Result<> migrate(const Database& database) {
  auto version = currentVersion(database);
  if (!version) return fail(version.error());
  for (const QString& file : migrationFiles()) {
    if (versionOf(file) > *version) HELIOGRAPH_TRY(apply(database, file));
  }
  return {};
}

}  // namespace heliograph::storage
