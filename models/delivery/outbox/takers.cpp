// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/takers.h"

#include "delivery/outbox/outbox.h"

namespace heliograph::delivery {
namespace {

Result<bool> takerCan(const Outbox& outbox, RunId run, const Taker& taker) {
  if (!taker.coverage.isStated()) return outbox.canTake(run, taker.provider, std::nullopt);
  auto countries = outbox.pendingCountries(run);
  if (!countries) return fail(countries.error());
  for (const QString& country : *countries) {
    if (!taker.coverage.covers(country)) continue;
    auto can = outbox.canTake(run, taker.provider, country);
    if (!can || *can) return can;
  }
  return false;
}

}  // namespace

Result<bool> somebodyCanTake(const storage::Database& database, RunId run, const std::vector<Taker>& takers) {
  const Outbox outbox(database);
  // What waits was turned away by the first of them, if by anybody: the last one is the likeliest to take it.
  for (auto taker = takers.rbegin(); taker != takers.rend(); ++taker) {
    auto can = takerCan(outbox, run, *taker);
    if (!can || *can) return can;
  }
  return false;
}

}  // namespace heliograph::delivery
