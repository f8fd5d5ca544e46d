// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What came back of tries, written into the rows of the outbox.
#include "delivery/outbox/database_time.h"
#include "delivery/outbox/outbox.h"
#include "delivery/outbox/reason_text.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

QString settleSql(const QString& change, const QString& condition) {
  return QStringLiteral(
             "UPDATE outbox SET %1, message_id = ?, not_before = %2 + ?, owner = NULL, expires_at = NULL, updated_at = "
             "%2 WHERE id = ? AND tries = ? AND %3")
      .arg(change, databaseNow(), condition);
}

/// An acceptance is the truth about the row's last try, whatever was believed of it meanwhile.
QString rowSql(TryResult::Fate fate) {
  const QString undecided = QStringLiteral("state IN ('sending', 'in_doubt')");
  switch (fate) {
    case TryResult::Fate::Accepted:
      return settleSql(
          QStringLiteral("state = CASE WHEN held_until IS NULL THEN 'accepted' ELSE 'held' END, reason = ?"),
          QStringLiteral("state NOT IN ('accepted', 'held')"));
    case TryResult::Fate::Refused:
      return settleSql(QStringLiteral("state = 'refused', reason = ?"), undecided);
    case TryResult::Fate::InDoubt:
      return settleSql(QStringLiteral("state = 'in_doubt', reason = ?"), undecided);
    case TryResult::Fate::Again:
      break;
  }
  return settleSql(QStringLiteral("state = 'pending', reason = ?"), undecided);
}

}  // namespace

Result<> Outbox::record(const std::vector<TryResult>& results) const {
  Statement note(
      m_database,
      QStringLiteral("UPDATE attempt SET finished_at = %1, outcome = ?, http_status = ?, code = ?, words = ?, "
                     "message_id = ? WHERE id = ?")
          .arg(databaseNow()));
  for (const TryResult& result : results) {
    note.bind(result.outcome).bind(result.httpStatus).bind(result.code).bind(result.words);
    if (result.messageId.isEmpty()) {
      note.bindNull();
    } else {
      note.bind(result.messageId);
    }
    HELIOGRAPH_TRY(note.bind(result.attempt).run());
    HELIOGRAPH_TRY(recordIds(result));
    HELIOGRAPH_TRY(recordRow(result));
  }
  return {};
}

/// The provider may have been removed meanwhile.
Result<> Outbox::recordIds(const TryResult& result) const {
  if (result.messageIds.isEmpty()) return {};
  Statement keep(
      m_database,
      QStringLiteral("INSERT OR IGNORE INTO provider_ref (outbox_id, attempt_id, provider_id, message_id, part) "
                     "SELECT outbox_id, id, provider_id, ?, ? FROM attempt WHERE id = ? AND provider_id IS "
                     "NOT NULL"));
  for (int part = 0; part < result.messageIds.size(); ++part) {
    HELIOGRAPH_TRY(keep.bind(result.messageIds.at(part)).bind(part).bind(result.attempt).run());
  }
  return {};
}

Result<> Outbox::recordRow(const TryResult& result) const {
  Statement settle(m_database, rowSql(result.fate));
  settle.bind(result.reason);
  if (result.messageId.isEmpty()) {
    settle.bindNull();
  } else {
    settle.bind(result.messageId);
  }
  settle.bind(static_cast<qint64>(result.wait.count())).bind(result.row).bind(result.number);
  HELIOGRAPH_TRY(settle.run());
  if (result.fate != TryResult::Fate::Again || settle.affected() == 0) return {};
  // The run may have ended without waiting for this answer.
  Statement skipping(m_database,
                     QStringLiteral("UPDATE outbox SET state = 'skipped', reason = ? WHERE id = ? AND EXISTS "
                                    "(SELECT 1 FROM run WHERE id = outbox.run_id AND state = 'stopped')"));
  HELIOGRAPH_TRY(skipping.bind(QString(reason::campaignStopped)).bind(result.row).run());
  Statement reopen(m_database,
                   QStringLiteral("UPDATE run SET state = 'running', finished_at = NULL WHERE state = 'done' AND id = "
                                  "(SELECT run_id FROM outbox WHERE id = ?)"));
  return reopen.bind(result.row).run();
}

}  // namespace heliograph::delivery
