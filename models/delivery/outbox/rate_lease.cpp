// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/rate_lease.h"

#include <algorithm>
#include <cmath>

#include "delivery/outbox/database_time.h"
#include "delivery/outbox/provider_circuit.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// How far behind the present a slot may lie and still be used, at least.
constexpr qint64 kCatchUpMs = 100;
/// Slots that begin this soon are given out already: the caller comes back about that often.
constexpr qint64 kAheadMs = 20;

struct Lease {
  qint64 now = 0;
  qint64 nextFree = 0;
  qint64 pausedUntil = 0;

  /// `catchUp`: how far behind the present a slot may lie, in milliseconds.
  [[nodiscard]] qint64 base(qint64 catchUp) const { return std::max(now - catchUp, nextFree); }
};

Result<Lease> read(const storage::Database& database, ProviderId provider) {
  Statement make(
      database,
      QStringLiteral("INSERT INTO rate_lease (provider_id, next_free_at) VALUES (?, 0) ON CONFLICT DO NOTHING"));
  HELIOGRAPH_TRY(make.bind(provider).run());
  Statement find(
      database,
      QStringLiteral("SELECT %1, next_free_at, paused_until FROM rate_lease WHERE provider_id = ?").arg(databaseNow()));
  auto row = find.bind(provider).next();
  if (!row) return fail(row.error());
  return Lease{find.integer(0), find.integer(1), find.integer(2)};
}

/// Who sends several in one request has to have slots for all of them.
qint64 catchUpOf(double perSecond, int atOnce) {
  return std::max(kCatchUpMs, static_cast<qint64>((atOnce - 1) * 1000.0 / perSecond));
}

}  // namespace

Result<RateOffer> RateLease::offered(ProviderId provider, double perSecond, int wanted, int atOnce) const {
  auto lease = read(m_database, provider);
  if (!lease) return fail(lease.error());
  if (lease->pausedUntil > lease->now) return RateOffer{true, 0};
  auto circuit = ProviderCircuit(m_database).state(provider);
  if (!circuit) return fail(circuit.error());
  if (*circuit == ProviderCircuit::State::Open) return RateOffer{true, 0};
  if (*circuit == ProviderCircuit::State::First) return RateOffer{};
  if (*circuit == ProviderCircuit::State::Trial) wanted = std::min(wanted, 1);
  if (perSecond <= 0) return RateOffer{false, wanted};
  const qint64 until = lease->now + kAheadMs;
  const qint64 base = lease->base(catchUpOf(perSecond, atOnce));
  if (base > until) return RateOffer{};
  const double slots = std::floor(static_cast<double>(until - base) * perSecond / 1000.0) + 1;
  return RateOffer{false, static_cast<int>(std::min<double>(wanted, slots))};
}

Result<> RateLease::take(ProviderId provider, double perSecond, int count, int atOnce) const {
  if (count <= 0) return {};
  HELIOGRAPH_TRY(ProviderCircuit(m_database).beginTrial(provider));
  if (perSecond <= 0) return {};
  auto lease = read(m_database, provider);
  if (!lease) return fail(lease.error());
  const qint64 next =
      lease->base(catchUpOf(perSecond, atOnce)) + static_cast<qint64>(std::ceil(count * 1000.0 / perSecond));
  Statement write(m_database, QStringLiteral("UPDATE rate_lease SET next_free_at = ? WHERE provider_id = ?"));
  return write.bind(next).bind(provider).run();
}

Result<> RateLease::pause(ProviderId provider, std::chrono::milliseconds time, const QString& reason) const {
  HELIOGRAPH_TRY(read(m_database, provider).map([](const Lease&) {}));
  Statement write(m_database, QStringLiteral("UPDATE rate_lease SET paused_until = MAX(paused_until, %1 + ?), "
                                             "pause_reason = ? WHERE provider_id = ?")
                                  .arg(databaseNow()));
  return write.bind(static_cast<qint64>(time.count())).bind(reason).bind(provider).run();
}

Result<std::vector<QString>> RateLease::pausesOfAll(const std::vector<ProviderId>& providers) const {
  Statement find(m_database,
                 QStringLiteral("SELECT pause_reason FROM rate_lease WHERE provider_id = ? AND (paused_until > %1 "
                                "OR (failures > 0 AND trial_until > %1))")
                     .arg(databaseNow()));
  std::vector<QString> reasons;
  for (const ProviderId provider : providers) {
    auto row = find.bind(provider).next();
    if (!row) return fail(row.error());
    if (!*row) return std::vector<QString>{};
    reasons.push_back(find.text(0));
    find.reset();
  }
  return reasons;
}

}  // namespace heliograph::delivery
