// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/batch_picker.h"

#include <algorithm>

#include "delivery/rate_lease.h"

namespace heliograph::delivery {
namespace {

/// Seconds of sending for which rows are picked ahead, so that their linked content is there in time.
constexpr double kSecondsAhead = 10;

/// How many rows may wait for linked content; `perSecond` of 0 is no limit.
int aheadOf(double perSecond) {
  constexpr int noLimit = 1'000'000;
  return perSecond <= 0 ? noLimit : static_cast<int>(std::clamp(perSecond * kSecondsAhead, 1.0, 1e6));
}

}  // namespace

Result<std::vector<Batch>> BatchPicker::pick(const std::vector<RunContext*>& runs, const ProviderGates& gates,
                                             int room) {
  std::vector<Batch> batches;
  ++m_turn;
  for (std::size_t i = 0; i < runs.size() && room > 0; ++i) {
    HELIOGRAPH_TRY(pickOf(*runs[(i + m_turn) % runs.size()], gates, room, batches));
  }
  return batches;
}

Result<> BatchPicker::pickOf(RunContext& run, const ProviderGates& gates, int& room, std::vector<Batch>& batches) {
  const RateLease rates(m_database);
  Claim claim{run.run, m_owner, {}, {}, 0, m_lease};
  for (const auto& candidate : run.candidates()) {
    claim.provider = candidate->provider.id;
    const double perSecond = candidate->definition.limits.perSecond;
    const int wanted = std::min(room, roomAt(claim.provider, gates, batches));
    auto offer = rates.offered(claim.provider, perSecond, wanted);
    if (!offer) return fail(offer.error());
    if (offer->paused) continue;
    const bool awaits = !run.linked.isEmpty();
    // Those that wait for linked content use their slots up when they leave.
    if (awaits) offer->slots = std::clamp(aheadOf(perSecond) - run.awaitingLinked, 0, wanted);
    if (offer->slots > 0) {
      claim.limit = offer->slots;
      auto rows = Outbox(m_database).claim(claim);
      if (!rows) return fail(rows.error());
      if (!awaits) HELIOGRAPH_TRY(rates.take(claim.provider, perSecond, static_cast<int>(rows->size())));
      room -= static_cast<int>(rows->size());
      if (!rows->empty()) batches.push_back({&run, candidate, std::move(*rows)});
    }
    claim.turnedAwayBy.push_back(claim.provider);
  }
  return {};
}

int BatchPicker::roomAt(ProviderId provider, const ProviderGates& gates, const std::vector<Batch>& batches) const {
  int room = gates.at(provider).room();
  for (const Batch& batch : batches) {
    if (batch.provider->provider.id == provider) room -= static_cast<int>(batch.rows.size());
  }
  return std::max(room, 0);
}

}  // namespace heliograph::delivery
