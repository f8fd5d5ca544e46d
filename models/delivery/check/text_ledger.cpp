// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/text_ledger.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace heliograph::delivery {
namespace {

quint16 fitting(int value) {
  return static_cast<quint16>(std::clamp<int>(value, 0, std::numeric_limits<quint16>::max()));
}

}  // namespace

void TextLedger::add(ProfileId profile, std::string_view text, int units, int parts, const Money* perPart) {
  m_entries.push_back(
      {profile.value, std::hash<std::string_view>{}(text), fitting(units), fitting(parts), priceIndex(perPart), 0});
}

void TextLedger::append(const TextLedger& others) {
  std::vector<quint16> prices;
  for (const Money& price : others.m_prices) prices.push_back(priceIndex(&price));
  for (TextEntry entry : others.m_entries) {
    if (entry.price != unpriced) entry.price = prices[entry.price];
    m_entries.push_back(entry);
  }
}

quint16 TextLedger::priceIndex(const Money* perPart) {
  if (!perPart) return unpriced;
  // Neighbours mostly cost the same.
  if (m_lastPrice != unpriced && m_prices[m_lastPrice] == *perPart) return m_lastPrice;
  const auto found = std::find(m_prices.begin(), m_prices.end(), *perPart);
  if (found == m_prices.end() && m_prices.size() >= unpriced) return unpriced;
  m_lastPrice = static_cast<quint16>(found - m_prices.begin());
  if (found == m_prices.end()) m_prices.push_back(*perPart);
  return m_lastPrice;
}

}  // namespace heliograph::delivery
