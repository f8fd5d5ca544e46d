// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/ids.h"

namespace heliograph::audience {

/// A set of people: one bit for each id from 0 up to a limit.
class PeopleBits final {
 public:
  PeopleBits() = default;
  /// Nobody, with room for ids below `limit`.
  explicit PeopleBits(std::size_t limit) : m_words((limit + 63) / 64) {}

  /// Ids have to be below this.
  [[nodiscard]] std::size_t limit() const { return m_words.size() * 64; }
  [[nodiscard]] bool contains(ProfileId id) const {
    const auto bit = static_cast<std::size_t>(id.value);
    return id.value >= 0 && bit < limit() && (m_words[bit / 64] >> (bit % 64) & 1) != 0;
  }
  void add(std::size_t id) { m_words[id / 64] |= std::uint64_t{1} << (id % 64); }

  /// How many they are.
  [[nodiscard]] qint64 count() const;

  /// Both, either, the first without the second; of the same limit.
  PeopleBits& operator&=(const PeopleBits& other);
  PeopleBits& operator|=(const PeopleBits& other);
  PeopleBits& operator-=(const PeopleBits& other);

  bool operator==(const PeopleBits&) const = default;

  /// Calls `visit(std::size_t id)` for each in ascending order.
  template <class Visit>
  void forEach(Visit visit) const {
    for (std::size_t word = 0; word < m_words.size(); ++word) {
      for (std::uint64_t bits = m_words[word]; bits != 0; bits &= bits - 1) {
        visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
      }
    }
  }
  /// At most `most` ids above `after`, ascending.
  [[nodiscard]] std::vector<ProfileId> next(ProfileId after, std::size_t most) const;

  [[nodiscard]] std::uint64_t* words() { return m_words.data(); }
  [[nodiscard]] const std::uint64_t* words() const { return m_words.data(); }
  [[nodiscard]] std::size_t wordCount() const { return m_words.size(); }

 private:
  std::vector<std::uint64_t> m_words;
};

}  // namespace heliograph::audience
