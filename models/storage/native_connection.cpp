// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/native_connection.h"

#include <sqlite3.h>

#include <utility>

#include "storage/connection_settings.h"
#include "storage/sql_functions.h"
#include "storage/sqlite_error.h"

namespace heliograph::storage {

Result<NativeConnection> NativeConnection::open(const Database& database, Mode mode) {
  const int flags = (mode == Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(database.path().toUtf8().constData(), &handle, flags, nullptr);
  NativeConnection connection(handle);
  if (code != SQLITE_OK) return fail(sqliteError(code, QStringLiteral("open")));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, static_cast<int>(database.options().busyTimeout.count()));
  registerSqlFunctions(handle);
  for (const QString& pragma : connectionPragmas()) HELIOGRAPH_TRY(connection.execute(pragma));
  return connection;
}

NativeConnection::~NativeConnection() {
  sqlite3_close_v2(m_handle);
}

NativeConnection::NativeConnection(NativeConnection&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)) {}

NativeConnection& NativeConnection::operator=(NativeConnection&& other) noexcept {
  std::swap(m_handle, other.m_handle);
  return *this;
}

Result<NativeStatement> NativeConnection::prepare(const QString& sql) const {
  const QByteArray utf8 = sql.toUtf8();
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(m_handle, utf8.constData(), static_cast<int>(utf8.size()), &statement, nullptr);
  if (code != SQLITE_OK) return fail(sqliteError(code, sql));
  return NativeStatement(statement);
}

Result<> NativeConnection::execute(const QString& sql) const {
  const int code = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return fail(sqliteError(code, sql));
  return {};
}

void NativeConnection::rollback() const {
  if (sqlite3_get_autocommit(m_handle) == 0) sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

qint64 NativeConnection::changes() const {
  return sqlite3_changes64(m_handle);
}
void NativeConnection::forgetInsertedId() const {
  sqlite3_set_last_insert_rowid(m_handle, 0);
}
qint64 NativeConnection::insertedId() const {
  return sqlite3_last_insert_rowid(m_handle);
}

}  // namespace heliograph::storage
