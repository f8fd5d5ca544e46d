// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/address_hasher.h"
#include "audience/profile_repository.h"
#include "core/logging.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

Result<> refuseWhileSending(const storage::Database& database, ProfileId id) {
  Statement sending(database, QStringLiteral("SELECT 1 FROM outbox WHERE profile_id = ? AND state = 'sending'"));
  sending.bind(id);
  auto row = sending.next();
  if (!row) return fail(row.error());
  if (*row) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("A message to this contact is being sent right now. Delete the contact "
                               "in a minute, when it is known what became of it."));
  }
  return {};
}

/// Rows of runs stay, so that the sums of reports hold; what would still be sent isn't any more.
Result<> anonymise(const storage::Database& database, ProfileId id, const QDateTime& now) {
  Statement rows(
      database,
      QStringLiteral("UPDATE outbox SET "
                     "reason = CASE WHEN state IN ('pending', 'claimed') THEN 'person_deleted' ELSE reason END, "
                     "state = CASE WHEN state IN ('pending', 'claimed') THEN 'skipped' ELSE state END, "
                     "address = NULL, text = NULL, updated_at = ? WHERE profile_id = ?"));
  rows.bind(now).bind(id);
  return rows.run();
}

/// The address keeps its own opt-out; this one holds should the same person come back with another number.
Result<> keepOptOut(const storage::Database& database, const QString& identity, const QDateTime& now) {
  auto hasher = AddressHasher::load(database);
  if (!hasher) return fail(hasher.error());
  Statement insert(database, QStringLiteral("INSERT OR IGNORE INTO suppression "
                                            "(channel, address_hash, source, reason, created_at) "
                                            "VALUES ('identity', ?, 'person', 'deleted', ?)"));
  insert.bind(hasher->hash(identity)).bind(now);
  return insert.run();
}

/// The deleted pages are overwritten by secure_delete; their old images leave with the write-ahead log.
void emptyLog(const storage::Database& database) {
  Statement checkpoint(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
  auto row = checkpoint.next();
  if (!row || (*row && checkpoint.integer(0) != 0)) {
    qCInfo(logAudience) << "the write-ahead log is in use; it is emptied by a later checkpoint";
  }
}

}  // namespace

Result<> ProfileRepository::remove(const QString& identity) const {
  {
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction) return fail(transaction.error());
    auto profile = find(identity);
    if (!profile) return fail(profile.error());
    HELIOGRAPH_TRY(refuseWhileSending(m_database, profile->id));
    HELIOGRAPH_TRY(anonymise(m_database, profile->id, m_clock.now()));
    if (profile->unsubscribed) HELIOGRAPH_TRY(keepOptOut(m_database, identity, m_clock.now()));
    Statement remove(m_database, QStringLiteral("DELETE FROM profile WHERE id = ?"));
    remove.bind(profile->id);
    HELIOGRAPH_TRY(remove.run());
    HELIOGRAPH_TRY(transaction->commit());
  }
  emptyLog(m_database);
  return {};
}

}  // namespace heliograph::audience
