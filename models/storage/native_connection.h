// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"
#include "storage/database.h"
#include "storage/native_statement.h"

struct sqlite3;

namespace heliograph::storage {

/// A connection of the SQLite C API to a database that is open already, with the same pragmas; for bulk import and fast
/// readings. Used by one thread at a time; statements must be gone before it.
class NativeConnection final {
 public:
  enum class Mode { Read, Write };

  [[nodiscard]] static Result<NativeConnection> open(const Database& database, Mode mode);
  ~NativeConnection();
  NativeConnection(NativeConnection&& other) noexcept;
  NativeConnection& operator=(NativeConnection&& other) noexcept;
  NativeConnection(const NativeConnection&) = delete;
  NativeConnection& operator=(const NativeConnection&) = delete;

  [[nodiscard]] Result<NativeStatement> prepare(const QString& sql) const;
  /// Runs statements without values (BEGIN IMMEDIATE, COMMIT, a pragma).
  [[nodiscard]] Result<> execute(const QString& sql) const;
  /// Rolls back if a transaction is open.
  void rollback() const;
  /// Rows changed by the last statement, and the row id of the last INSERT.
  [[nodiscard]] qint64 changes() const;
  [[nodiscard]] qint64 insertedId() const;
  /// Makes insertedId() 0 until the next INSERT; tells whether an upsert inserted or updated.
  void forgetInsertedId() const;
  /// For what SQLite offers beyond statements.
  [[nodiscard]] sqlite3* handle() const { return m_handle; }

 private:
  explicit NativeConnection(sqlite3* handle) : m_handle(handle) {}

  sqlite3* m_handle;
};

}  // namespace heliograph::storage
