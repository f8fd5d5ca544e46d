// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/rate_lease.h"

#include <algorithm>
#include <cmath>

#include "delivery/database_time.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;

/// How far behind the present a slot may lie and still be used.
constexpr qint64 kCatchUpMs = 100;
/// Slots that begin this soon are given out already: the caller comes back about that often.
constexpr qint64 kAheadMs = 20;

struct Lease {
  qint64 now = 0;
  qint64 nextFree = 0;
  qint64 pausedUntil = 0;

  [[nodiscard]] qint64 base() const { return std::max(now - kCatchUpMs, nextFree); }
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

}  // namespace

Result<RateOffer> RateLease::offered(ProviderId provider, double perSecond, int wanted) const {
  auto lease = read(m_database, provider);
  if (!lease) return fail(lease.error());
  if (lease->pausedUntil > lease->now) return RateOffer{true, 0};
  if (perSecond <= 0) return RateOffer{false, wanted};
  const qint64 until = lease->now + kAheadMs;
  if (lease->base() > until) return RateOffer{};
  const double slots = std::floor(static_cast<double>(until - lease->base()) * perSecond / 1000.0) + 1;
  return RateOffer{false, static_cast<int>(std::min<double>(wanted, slots))};
}

Result<> RateLease::take(ProviderId provider, double perSecond, int count) const {
  if (perSecond <= 0 || count <= 0) return {};
  auto lease = read(m_database, provider);
  if (!lease) return fail(lease.error());
  const qint64 next = lease->base() + static_cast<qint64>(std::ceil(count * 1000.0 / perSecond));
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

Result<> RateLease::unpause(ProviderId provider) const {
  Statement write(m_database,
                  QStringLiteral("UPDATE rate_lease SET paused_until = 0, pause_reason = '' WHERE provider_id = ? AND "
                                 "paused_until > 0 AND pause_reason = ?"));
  return write.bind(provider).bind(QString(pause_reason::unreachable)).run();
}

Result<std::vector<QString>> RateLease::pausesOfAll(const std::vector<ProviderId>& providers) const {
  Statement find(m_database,
                 QStringLiteral("SELECT pause_reason FROM rate_lease WHERE provider_id = ? AND paused_until > %1")
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
