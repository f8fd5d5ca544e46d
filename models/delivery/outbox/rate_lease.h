// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// Why nothing is sent through a provider for a while, as it stands in the workspace.
namespace pause_reason {
inline constexpr QLatin1String throttled("throttled");      ///< it said "too many"
inline constexpr QLatin1String unreachable("unreachable");  ///< no connection to it
}  // namespace pause_reason

/// What may leave through a provider now.
struct RateOffer {
  bool paused = false;  ///< nothing, and others may have what it would get
  int slots = 0;
};

/// The sending slots of each provider, shared by all programs on a workspace, so that together they keep its limit: a
/// generic cell rate (ITU-T I.371) of one cell a slot. A program that was late may catch up a tenth of a second. Of a
/// provider whose circuit isn't closed one message at a time.
/// Every function is to be called inside a Transaction.
class RateLease final {
 public:
  explicit RateLease(const storage::Database& database) : m_database(database) {}

  /// How many messages may leave now, at most `wanted`. So many of `atOnce` may leave at once as share a request; what
  /// the limit gives in the time after it is used up then. `perSecond` of 0 is no limit.
  [[nodiscard]] Result<RateOffer> offered(ProviderId provider, double perSecond, int wanted, int atOnce = 1) const;
  /// Uses so many of the offered slots up.
  [[nodiscard]] Result<> take(ProviderId provider, double perSecond, int count, int atOnce = 1) const;
  /// Nothing is sent through the provider for so long, by nobody. Never shortens a pause.
  [[nodiscard]] Result<> pause(ProviderId provider, std::chrono::milliseconds time, const QString& reason) const;
  /// Why each of them is paused now; empty if one of them isn't.
  [[nodiscard]] Result<std::vector<QString>> pausesOfAll(const std::vector<ProviderId>& providers) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::delivery
