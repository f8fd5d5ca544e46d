// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/coupons/coupon_stock.h"

#include <algorithm>

#include "library/coupon_repository.h"

namespace heliograph::delivery {

qint64 CouponStock::toGive() const {
  qint64 left = free;
  for (const campaign::CouponPromise& one : promised) left -= one.codes;
  return std::max<qint64>(0, left);
}

Result<std::vector<CouponStock>> couponStockOf(const storage::Database& database, const Clock& clock,
                                               const message::MessagePlan& plan, CampaignId campaign) {
  std::vector<CouponStock> stock;
  const QStringList read = plan.couponPools();
  if (read.isEmpty()) return stock;
  auto pools = library::CouponRepository(database, clock).list();
  if (!pools) return fail(pools.error());
  for (const library::CouponPool& pool : *pools) {
    const auto sample = plan.samples().find(pool.name);
    if (!read.contains(pool.name) || sample == plan.samples().end()) continue;
    auto promised = campaign::couponPromises(database, clock, pool.name, campaign);
    if (!promised) return fail(promised.error());
    stock.push_back({pool.name, sample->second.toStdString(), pool.free, std::move(*promised)});
  }
  return stock;
}

}  // namespace heliograph::delivery
