// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/receipt_intake.h"

#include "audience/suppression_repository.h"
#include "delivery/outbox/database_time.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/receipts/reply_intake.h"
#include "delivery/receipts/reply_number.h"
#include "providers/template/scrub.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using providers::Receipt;
using storage::Statement;

constexpr qint64 kWaitingSeconds = 3LL * 24 * 60 * 60;
constexpr qint64 kMostWaiting = 50000;
constexpr int kWaitingAtOnce = 2000;
/// A provider's clock may be that much before ours.
constexpr qint64 kClockSlack = 10LL * 60;

Result<QString> regionOf(const storage::Database& database) {
  Statement find(database, QStringLiteral("SELECT value FROM workspace WHERE name = 'default_region'"));
  auto row = find.next();
  if (!row) return fail(row.error());
  return *row ? find.text(0) : QString();
}

}  // namespace

/// What one batch is taken in with.
struct ReceiptIntake::Desk {
  ProviderId provider;
  audience::AddressHasher hasher;
  QString region;
  qint64 waiting = 0;  ///< so many wait
  IntakeReport report;
};

Result<IntakeReport> ReceiptIntake::take(ProviderId provider, const std::vector<Receipt>& receipts) const {
  if (receipts.empty()) return IntakeReport{};
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  auto hasher = audience::AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  auto region = regionOf(m_database);
  if (!region) return fail(region.error());
  Statement count(m_database, QStringLiteral("SELECT count(*) FROM receipt_waiting"));
  auto counted = count.next();
  if (!counted) return fail(counted.error());
  Desk desk{provider, std::move(*hasher), std::move(*region), count.integer(0), {}};
  for (const Receipt& receipt : receipts) HELIOGRAPH_TRY(takeOne(desk, receipt));
  HELIOGRAPH_TRY(transaction->commit());
  return desk.report;
}

Result<> ReceiptIntake::takeOne(Desk& desk, const Receipt& receipt) const {
  MessageName name{desk.provider, receipt.messageId, receipt.clientId, {}};
  const ReceiptMatch match(m_database, desk.hasher);
  if (receipt.kind == Receipt::Kind::Replied) {
    // Its own id is the reply's; the message it answers is known by our id alone.
    name.messageId.clear();
    auto row = match.find(name);
    if (!row) return fail(row.error());
    const ReplyIntake replies(m_database, m_clock, desk.hasher);
    const QString address = receipt.number.isEmpty() ? QString() : reportedNumber(receipt.number, desk.region);
    auto taken =
        replies.take({desk.provider, receipt.messageId, address, receipt.text, receipt.opt, timeOf(receipt)}, *row);
    if (!taken) return fail(taken.error());
    desk.report.replies += taken->isNew ? 1 : 0;
    desk.report.unchanged += taken->isNew ? 0 : 1;
    desk.report.stopped += taken->stopped ? 1 : 0;
    desk.report.started += taken->started ? 1 : 0;
    return {};
  }
  if (!receipt.number.isEmpty()) name.addressHash = desk.hasher.hash(reportedNumber(receipt.number, desk.region));
  auto row = match.find(name);
  if (!row) return fail(row.error());
  return *row ? takeReceipt(desk, **row, receipt) : keepWaiting(desk, name, receipt);
}

Result<> ReceiptIntake::takeReceipt(Desk& desk, const MatchedRow& row, const Receipt& receipt) const {
  auto changed = receipt.kind == Receipt::Kind::Clicked ? noteClick(row, receipt) : noteState(row, receipt);
  if (!changed) return fail(changed.error());
  ++(*changed ? desk.report.changed : desk.report.unchanged);
  if (!receipt.optedOut || row.address.isEmpty()) return {};
  const audience::SuppressionRepository suppressions(m_database, m_clock);
  auto already = suppressions.isSuppressed(row.address);
  if (!already) return fail(already.error());
  desk.report.stopped += *already ? 0 : 1;
  return suppressions.add(row.address, QStringLiteral("provider"), QStringLiteral("opted_out"));
}

/// A failure of an earlier try says nothing about the one that followed; an arrival does.
Result<bool> ReceiptIntake::noteState(const MatchedRow& row, const Receipt& receipt) const {
  if (!row.isLastTry && receipt.kind != Receipt::Kind::Delivered) return false;
  const bool failed = receipt.kind == Receipt::Kind::Failed;
  const int rank = receipt.kind == Receipt::Kind::Delivered ? 3 : failed ? 2 : 1;
  Statement note(m_database,
                 QStringLiteral("UPDATE outbox SET delivery_state = ?, delivery_code = ?, delivery_words = ?, "
                                "delivered_at = ? WHERE id = ? AND CASE delivery_state WHEN 'delivered' THEN 3 WHEN "
                                "'failed' THEN 2 WHEN 'sent' THEN 1 ELSE 0 END < ?"));
  note.bind(providers::receiptKindName(receipt.kind));
  if (failed) {
    note.bind(receipt.code).bind(providers::scrubWords(receipt.words, row.address, {}));
  } else {
    note.bindNull().bindNull();
  }
  if (receipt.kind == Receipt::Kind::Sent) {
    note.bindNull();
  } else {
    note.bind(timeOf(receipt));
  }
  HELIOGRAPH_TRY(note.bind(row.row).bind(rank).run());
  const bool isNew = note.affected() > 0;
  if (!failed) HELIOGRAPH_TRY(noteArrival(row, receipt.kind == Receipt::Kind::Delivered));
  return isNew;
}

/// The provider has a message of which it was unclear whether it does; one that was delivered isn't sent again, even if
/// somebody has said that it was not sent.
Result<> ReceiptIntake::noteArrival(const MatchedRow& row, bool delivered) const {
  Statement settle(m_database,
                   QStringLiteral("UPDATE outbox SET state = 'accepted', reason = ?, owner = NULL, expires_at = NULL, "
                                  "updated_at = %1 WHERE id = ? AND (state IN ('in_doubt', 'held') OR (? AND state IN "
                                  "('pending', 'claimed')))")
                       .arg(databaseNow()));
  return settle.bind(QString(reason::foundAtProvider)).bind(row.row).bind(delivered).run();
}

Result<bool> ReceiptIntake::noteClick(const MatchedRow& row, const Receipt& receipt) const {
  Statement note(m_database, QStringLiteral("INSERT OR IGNORE INTO click (outbox_id, at, target) VALUES (?, ?, ?)"));
  HELIOGRAPH_TRY(note.bind(row.row).bind(timeOf(receipt)).bind(receipt.target).run());
  const bool isNew = note.affected() > 0;
  Statement first(m_database, QStringLiteral("UPDATE outbox SET clicked_at = ? WHERE id = ? AND "
                                             "(clicked_at IS NULL OR clicked_at > ?)"));
  HELIOGRAPH_TRY(first.bind(timeOf(receipt)).bind(row.row).bind(timeOf(receipt)).run());
  return isNew;
}

Result<> ReceiptIntake::keepWaiting(Desk& desk, const MessageName& name, const Receipt& receipt) const {
  ++desk.report.waiting;
  if (desk.waiting >= kMostWaiting) return {};
  Statement keep(m_database,
                 QStringLiteral("INSERT OR IGNORE INTO receipt_waiting (provider_id, message_id, client_id, "
                                "address_hash, kind, code, words, target, opted_out, at, received_at) VALUES "
                                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  keep.bind(name.provider).bind(name.messageId).bind(name.clientId);
  if (name.addressHash.isEmpty()) {
    keep.bindNull();
  } else {
    keep.bind(name.addressHash);
  }
  keep.bind(providers::receiptKindName(receipt.kind)).bind(receipt.code).bind(receipt.words).bind(receipt.target);
  HELIOGRAPH_TRY(keep.bind(receipt.optedOut).bind(receipt.at).bind(m_clock.now()).run());
  desk.waiting += keep.affected();
  return {};
}

Result<IntakeReport> ReceiptIntake::takeWaiting() const {
  Statement any(m_database, QStringLiteral("SELECT 1 FROM receipt_waiting LIMIT 1"));
  auto there = any.next();
  any.reset();
  if (!there) return fail(there.error());
  if (!*there) return IntakeReport{};
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement forget(m_database, QStringLiteral("DELETE FROM receipt_waiting WHERE received_at < ?"));
  HELIOGRAPH_TRY(forget.bind(m_clock.now().addSecs(-kWaitingSeconds)).run());
  auto hasher = audience::AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  Desk desk{{}, std::move(*hasher), {}, 0, {}};
  const ReceiptMatch match(m_database, desk.hasher);
  struct Waiting {
    qint64 id = 0;
    MatchedRow row;
    Receipt receipt;
  };
  std::vector<Waiting> found;
  Statement list(m_database, QStringLiteral("SELECT id, provider_id, message_id, client_id, address_hash, kind, code, "
                                            "words, target, opted_out, at FROM receipt_waiting ORDER BY id DESC "
                                            "LIMIT ?"));
  list.bind(kWaitingAtOnce);
  while (true) {
    auto next = list.next();
    if (!next) return fail(next.error());
    if (!*next) break;
    auto row = match.find({list.id<ProviderId>(1), list.text(2), list.text(3), list.bytes(4)});
    if (!row) return fail(row.error());
    if (!*row) continue;
    Receipt receipt;
    receipt.kind = providers::receiptKindByName(list.text(5));
    receipt.code = static_cast<int>(list.integer(6));
    receipt.words = list.text(7);
    receipt.target = list.text(8);
    receipt.optedOut = list.boolean(9);
    receipt.at = list.instant(10);
    found.push_back({list.integer(0), **row, std::move(receipt)});
  }
  list.reset();
  Statement done(m_database, QStringLiteral("DELETE FROM receipt_waiting WHERE id = ?"));
  for (const Waiting& each : found) {
    HELIOGRAPH_TRY(takeReceipt(desk, each.row, each.receipt));
    HELIOGRAPH_TRY(done.bind(each.id).run());
  }
  HELIOGRAPH_TRY(transaction->commit());
  return desk.report;
}

/// As the provider says, unless its clock is wrong.
QDateTime ReceiptIntake::timeOf(const Receipt& receipt) const {
  const QDateTime now = m_clock.now();
  return receipt.at.isValid() && receipt.at <= now.addSecs(kClockSlack) ? receipt.at : now;
}

}  // namespace heliograph::delivery
