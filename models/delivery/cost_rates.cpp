// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/cost_rates.h"

#include <algorithm>

#include "providers/price_repository.h"

namespace heliograph::delivery {

using providers::Price;
using providers::Tariff;

Result<CostRates> CostRates::of(const storage::Database& database, const providers::ResolvedRoute& route) {
  const auto prices = providers::PriceRepository(database).list();
  if (!prices) return fail(prices.error());
  CostRates rates;
  const auto add = [&](ProviderId provider) {
    rates.m_tariffs.push_back(Tariff::of(provider, *prices));
    rates.m_empty = rates.m_empty && std::none_of(prices->begin(), prices->end(), [&](const Price& price) {
                      return !price.provider.isValid() || price.provider == provider;
                    });
  };
  for (const providers::ReadyProvider& ready : route.ready) {
    if (ready.definition.forTesting) {
      rates.m_tariffs.push_back(Tariff::free());
      rates.m_empty = false;
    } else {
      add(ready.provider.id);
    }
  }
  if (!route.ready.empty()) return rates;
  for (const providers::UnreadyProvider& unready : route.unready) add(unready.id);
  return rates;
}

CostQuote CostRates::quote(std::string_view e164, std::string_view country) const {
  CostQuote quote;
  if (m_tariffs.empty()) return quote;
  quote.expected = m_tariffs.front().priceOf(e164, country);
  if (!quote.expected) return quote;
  quote.highest = quote.expected;
  for (auto tariff = m_tariffs.begin() + 1; tariff != m_tariffs.end(); ++tariff) {
    const Money* other = tariff->priceOf(e164, country);
    if (!other) {
      quote.openEnded = true;
      continue;
    }
    // What is free now can be compared with any currency.
    const bool comparable = quote.highest->currency == other->currency || quote.highest->currency.isEmpty();
    if (comparable && other->micros > quote.highest->micros) quote.highest = other;
  }
  return quote;
}

}  // namespace heliograph::delivery
