// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/held/held_messages.h"

#include <algorithm>
#include <chrono>

#include "delivery/outbox/reason_text.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;
using providers::CancelVerdict;
using storage::Statement;

/// A provider is asked so often about one message.
constexpr int kMostAsked = 10;
/// And never sooner again: the answer to the last question may still come.
constexpr qint64 kAskAgainMs = 30 * 1000;
constexpr qint64 kAskAgainAtMostMs = 15 * 60 * 1000;

const QString kAsksFor = QStringLiteral("state = 'held' AND take_back IN ('stopped', 'paused', 'person')");

}  // namespace

Result<qint64> HeldMessages::letPass() const {
  const QDateTime now = m_clock.now();
  Statement any(m_database, QStringLiteral("SELECT 1 FROM outbox WHERE state = 'held' AND held_until <= ? LIMIT 1"));
  auto there = any.bind(now).next();
  any.reset();
  if (!there) return fail(there.error());
  if (!*there) return 0;
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement unclear(m_database, QStringLiteral("UPDATE outbox SET state = 'in_doubt', reason = ?, updated_at = "
                                               "held_until WHERE %1 AND take_back_tries > 0 AND held_until <= ?")
                                    .arg(kAsksFor));
  HELIOGRAPH_TRY(unclear.bind(QString(reason::takeBackUnclear)).bind(now).run());
  Statement sent(
      m_database,
      QStringLiteral("UPDATE outbox SET state = 'accepted', reason = CASE WHEN take_back IN ('stopped', "
                     "'person', 'late') THEN ? ELSE '' END, updated_at = held_until WHERE state = 'held' AND "
                     "held_until <= ?"));
  HELIOGRAPH_TRY(sent.bind(QString(reason::takeBackLate)).bind(now).run());
  const qint64 passed = unclear.affected() + sent.affected();
  HELIOGRAPH_TRY(transaction->commit());
  return passed;
}

Result<bool> HeldMessages::hasToTakeBack() const {
  Statement find(m_database,
                 QStringLiteral("SELECT 1 FROM outbox WHERE %1 AND take_back_at <= ? LIMIT 1").arg(kAsksFor));
  return find.bind(m_clock.now()).next();
}

Result<std::vector<HeldMessage>> HeldMessages::takeForTakingBack(int most) const {
  const QDateTime now = m_clock.now();
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement find(
      m_database,
      QStringLiteral("SELECT o.id, o.tries, a.provider_id, o.message_id, a.client_id, o.take_back_tries FROM "
                     "outbox o JOIN attempt a ON a.outbox_id = o.id AND a.number = o.tries WHERE o.%1 AND "
                     "o.take_back_at <= ? ORDER BY o.take_back_at, o.id LIMIT ?")
          .arg(kAsksFor));
  find.bind(now).bind(most);
  std::vector<HeldMessage> messages;
  std::vector<int> asked;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    asked.push_back(static_cast<int>(find.integer(5)));
    messages.push_back({find.id<OutboxId>(0), static_cast<int>(find.integer(1)), find.id<ProviderId>(2), find.text(3),
                        find.text(4), asked.back() > 0});
  }
  Statement mark(m_database, QStringLiteral("UPDATE outbox SET take_back_tries = ?, take_back_at = ? WHERE id = ?"));
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const int times = asked[i] + 1;
    const qint64 wait = std::min(kAskAgainMs << std::min(asked[i], 8), kAskAgainAtMostMs);
    mark.bind(times);
    if (times >= kMostAsked) {
      mark.bindNull();
    } else {
      mark.bind(now.addMSecs(wait));
    }
    HELIOGRAPH_TRY(mark.bind(messages[i].row).run());
  }
  HELIOGRAPH_TRY(transaction->commit());
  return messages;
}

Result<> HeldMessages::settle(const HeldMessage& message, const CancelVerdict& verdict) const {
  if (verdict.outcome == CancelVerdict::Outcome::Unclear) return {};
  if (verdict.outcome == CancelVerdict::Outcome::Later) return askAgain(message, verdict);
  const bool taken = verdict.outcome == CancelVerdict::Outcome::TakenBack;
  // By what is wanted now: a run that was paused when it was asked may have been stopped since. What surely won't be
  // sent may be sent again once the run goes on.
  Statement change(
      m_database,
      taken ? QStringLiteral(
                  "UPDATE outbox SET state = CASE take_back WHEN 'paused' THEN 'pending' ELSE 'skipped' END, reason = "
                  "CASE take_back WHEN 'paused' THEN '' WHEN 'stopped' THEN ? ELSE CASE WHEN address IS NULL THEN ? "
                  "ELSE ? END END, message_id = NULL, held_until = NULL, not_before = 1, updated_at = ?, take_back = "
                  "NULL, take_back_at = NULL, take_back_tries = 0 WHERE id = ? AND tries = ? AND state IN ('held', "
                  "'in_doubt') AND take_back IS NOT NULL")
            : QStringLiteral("UPDATE outbox SET take_back = 'late', take_back_at = NULL, reason = ? WHERE id = ? AND "
                             "tries = ? AND state = 'held'"));
  if (taken) {
    change.bind(QString(reason::campaignStopped)).bind(QString(reason::personDeleted));
    change.bind(QString(reason::unsubscribed)).bind(m_clock.now());
  } else {
    change.bind(QString(reason::takeBackLate));
  }
  return change.bind(message.row).bind(message.tries).run();
}

/// The provider didn't get the question, or takes no more for now.
Result<> HeldMessages::askAgain(const HeldMessage& message, const CancelVerdict& verdict) const {
  const qint64 wait = std::max<qint64>(verdict.retryAfter / 1ms, kAskAgainMs);
  Statement change(m_database, QStringLiteral("UPDATE outbox SET take_back_tries = MAX(take_back_tries - 1, 0), "
                                              "take_back_at = ? WHERE id = ? AND tries = ? AND state = 'held'"));
  return change.bind(m_clock.now().addMSecs(wait)).bind(message.row).bind(message.tries).run();
}

Result<> HeldMessages::leaveUnclear(const HeldMessage& message) const {
  Statement change(m_database,
                   QStringLiteral("UPDATE outbox SET state = 'in_doubt', reason = ?, updated_at = ? WHERE id = ? AND "
                                  "tries = ? AND state = 'held'"));
  change.bind(QString(reason::takeBackUnclear)).bind(m_clock.now());
  return change.bind(message.row).bind(message.tries).run();
}

Result<ToTakeBack> HeldMessages::toTakeBack(RunId run) const {
  Statement count(m_database,
                  QStringLiteral("SELECT COUNT(*), TOTAL(take_back_at IS NULL) FROM outbox WHERE run_id = ? "
                                 "AND seed = 0 AND %1")
                      .arg(kAsksFor));
  auto row = count.bind(run).next();
  if (!row) return fail(row.error());
  return ToTakeBack{count.integer(0), count.integer(1)};
}

Result<bool> HeldMessages::hasRest(RunId run) const {
  Statement find(m_database, QStringLiteral("SELECT 1 FROM outbox WHERE run_id = ? AND state = 'pending' LIMIT 1"));
  return find.bind(run).next();
}

Result<> HeldMessages::keepNoMore(RunId run) const {
  Statement change(m_database,
                   QStringLiteral("UPDATE run SET held_by_provider = 2 WHERE id = ? AND held_by_provider = 1"));
  return change.bind(run).run();
}

Result<bool> HeldMessages::keepRestHere(const Run& run) const {
  Statement change(
      m_database,
      QStringLiteral(
          "UPDATE run SET state = 'due', hold_reason = ?, held_by_provider = 0 WHERE id = ? AND state = 'running' AND "
          "held_by_provider AND EXISTS (SELECT 1 FROM outbox WHERE run_id = run.id AND state = 'pending') "
          "AND NOT EXISTS (SELECT 1 FROM outbox WHERE run_id = run.id AND state IN ('claimed', 'sending'))"));
  HELIOGRAPH_TRY(change.bind(QString(hold::sentHere)).bind(run.id).run());
  return change.affected() > 0;
}

}  // namespace heliograph::delivery
