// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/property_statistics.h"
#include "campaign/audience.h"
#include "core/clock.h"
#include "editors/property_choice.h"
#include "library/coupon_repository.h"
#include "library/linked_source_repository.h"
#include "storage/database.h"

namespace heliograph::ui {

/// The contacts' properties as a message editor offers them.
[[nodiscard]] std::vector<editors::PropertyChoice> propertyChoices(
    const std::vector<audience::PropertyStatistic>& properties);

/// The labels of linked content, below the names of their sources. Blocking.
[[nodiscard]] std::vector<editors::PropertyChoice> linkedChoices(const library::LinkedSourceRepository& linked);

/// The properties of the event that starts a campaign, with what its newest one had; none if nothing starts it, or if
/// its texts leave too late for them. Blocking.
[[nodiscard]] std::vector<editors::PropertyChoice> eventChoices(const storage::Database& database, const Clock& clock,
                                                                const campaign::Audience& audience);

/// The coupon pools, with what is left in each. Blocking.
[[nodiscard]] std::vector<editors::PropertyChoice> couponChoices(const library::CouponRepository& coupons);

}  // namespace heliograph::ui
