// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// Codes that the people of a published campaign are still to get.
struct CouponPromise {
  CampaignId campaign;
  QString name;  ///< of the campaign
  qint64 codes = 0;

  bool operator==(const CouponPromise&) const = default;
};

/// The promises of a pool's codes that no message has yet: of campaigns that wait for their time everybody who was
/// agreed to, of those under way who is left. Campaigns that are over promise nothing, nor does `except`.
[[nodiscard]] Result<std::vector<CouponPromise>> couponPromises(const storage::Database& database, const Clock& clock,
                                                                const QString& pool, CampaignId except);

/// What a pool has to give to one more campaign: its free codes without the promised ones, at least 0. Errors: NotFound
/// for a pool that there isn't.
[[nodiscard]] Result<qint64> codesToGive(const storage::Database& database, const Clock& clock, const QString& pool,
                                         CampaignId except);

}  // namespace heliograph::campaign
