// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/coupons/row_coupons.h"

#include "delivery/outbox/reason_text.h"

namespace heliograph::delivery {

Result<RowCoupons> RowCoupons::begin(const storage::Database& database, const Clock& clock,
                                     const message::MessagePlan& plan) {
  RowCoupons coupons(database, clock, plan);
  if (plan.couponPools().isEmpty()) return coupons;
  auto transaction = storage::Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  coupons.m_transaction.emplace(std::move(*transaction));
  return coupons;
}

Result<message::Sendable> RowCoupons::prepare(const message::PersonValues& person, const ClaimedRow& row,
                                              message::MessageRenderer& renderer) const {
  message::Sendable text = m_plan->prepare(person, row.copy, renderer);
  const QStringList pools = m_plan->couponPools(row.copy);
  // A colleague sees what stands for a code, and takes nobody's.
  if (!text.ok || pools.isEmpty() || row.isSeed) return text;
  message::CodesByPool codes = m_plan->samples();
  bool drawn = false;
  for (const QString& pool : pools) {
    if (!shows(pool, text, person, row, renderer)) continue;
    auto code = m_coupons.reserve(pool, row.id);
    if (!code) return fail(code.error());
    if (!*code) {
      text.ok = false;
      text.reason = reason::noCoupon;
      return text;
    }
    codes[pool] = **code;
    drawn = true;
  }
  if (!drawn) return text;
  const message::CouponCodes own(codes);
  message::PersonValues withCodes = person;
  withCodes.coupons = own.value();
  return m_plan->prepare(withCodes, row.copy, renderer);
}

Result<> RowCoupons::commit() {
  return m_transaction ? m_transaction->commit() : Result<>();
}

/// Whether another code would give another text.
bool RowCoupons::shows(const QString& pool, const message::Sendable& text, message::PersonValues person,
                       const ClaimedRow& row, message::MessageRenderer& renderer) const {
  message::CodesByPool codes = m_plan->samples();
  codes[pool] += QStringLiteral("1");
  const message::CouponCodes others(codes);
  person.coupons = others.value();
  const message::Sendable other = m_plan->prepare(person, row.copy, renderer);
  return other.text != text.text || other.reason != text.reason;
}

}  // namespace heliograph::delivery
