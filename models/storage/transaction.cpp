// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

#include "core/logging.h"

namespace heliograph::storage {

Result<Transaction> Transaction::begin(const Database& database) {
  HELIOGRAPH_TRY(database.execute(QStringLiteral("BEGIN IMMEDIATE")));
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(other.m_database), m_open(other.m_open) {
  other.m_open = false;
}

Transaction::~Transaction() {
  if (!m_open) return;
  // SQLite may have rolled back by itself (disk full): then there is nothing left to undo.
  if (auto undone = m_database->execute(QStringLiteral("ROLLBACK")); !undone) {
    qCInfo(logStorage).noquote() << "rollback:" << undone.error().detail;
  }
}

Result<> Transaction::commit() {
  HELIOGRAPH_TRY(m_database->execute(QStringLiteral("COMMIT")));
  m_open = false;
  return {};
}

}  // namespace heliograph::storage
