// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/unclear_repository.h"

#include "delivery/outbox/database_time.h"
#include "delivery/outbox/reason_text.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// The rows meant, for a statement on `outbox AS o`; bindSelection() gives its four values.
QString selected() {
  return QStringLiteral(
      "o.state = 'in_doubt' AND o.run_id IN (SELECT id FROM run WHERE campaign_id = ? AND (? IS NULL OR id = ?)) AND "
      "(? "
      "= '' OR o.profile_id = (SELECT id FROM profile WHERE identity = ?))");
}

/// The state of a row that the provider has: until its time it is kept.
QString hasIt() {
  return QStringLiteral("CASE WHEN held_until IS NULL THEN 'accepted' ELSE 'held' END");
}

void bindSelection(Statement& statement, const UnclearSelection& selection) {
  statement.bind(selection.campaign).bind(selection.run).bind(selection.run);
  statement.bind(selection.identity).bind(selection.identity);
}

const QString kRows = QStringLiteral(
    "SELECT o.id, o.tries, a.provider_id, a.client_id, a.message_id, o.address, o.text, a.started_at FROM outbox o "
    "JOIN attempt a ON a.outbox_id = o.id "
    "AND "
    "a.number = o.tries WHERE ");

/// That row `o` was last tried by none of so many providers.
QString ofOthers(const std::vector<ProviderId>& providers) {
  const QStringList marks(static_cast<qsizetype>(providers.size()), QStringLiteral("?"));
  return QStringLiteral("COALESCE(o.provider_id, 0) NOT IN (%1)").arg(marks.join(QLatin1Char(',')));
}

Result<std::vector<UnclearRow>> readRows(Statement& find) {
  std::vector<UnclearRow> rows;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return rows;
    rows.push_back({find.id<OutboxId>(0), static_cast<int>(find.integer(1)), find.id<ProviderId>(2), find.text(3),
                    find.text(4), find.text(5), find.text(6),
                    QDateTime::fromMSecsSinceEpoch(find.integer(7), Qt::UTC)});
  }
}

}  // namespace

Result<std::vector<UnclearRow>> UnclearRepository::list(const UnclearSelection& selection) const {
  Statement find(m_database, kRows + selected() + QStringLiteral(" ORDER BY o.id"));
  bindSelection(find, selection);
  return readRows(find);
}

Result<std::vector<UnclearRow>> UnclearRepository::unasked(std::chrono::milliseconds since, int limit,
                                                           const std::vector<ProviderId>& notOf) const {
  Statement find(m_database, kRows + QStringLiteral("o.state = 'in_doubt' AND o.asked_at IS NULL AND o.updated_at <= "
                                                    "%1 - ? AND %2 ORDER BY o.updated_at LIMIT ?")
                                         .arg(databaseNow(), ofOthers(notOf)));
  find.bind(static_cast<qint64>(since.count()));
  for (const ProviderId provider : notOf) find.bind(provider);
  find.bind(limit);
  return readRows(find);
}

Result<bool> UnclearRepository::hasUnasked(const std::vector<ProviderId>& notOf) const {
  Statement find(m_database, QStringLiteral("SELECT 1 FROM outbox o WHERE o.state = 'in_doubt' AND o.asked_at IS NULL "
                                            "AND %1 LIMIT 1")
                                 .arg(ofOthers(notOf)));
  for (const ProviderId provider : notOf) find.bind(provider);
  return find.next();
}

Result<> UnclearRepository::markAsked(const UnclearRow& row) const {
  Statement mark(m_database,
                 QStringLiteral("UPDATE outbox SET asked_at = %1 WHERE id = ? AND tries = ?").arg(databaseNow()));
  return mark.bind(row.row).bind(row.tries).run();
}

Result<int> UnclearRepository::settleSent(const UnclearSelection& selection) const {
  Statement settle(m_database, QStringLiteral("UPDATE outbox AS o SET state = %3, reason = ?, updated_at = %1 WHERE %2")
                                   .arg(databaseNow(), selected(), hasIt()));
  settle.bind(QString(reason::settledSent));
  bindSelection(settle, selection);
  HELIOGRAPH_TRY(settle.run());
  return static_cast<int>(settle.affected());
}

Result<int> UnclearRepository::settleNotSent(const UnclearSelection& selection) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement reopen(m_database,
                   QStringLiteral("UPDATE run SET state = 'running', finished_at = NULL WHERE state = 'done' AND id IN "
                                  "(SELECT o.run_id FROM outbox o WHERE %1)")
                       .arg(selected()));
  bindSelection(reopen, selection);
  HELIOGRAPH_TRY(reopen.run());
  // Not as one that was never tried: another provider may have turned it away before.
  Statement settle(
      m_database,
      QStringLiteral("UPDATE outbox AS o SET state = CASE WHEN (SELECT state FROM run WHERE id = o.run_id) = "
                     "'stopped' THEN 'skipped' ELSE 'pending' END, reason = CASE WHEN (SELECT state FROM run "
                     "WHERE id = o.run_id) = 'stopped' THEN ? ELSE '' END, not_before = 1, updated_at = %1 "
                     "WHERE %2")
          .arg(databaseNow(), selected()));
  settle.bind(QString(reason::campaignStopped));
  bindSelection(settle, selection);
  HELIOGRAPH_TRY(settle.run());
  const int settled = static_cast<int>(settle.affected());
  HELIOGRAPH_TRY(transaction->commit());
  return settled;
}

Result<bool> UnclearRepository::isOfAnother(const UnclearRow& row, const QString& messageId) const {
  Statement find(m_database, QStringLiteral("SELECT 1 FROM provider_ref WHERE provider_id = ? AND message_id = ? AND "
                                            "outbox_id <> ? LIMIT 1"));
  return find.bind(row.provider).bind(messageId).bind(row.row).next();
}

Result<bool> UnclearRepository::settleFound(const UnclearRow& row, const QString& messageId) const {
  Statement settle(m_database,
                   QStringLiteral("UPDATE outbox SET state = %2, reason = ?, message_id = ?, updated_at = %1 "
                                  "WHERE id = ? AND tries = ? AND state = 'in_doubt'")
                       .arg(databaseNow(), hasIt()));
  HELIOGRAPH_TRY(settle.bind(QString(reason::foundAtProvider)).bind(messageId).bind(row.row).bind(row.tries).run());
  const bool isSettled = settle.affected() > 0;
  if (!isSettled || messageId.isEmpty()) return isSettled;
  Statement keep(m_database, QStringLiteral("INSERT OR IGNORE INTO provider_ref (outbox_id, attempt_id, provider_id, "
                                            "message_id, part) SELECT outbox_id, id, provider_id, ?, 0 FROM attempt "
                                            "WHERE outbox_id = ? AND number = ? AND provider_id IS NOT NULL"));
  return keep.bind(messageId).bind(row.row).bind(row.tries).run().map([] { return true; });
}

}  // namespace heliograph::delivery
