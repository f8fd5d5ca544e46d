// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "delivery/outbox/outbox.h"
#include "library/coupon_repository.h"
#include "message/message_plan.h"
#include "storage/transaction.h"

namespace heliograph::delivery {

/// Gives the rows of a batch their coupon codes. What is reserved is committed before any of the texts can leave, and
/// belongs to the row whatever becomes of this program: the next one finds it there.
class RowCoupons final {
 public:
  /// Without pools in the message nothing is begun. `plan` must outlive this object.
  [[nodiscard]] static Result<RowCoupons> begin(const storage::Database& database, const Clock& clock,
                                                const message::MessagePlan& plan);

  /// The row's text with codes of its own. A pool is only drawn from if its code shows in this person's text. Not ok
  /// with the reason "no_coupon" when a pool has none left.
  [[nodiscard]] Result<message::Sendable> prepare(const message::PersonValues& person, const ClaimedRow& row,
                                                  message::MessageRenderer& renderer) const;
  [[nodiscard]] Result<> commit();

 private:
  RowCoupons(const storage::Database& database, const Clock& clock, const message::MessagePlan& plan)
      : m_coupons(database, clock), m_plan(&plan) {}
  [[nodiscard]] bool shows(const QString& pool, const message::Sendable& text, message::PersonValues person,
                           const ClaimedRow& row, message::MessageRenderer& renderer) const;

  library::CouponRepository m_coupons;
  const message::MessagePlan* m_plan;
  std::optional<storage::Transaction> m_transaction;
};

}  // namespace heliograph::delivery
