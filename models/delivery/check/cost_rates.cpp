// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/cost_rates.h"

#include <algorithm>
#include <utility>

#include "providers/prices/price_repository.h"

namespace heliograph::delivery {

using providers::Price;
using providers::Tariff;

Result<CostRates> CostRates::of(const storage::Database& database, const providers::ResolvedRoute& route) {
  const auto prices = providers::PriceRepository(database).list();
  if (!prices) return fail(prices.error());
  CostRates rates;
  const auto add = [&](ProviderId provider, const providers::Coverage& coverage) {
    rates.m_members.push_back({Tariff::of(provider, *prices), coverage});
    rates.m_empty = rates.m_empty && std::none_of(prices->begin(), prices->end(), [&](const Price& price) {
                      return !price.provider.isValid() || price.provider == provider;
                    });
  };
  for (const providers::ReadyProvider& ready : route.ready) {
    if (ready.definition.forTesting) {
      rates.m_members.push_back({Tariff::free(), ready.coverage});
      rates.m_empty = false;
    } else {
      add(ready.provider.id, ready.coverage);
    }
  }
  if (!route.ready.empty()) return rates;
  for (const providers::UnreadyProvider& unready : route.unready) add(unready.id, {});
  return rates;
}

CostQuote CostRates::quote(std::string_view e164, std::string_view country) const {
  CostQuote quote;
  bool isFirst = true;
  for (const Member& member : m_members) {
    // Who can't send there costs nothing there.
    if (!member.coverage.covers(country)) continue;
    const Money* price = member.tariff.priceOf(e164, country);
    if (std::exchange(isFirst, false)) {
      quote.expected = quote.highest = price;
      if (!price) return quote;
      continue;
    }
    if (!price) {
      quote.openEnded = true;
      continue;
    }
    // What is free now can be compared with any currency.
    const bool comparable = quote.highest->currency == price->currency || quote.highest->currency.isEmpty();
    if (comparable && price->micros > quote.highest->micros) quote.highest = price;
  }
  return quote;
}

}  // namespace heliograph::delivery
