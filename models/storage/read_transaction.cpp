// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/read_transaction.h"

#include "core/logging.h"

namespace heliograph::storage {

Result<ReadTransaction> ReadTransaction::begin(const Database& database) {
  HELIOGRAPH_TRY(database.execute(QStringLiteral("BEGIN DEFERRED")));
  return ReadTransaction(database);
}

ReadTransaction::ReadTransaction(ReadTransaction&& other) noexcept
    : m_database(other.m_database), m_open(other.m_open) {
  other.m_open = false;
}

ReadTransaction::~ReadTransaction() {
  if (!m_open) return;
  if (auto ended = m_database->execute(QStringLiteral("ROLLBACK")); !ended) {
    qCInfo(logStorage).noquote() << "end of reading:" << ended.error().detail;
  }
}

}  // namespace heliograph::storage
