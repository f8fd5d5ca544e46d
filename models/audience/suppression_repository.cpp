// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/suppression_repository.h"

#include "audience/address_hasher.h"
#include "audience/unsubscribed_sql.h"
#include "storage/statement.h"

namespace heliograph::audience {

using storage::Statement;

Result<bool> SuppressionRepository::isSuppressed(const QString& address) const {
  auto hasher = AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  Statement find(m_database, QStringLiteral("SELECT 1 FROM suppression WHERE channel = 'sms' AND address_hash = ?"));
  find.bind(hasher->hash(address));
  return find.next();
}

Result<> SuppressionRepository::add(const QString& address, const QString& source, const QString& reason) const {
  auto hasher = AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  Statement insert(m_database,
                   QStringLiteral("INSERT INTO suppression (channel, address_hash, source, reason, created_at) "
                                  "VALUES ('sms', ?, ?, ?, ?)") +
                       keepingTheFirmer());
  insert.bind(hasher->hash(address)).bind(source).bind(reason).bind(m_clock.now());
  return insert.run();
}

Result<> SuppressionRepository::lift(const QString& address) const {
  auto hasher = AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  Statement remove(m_database, QStringLiteral("DELETE FROM suppression WHERE channel = 'sms' AND address_hash = ?"));
  remove.bind(hasher->hash(address));
  return remove.run();
}

Result<qint64> SuppressionRepository::count() const {
  Statement count(m_database, QStringLiteral("SELECT count(*) FROM suppression WHERE channel = 'sms'"));
  auto row = count.next();
  if (!row) return fail(row.error());
  return count.integer(0);
}

}  // namespace heliograph::audience
