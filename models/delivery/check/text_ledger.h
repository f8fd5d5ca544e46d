// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/money.h"

namespace heliograph::delivery {

/// What one person would get: 24 bytes.
struct TextEntry {
  qint64 profile = 0;
  quint64 text = 0;   ///< hash of the rendered text, comparable within one run of the program
  quint16 units = 0;  ///< of the text; very long ones stop at the largest that fits
  quint16 parts = 0;
  quint16 price = 0;  ///< position in TextLedger::prices()
  quint16 unused = 0;
};

/// What everybody who would be sent to would get from one state of a campaign, kept compactly so that two states can be
/// compared. Filled once in the order of the people's ids, then only read; threads share it then.
class TextLedger final {
 public:
  /// The price of entries that have none.
  static constexpr quint16 unpriced = 0xFFFF;

  /// Adds the next person; `profile` is greater than that of the last one. `perPart` is null where there is no price.
  void add(ProfileId profile, std::string_view text, int units, int parts, const Money* perPart);

  /// Adds people of higher ids.
  void append(const TextLedger& others);
  void reserve(std::size_t people) { m_entries.reserve(people); }

  [[nodiscard]] const std::vector<TextEntry>& entries() const { return m_entries; }
  [[nodiscard]] const std::vector<Money>& prices() const { return m_prices; }
  [[nodiscard]] qint64 people() const { return static_cast<qint64>(m_entries.size()); }

 private:
  [[nodiscard]] quint16 priceIndex(const Money* perPart);

  std::vector<TextEntry> m_entries;
  std::vector<Money> m_prices;
  quint16 m_lastPrice = unpriced;
};

}  // namespace heliograph::delivery
