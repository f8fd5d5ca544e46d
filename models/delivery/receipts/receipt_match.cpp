// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/receipt_match.h"

#include <vector>

#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// A batch may share one id; more than these no provider puts into one.
constexpr int kMostOfOneId = 2000;

QString matchSql(const QString& which) {
  return QStringLiteral(
             "SELECT o.id, a.number = o.tries, o.address FROM attempt a JOIN outbox o ON o.id = a.outbox_id "
             "WHERE a.provider_id = ? AND %1 LIMIT %2")
      .arg(which)
      .arg(kMostOfOneId);
}

Result<std::vector<MatchedRow>> readMatches(Statement& find) {
  std::vector<MatchedRow> rows;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return rows;
    rows.push_back({find.id<OutboxId>(0), find.boolean(1), find.text(2)});
  }
}

}  // namespace

Result<std::optional<MatchedRow>> ReceiptMatch::find(const MessageName& name) const {
  if (!name.clientId.isEmpty()) {
    Statement byOurs(m_database, matchSql(QStringLiteral("a.client_id = ?")));
    byOurs.bind(name.provider).bind(name.clientId);
    auto rows = readMatches(byOurs);
    if (!rows) return fail(rows.error());
    if (!rows->empty()) return std::optional(rows->front());
  }
  if (name.messageId.isEmpty()) return std::optional<MatchedRow>();
  Statement byTheirs(m_database, matchSql(QStringLiteral("a.message_id = ?")));
  byTheirs.bind(name.provider).bind(name.messageId);
  auto rows = readMatches(byTheirs);
  if (!rows) return fail(rows.error());
  if (rows->empty()) {
    Statement byPart(m_database,
                     QStringLiteral("SELECT o.id, a.number = o.tries, o.address FROM provider_ref r JOIN attempt a ON "
                                    "a.id = r.attempt_id JOIN outbox o ON o.id = r.outbox_id WHERE r.provider_id = ? "
                                    "AND r.message_id = ? LIMIT ?"));
    rows = readMatches(byPart.bind(name.provider).bind(name.messageId).bind(kMostOfOneId));
    if (!rows) return fail(rows.error());
  }
  if (rows->size() == 1) return std::optional(rows->front());
  for (const MatchedRow& each : *rows) {
    if (!name.addressHash.isEmpty() && m_hasher.hash(each.address) == name.addressHash) return std::optional(each);
  }
  return std::optional<MatchedRow>();
}

}  // namespace heliograph::delivery
