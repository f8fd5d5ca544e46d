// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "providers/prices/price.h"

namespace heliograph::providers {

/// One provider's prices, laid out for looking up many numbers: a tree over the digits. A look-up takes a step a digit
/// and allocates nothing. Immutable once made; threads share it.
class Tariff final {
 public:
  /// Of all `prices` those that concern the provider: its own and those for any. A free one (the sandbox) has none and
  /// costs nothing.
  [[nodiscard]] static Tariff of(ProviderId provider, const std::vector<Price>& prices);
  [[nodiscard]] static Tariff free();

  /// What a part to this number costs (E.164 with or without the plus; `country` by ISO 3166, may be empty); null if
  /// there is no price. Of a free tariff: 0 without a currency. See Price for which one is taken.
  [[nodiscard]] const Money* priceOf(std::string_view e164, std::string_view country) const;

  [[nodiscard]] bool isFree() const { return m_free; }

 private:
  struct Entry {
    QByteArray country;
    Money perPart;
    bool own = false;
  };
  struct Node {
    std::array<std::int32_t, 10> children{};  ///< 0: none; the root is nobody's child
    std::vector<Entry> entries;               ///< the better before the worse
  };

  void insert(const Price& price);

  std::vector<Node> m_nodes{1};
  Money m_nothing;
  bool m_free = false;
};

}  // namespace heliograph::providers
