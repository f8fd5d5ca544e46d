// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "audience/profile_schema.h"
#include "campaign/campaign.h"
#include "delivery/coupons/coupon_stock.h"
#include "message/message_plan.h"

namespace heliograph::delivery {

/// A field of a person's row that a message may read.
struct ReadField {
  QString name;
  std::size_t slot = 0;
};

/// What a message takes from people, and what it brings itself: told from its sources alone.
struct MessageReads {
  /// The fields whose values it may print or ask for. When that is only known while rendering: all there are.
  std::vector<ReadField> fields;
  /// Characters outside GSM-7 that stand in the message itself, its snippets and its rules.
  std::set<char32_t> ownCostly;
  std::vector<CouponStock> coupons;  ///< of the pools it gives codes of
  campaign::Variants variants;       ///< its copies and who gets which
  bool usesLinked = false;           ///< reads linked content, which is not fetched for a check

  /// The names of the properties among the fields.
  [[nodiscard]] QStringList properties() const;
};

/// What a campaign's message reads of people with these fields.
[[nodiscard]] MessageReads readsOf(const campaign::Campaign& campaign, const message::MessagePlan& plan,
                                   const audience::ProfileSchema& schema);

}  // namespace heliograph::delivery
