// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/import_transaction.h"

namespace heliograph::audience {
namespace {

/// Shorter ones write the pages of indices more often, whose entries come in no order.
constexpr qint64 longestTransactionMs = 400;

}  // namespace

Result<std::unique_ptr<ImportTransaction>> ImportTransaction::open(const storage::Database& database,
                                                                   const QByteArray& fingerprint, AtEnd atEnd) {
  auto connection = storage::NativeConnection::open(database, storage::NativeConnection::Mode::Write);
  if (!connection) return fail(connection.error());
  HELIOGRAPH_TRY(connection->execute(QStringLiteral("PRAGMA cache_size=-65536")));
  std::unique_ptr<ImportTransaction> transaction(new ImportTransaction(std::move(*connection), atEnd));
  auto bookmark = ImportBookmark::open(transaction->m_connection, fingerprint);
  if (!bookmark) return fail(bookmark.error());
  transaction->m_bookmark = std::move(*bookmark);
  return transaction;
}

ImportTransaction::~ImportTransaction() {
  m_connection.rollback();
}

Result<> ImportTransaction::prepare(std::unique_ptr<storage::NativeStatement>& into, const QString& sql) const {
  auto statement = m_connection.prepare(sql);
  if (!statement) return fail(statement.error());
  into = std::make_unique<storage::NativeStatement>(std::move(*statement));
  return {};
}

Result<> ImportTransaction::begin() {
  if (m_open) return {};
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
  m_open = true;
  m_sinceBegin.start();
  return {};
}

bool ImportTransaction::isDue() const {
  return m_open && m_sinceBegin.elapsed() >= longestTransactionMs;
}

Result<> ImportTransaction::commit(const ImportPosition& position, const QDateTime& now) {
  HELIOGRAPH_TRY(begin());
  const bool forget = position.done && m_atEnd == AtEnd::Forget;
  HELIOGRAPH_TRY(forget ? m_bookmark->remove() : m_bookmark->move(position, now));
  HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("COMMIT")));
  m_open = false;
  return {};
}

}  // namespace heliograph::audience
