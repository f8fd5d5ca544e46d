// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audience/columns/people_bits.h"

namespace heliograph::audience {

/// Which people have a number that others have, too.
class SameAddress final {
 public:
  SameAddress() = default;
  /// Of all who can be sent to; `numbers` holds each one's number by id.
  SameAddress(const PeopleBits& sendable, const std::vector<std::span<const std::int64_t>>& numbers);

  /// Of these people those who have the number of somebody among them with a lower id.
  [[nodiscard]] PeopleBits laterOnes(const PeopleBits& people) const;

 private:
  struct Sharer {
    std::uint32_t person;
    std::uint32_t number;  ///< numbers that are shared are counted from 0
  };
  std::vector<Sharer> m_sharers;  ///< by person
  std::size_t m_shared = 0;
};

}  // namespace heliograph::audience
