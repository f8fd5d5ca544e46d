// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/country_counts.h"
#include "providers/prices/price.h"

namespace heliograph::delivery {

/// Those of the countries for which no provider has any price, in their order. A price for part of a country's numbers
/// counts as one.
[[nodiscard]] std::vector<audience::CountryCount> countriesWithoutPrice(
    const std::vector<audience::CountryCount>& countries, const std::vector<providers::Price>& prices);

}  // namespace heliograph::delivery
