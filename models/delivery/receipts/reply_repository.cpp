// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/reply_repository.h"

#include <algorithm>

#include "audience/profile_repository.h"
#include "audience/suppression_repository.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// A number as it is typed, without what stands between its digits.
QString digitsOf(const QString& text) {
  QString digits;
  for (const QChar sign : text) {
    if (sign.isDigit()) digits += sign;
  }
  return digits;
}

/// Fewer digits are in almost every number.
constexpr qsizetype kDigitsOfNumber = 3;

bool holds(const ReplyRow& reply, const QString& search) {
  for (const QString* part : {&reply.text, &reply.name, &reply.identity, &reply.campaignName}) {
    if (part->contains(search, Qt::CaseInsensitive)) return true;
  }
  const QString digits = digitsOf(search);
  return digits.size() >= kDigitsOfNumber && digitsOf(reply.address).contains(digits);
}

}  // namespace

Result<std::vector<ReplyRow>> ReplyRepository::list(bool onlyUnread, int limit, const QString& search) const {
  const QString wanted = search.trimmed();
  constexpr int all = -1;
  auto rows = read(onlyUnread, wanted.isEmpty() ? limit : all);
  if (!rows || wanted.isEmpty()) return rows;
  rows->erase(std::remove_if(rows->begin(), rows->end(), [&](const ReplyRow& one) { return !holds(one, wanted); }),
              rows->end());
  if (rows->size() > static_cast<std::size_t>(limit)) rows->resize(static_cast<std::size_t>(limit));
  return rows;
}

Result<std::vector<ReplyRow>> ReplyRepository::read(bool onlyUnread, int limit) const {
  Statement find(m_database,
                 QStringLiteral("SELECT r.id, r.address, r.text, r.meaning, r.at, r.read_at, c.id, c.name, "
                                "r.profile_id FROM reply r LEFT JOIN outbox o ON o.id = r.outbox_id LEFT JOIN run ON "
                                "run.id = o.run_id LEFT JOIN campaign c ON c.id = run.campaign_id WHERE ? = 0 OR "
                                "r.read_at IS NULL ORDER BY r.at DESC, r.id DESC LIMIT ?"));
  find.bind(onlyUnread).bind(limit);
  std::vector<ReplyRow> rows;
  std::vector<ProfileId> people;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    ReplyRow reply;
    reply.id = find.integer(0);
    reply.address = find.text(1);
    reply.text = find.text(2);
    reply.meaning = find.text(3);
    reply.at = find.instant(4);
    reply.isRead = !find.isNull(5);
    reply.campaign = find.id<CampaignId>(6);
    reply.campaignName = find.text(7);
    people.push_back(find.id<ProfileId>(8));
    rows.push_back(std::move(reply));
  }
  for (size_t i = 0; i < rows.size(); ++i) HELIOGRAPH_TRY(complete(rows[i], people[i]));
  return rows;
}

Result<> ReplyRepository::complete(ReplyRow& reply, ProfileId person) const {
  reply.name = reply.address;
  if (person.isValid()) {
    auto profile = audience::ProfileRepository(m_database, m_clock).byId(person);
    if (profile) {
      reply.identity = profile->identity;
      reply.name = profile->displayName();
      reply.isUnsubscribed = profile->unsubscribed;
    } else if (profile.error().code != ErrorCode::NotFound) {
      return fail(profile.error());
    }
  }
  if (reply.isUnsubscribed) return {};
  auto suppressed = audience::SuppressionRepository(m_database, m_clock).isSuppressed(reply.address);
  if (!suppressed) return fail(suppressed.error());
  reply.isUnsubscribed = *suppressed;
  return {};
}

Result<qint64> ReplyRepository::unreadCount() const {
  Statement count(m_database, QStringLiteral("SELECT count(*) FROM reply WHERE read_at IS NULL"));
  auto row = count.next();
  if (!row) return fail(row.error());
  return count.integer(0);
}

Result<> ReplyRepository::markRead(const std::vector<qint64>& replies, bool read) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement mark(m_database, QStringLiteral("UPDATE reply SET read_at = ? WHERE id = ? AND (read_at IS NULL) = ?"));
  for (const qint64 reply : replies) {
    HELIOGRAPH_TRY(mark.bind(read ? m_clock.now() : QDateTime()).bind(reply).bind(read).run());
  }
  return transaction->commit();
}

Result<> ReplyRepository::markAllRead() const {
  return Statement(m_database, QStringLiteral("UPDATE reply SET read_at = ? WHERE read_at IS NULL"))
      .bind(m_clock.now())
      .run();
}

Result<> ReplyRepository::unsubscribe(const ReplyRow& reply) const {
  const QString person = QStringLiteral("person");
  if (!reply.identity.isEmpty()) {
    HELIOGRAPH_TRY(audience::ProfileRepository(m_database, m_clock).unsubscribe(reply.identity, person));
  }
  return audience::SuppressionRepository(m_database, m_clock)
      .add(reply.address, person, QStringLiteral("unsubscribed"));
}

Result<> ReplyRepository::resubscribe(const ReplyRow& reply) const {
  if (!reply.identity.isEmpty()) {
    HELIOGRAPH_TRY(audience::ProfileRepository(m_database, m_clock).resubscribe(reply.identity));
  }
  return audience::SuppressionRepository(m_database, m_clock).lift(reply.address);
}

}  // namespace heliograph::delivery
