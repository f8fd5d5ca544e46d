// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/missing_prices.h"

#include <algorithm>

#include "phone/country.h"

namespace heliograph::delivery {

std::vector<audience::CountryCount> countriesWithoutPrice(const std::vector<audience::CountryCount>& countries,
                                                          const std::vector<providers::Price>& prices) {
  std::vector<audience::CountryCount> missing;
  for (const audience::CountryCount& each : countries) {
    const QString code = phone::callingCode(each.country);
    const bool priced = std::any_of(prices.begin(), prices.end(), [&](const providers::Price& price) {
      const bool sameCountry = price.country.isEmpty() || price.country == each.country;
      return sameCountry && (code.startsWith(price.prefix) || price.prefix.startsWith(code));
    });
    if (!priced) missing.push_back(each);
  }
  return missing;
}

}  // namespace heliograph::delivery
