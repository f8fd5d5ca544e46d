// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "campaign/coupon_promises.h"
#include "core/clock.h"
#include "core/result.h"
#include "message/message_plan.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// How many codes a pool that a message reads has to give.
struct CouponStock {
  QString pool;
  std::string sample;  ///< stands for a code in the texts that are checked
  qint64 free = 0;
  std::vector<campaign::CouponPromise> promised;  ///< of those, what other campaigns are still to give

  /// What is left for one more campaign.
  [[nodiscard]] qint64 toGive() const;
};

/// The stock of each pool that the message of a campaign reads. Pools that aren't there are left out: the draft says
/// it.
[[nodiscard]] Result<std::vector<CouponStock>> couponStockOf(const storage::Database& database, const Clock& clock,
                                                             const message::MessagePlan& plan, CampaignId campaign);

}  // namespace heliograph::delivery
