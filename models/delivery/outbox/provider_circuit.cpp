// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/provider_circuit.h"

#include <algorithm>

#include "delivery/outbox/database_time.h"
#include "delivery/outbox/rate_lease.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;
using storage::Statement;

/// An answer is good for so long: who was silent for longer is begun with one message.
constexpr std::chrono::milliseconds kAnswerIsGoodFor = 60s;
/// Above the deadline of a request: then the program that sent the trial has ended.
constexpr std::chrono::milliseconds kTrialTakes = 20s;
/// So many faults in a row are no accident.
constexpr int kFaultsToOpen = 3;
constexpr int kMostDoublingsOpen = 10;
constexpr int kServerFault = 500;

}  // namespace

Contact contactOf(const providers::SendVerdict& verdict) {
  const bool unclear = verdict.outcome == providers::SendVerdict::Outcome::InDoubt;
  if (verdict.httpStatus != 0)
    return unclear && verdict.httpStatus >= kServerFault ? Contact::Fault : Contact::Answered;
  return unclear ? Contact::Silent : Contact::Refused;
}

std::chrono::milliseconds ProviderCircuit::pauseAfter(int failures, Contact contact) {
  const bool safe = contact == Contact::Refused;
  const std::chrono::milliseconds first = safe ? 100ms : 5000ms;
  const std::chrono::milliseconds longest = safe ? 30s : 300s;
  return std::min(first * (1 << std::clamp(failures - 1, 0, kMostDoublingsOpen)), longest);
}

Result<ProviderCircuit::State> ProviderCircuit::state(ProviderId provider) const {
  Statement find(m_database,
                 QStringLiteral("SELECT failures, paused_until > %1, trial_until > %1, answered_at > %1 - ? FROM "
                                "rate_lease WHERE provider_id = ?")
                     .arg(databaseNow()));
  auto row = find.bind(static_cast<qint64>(kAnswerIsGoodFor.count())).bind(provider).next();
  if (!row) return fail(row.error());
  if (!*row) return State::Trial;
  const bool failed = find.integer(0) > 0;
  if (failed && find.boolean(1)) return State::Open;
  if (!failed && find.boolean(3)) return State::Closed;
  if (!find.boolean(2)) return State::Trial;
  return failed ? State::Open : State::First;
}

Result<> ProviderCircuit::beginTrial(ProviderId provider) const {
  Statement mark(m_database,
                 QStringLiteral("UPDATE rate_lease SET trial_until = %1 + ? WHERE provider_id = ? AND (failures > 0 OR "
                                "answered_at <= %1 - ?)")
                     .arg(databaseNow()));
  return mark.bind(static_cast<qint64>(kTrialTakes.count()))
      .bind(provider)
      .bind(static_cast<qint64>(kAnswerIsGoodFor.count()))
      .run();
}

Result<> ProviderCircuit::note(ProviderId provider, Contact contact, qint64 left) const {
  switch (contact) {
    case Contact::None: {
      Statement end(m_database, QStringLiteral("UPDATE rate_lease SET trial_until = 0 WHERE provider_id = ?"));
      return end.bind(provider).run();
    }
    case Contact::Answered: {
      Statement close(m_database,
                      QStringLiteral("UPDATE rate_lease SET answered_at = %1, failures = 0, faults = 0, trial_until = "
                                     "0, paused_until = CASE pause_reason WHEN ? THEN 0 ELSE paused_until END WHERE "
                                     "provider_id = ?")
                          .arg(databaseNow()));
      return close.bind(QString(pause_reason::unreachable)).bind(provider).run();
    }
    case Contact::Fault: {
      Statement count(m_database, QStringLiteral("UPDATE rate_lease SET faults = faults + 1, trial_until = 0 WHERE "
                                                 "provider_id = ? RETURNING faults, failures"));
      auto row = count.bind(provider).next();
      if (!row) return fail(row.error());
      const bool opens = *row && (count.integer(0) >= kFaultsToOpen || count.integer(1) > 0);
      count.reset();
      return opens ? open(provider, contact, left) : Result<>();
    }
    case Contact::Refused:
    case Contact::Silent:
      return open(provider, contact, left);
  }
  return {};
}

Result<> ProviderCircuit::open(ProviderId provider, Contact contact, qint64 left) const {
  Statement find(m_database, QStringLiteral("SELECT failures, failed_at FROM rate_lease WHERE provider_id = ?"));
  auto row = find.bind(provider).next();
  if (!row) return fail(row.error());
  const int failures = *row ? static_cast<int>(find.integer(0)) : 0;
  if (failures > 0 && left <= find.integer(1)) return {};
  find.reset();
  const qint64 pause = pauseAfter(failures + 1, contact).count();
  Statement write(
      m_database,
      QStringLiteral("INSERT INTO rate_lease (provider_id, next_free_at, failures, failed_at, paused_until, "
                     "pause_reason) VALUES (?, 0, 1, %1, %1 + ?, ?) ON CONFLICT (provider_id) DO UPDATE SET "
                     "failures = failures + 1, failed_at = excluded.failed_at, trial_until = 0, "
                     "paused_until = MAX(paused_until, excluded.paused_until), pause_reason = "
                     "excluded.pause_reason")
          .arg(databaseNow()));
  return write.bind(provider).bind(pause).bind(QString(pause_reason::unreachable)).run();
}

}  // namespace heliograph::delivery
