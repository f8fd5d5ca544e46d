// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/coupon_repository.h"

namespace heliograph::library {

/// Writes codes into a pool, in commits of many; see CouponRepository::add().
[[nodiscard]] Result<CouponIntake> takeInCodes(const storage::Database& database, const Clock& clock, CouponPoolId pool,
                                               const CouponRepository::Codes& codes);

}  // namespace heliograph::library
