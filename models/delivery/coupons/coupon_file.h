// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/coupon_repository.h"

namespace heliograph::delivery {

/// Puts the codes of a text or CSV file into a pool. With one column every line is a code, but for a first line that
/// says "code" or the like. With several, `column` names the one that holds the codes; without it, the one whose first
/// line says so. Errors: those of opening the file and of CouponRepository::add(); InvalidInput if it can't be told
/// which column holds the codes.
[[nodiscard]] Result<library::CouponIntake> importCoupons(const library::CouponRepository& coupons, const QString& pool,
                                                          const QString& path, const QString& column = {});

}  // namespace heliograph::delivery
