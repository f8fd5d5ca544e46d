// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/poll_repository.h"

#include <array>

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// Minutes after a message was taken at which is asked what became of it.
constexpr std::array<qint64, 9> kAskMinutes{1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 48 * 60, 72 * 60};
/// What is older when the computer is on again isn't asked about any more.
constexpr qint64 kOldestHours = 96;

/// As the index outbox_unheard says it.
const QString kUnheard = QStringLiteral(
    "provider_id = ? AND state = 'accepted' AND message_id IS NOT NULL AND (delivery_state IS NULL OR delivery_state = "
    "'sent')");

}  // namespace

Result<std::vector<UnheardRow>> PollRepository::due(ProviderId provider, const QDateTime& now, int limit) const {
  std::vector<UnheardRow> rows;
  for (size_t step = 0; step < kAskMinutes.size() && static_cast<int>(rows.size()) < limit; ++step) {
    Statement find(
        m_database,
        QStringLiteral("SELECT id, message_id, updated_at, (SELECT client_id FROM attempt a WHERE "
                       "a.outbox_id = outbox.id AND a.number = outbox.tries) FROM outbox WHERE ") +
            kUnheard +
            QStringLiteral(" AND receipt_asks = ? AND updated_at <= ? AND updated_at > ? ORDER BY updated_at "
                           "LIMIT ?"));
    find.bind(provider).bind(static_cast<qint64>(step)).bind(now.addSecs(-60 * kAskMinutes.at(step)));
    find.bind(now.addSecs(-3600 * kOldestHours)).bind(limit - static_cast<int>(rows.size()));
    while (true) {
      auto row = find.next();
      if (!row) return fail(row.error());
      if (!*row) break;
      rows.push_back({find.id<OutboxId>(0), find.text(1), find.text(3), find.instant(2)});
    }
  }
  return rows;
}

/// Times that passed meanwhile count as asked, too.
Result<> PollRepository::markAsked(const std::vector<UnheardRow>& rows, const QDateTime& now) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement mark(m_database, QStringLiteral("UPDATE outbox SET receipt_asks = ? WHERE id = ?"));
  for (const UnheardRow& row : rows) {
    qint64 passed = 0;
    for (const qint64 minutes : kAskMinutes) passed += row.acceptedAt.addSecs(60 * minutes) <= now ? 1 : 0;
    HELIOGRAPH_TRY(mark.bind(passed).bind(row.row).run());
  }
  return transaction->commit();
}

Result<bool> PollRepository::hasUnheard(ProviderId provider, const QDateTime& since) const {
  Statement find(m_database, QStringLiteral("SELECT 1 FROM outbox WHERE ") + kUnheard +
                                 QStringLiteral(" AND updated_at > ? LIMIT 1"));
  return find.bind(provider).bind(since).next();
}

Result<FeedPlace> PollRepository::place(ProviderId provider, const QString& kind) const {
  Statement find(m_database,
                 QStringLiteral("SELECT cursor, asked_at, quiet FROM report_feed WHERE provider_id = ? AND kind = ?"));
  auto row = find.bind(provider).bind(kind).next();
  if (!row) return fail(row.error());
  return *row ? FeedPlace{find.text(0), find.instant(1), static_cast<int>(find.integer(2))} : FeedPlace{};
}

Result<> PollRepository::setPlace(ProviderId provider, const QString& kind, const FeedPlace& place) const {
  Statement keep(m_database,
                 QStringLiteral("INSERT INTO report_feed (provider_id, kind, cursor, asked_at, quiet) VALUES (?, ?, ?, "
                                "?, ?) ON CONFLICT (provider_id, kind) DO UPDATE SET cursor = excluded.cursor, "
                                "asked_at = excluded.asked_at, quiet = excluded.quiet"));
  return keep.bind(provider).bind(kind).bind(place.cursor).bind(place.askedAt).bind(place.quiet).run();
}

}  // namespace heliograph::delivery
