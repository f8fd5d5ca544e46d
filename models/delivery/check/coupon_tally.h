// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string_view>
#include <vector>

#include "delivery/check/check_report.h"
#include "delivery/coupons/coupon_stock.h"

namespace heliograph::delivery {

/// Counts who needs a code of which pool.
class CouponTally final {
 public:
  /// `stock` must outlive it.
  explicit CouponTally(const std::vector<CouponStock>& stock) : m_stock(&stock), m_needed(stock.size(), 0) {}

  void add(std::string_view text);
  void add(const CouponTally& others);
  /// Adds an issue for each pool with fewer codes than people who need one. When a code shows in no text as it is, the
  /// message changes it: then all who are sent to count.
  void addIssues(CheckReport& report) const;

 private:
  const std::vector<CouponStock>* m_stock;
  std::vector<qint64> m_needed;
};

}  // namespace heliograph::delivery
