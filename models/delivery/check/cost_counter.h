// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "delivery/check/check_report.h"
#include "delivery/check/cost_rates.h"

namespace heliograph::delivery {

/// Adds up by country what everybody costs. Parts are counted by price and multiplied at the end, so that a person
/// costs no allocation.
class CostCounter final {
 public:
  explicit CostCounter(const CostRates& rates);  ///< which must outlive it

  /// Adds one person and gives what a part to them is expected to cost; null: no price.
  /// `most` parts it could become instead count for the highest cost; 0: no other text.
  const Money* add(ProfileId person, std::string_view e164, std::string_view country, int parts, int most = 0);

  /// Adds what another has counted with the same rates.
  void add(const CostCounter& others);

  [[nodiscard]] CostReport report() const;
  /// Writes who stands behind the figures.
  void finishPicks(PeoplePicks& picks) const;

 private:
  using PartsByPrice = std::unordered_map<const Money*, qint64>;
  struct Country {
    QByteArray code;
    PeopleSet priced;
    PeopleSet unpriced;
    qint64 parts = 0;
    qint64 openEnded = 0;
    PartsByPrice expected;
    PartsByPrice highest;
  };

  [[nodiscard]] Country& countryOf(std::string_view code);

  static constexpr std::size_t kLetters = 26;
  const CostRates* m_rates;
  std::array<std::uint16_t, kLetters * kLetters> m_position{};  ///< of a code in m_countries; 0 is that of no country
  std::vector<Country> m_countries;
  PeopleSet m_dearer;
};

}  // namespace heliograph::delivery
