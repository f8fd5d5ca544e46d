// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tuple>

#include "core/ids.h"
#include "core/money.h"
#include "core/result.h"

namespace heliograph::providers {

/// What one part of a text costs. Which price is taken for a number: the one with the longest prefix that the number
/// begins with; of those the provider's own before the one for any provider; of those the one for the number's country
/// before the one for any. The country matters where several share a prefix ("1", "7", "44").
struct Price {
  ProviderId provider;  ///< none: any provider
  QString prefix;       ///< digits that the E.164 number begins with, without the plus; empty: everywhere
  QString country;      ///< ISO 3166 ("IN"): only numbers of that country; empty: of any
  Money perPart;        ///< the currency is always given

  /// What a price is for; there is at most one price for each.
  [[nodiscard]] auto target() const { return std::tie(provider, prefix, country); }
  bool operator==(const Price&) const = default;
};

/// The price as it is kept: a prefix without plus and spaces, codes in capitals, and for a country without a prefix
/// that country's calling code. Error: InvalidInput for what isn't a prefix, country or currency, or below 0.
[[nodiscard]] Result<Price> normalised(Price price);

}  // namespace heliograph::providers
