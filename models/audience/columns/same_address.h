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
  /// By part, the number of each id; negative for nobody and for whoever can't be sent to.
  using Numbers = std::vector<std::span<const std::int64_t>>;

  SameAddress() = default;
  explicit SameAddress(const Numbers& numbers);

  /// As it is when the numbers it was made of have become others; quick if few differ. Parts that lie where they lay
  /// are the same.
  [[nodiscard]] SameAddress updated(const Numbers& was, const Numbers& now) const;

  /// Of these people those who have the number of somebody among them with a lower id.
  [[nodiscard]] PeopleBits laterOnes(const PeopleBits& people) const;

 private:
  struct Sharer {
    std::uint32_t person;
    std::uint32_t number;  ///< numbers that are shared are counted from 0
  };
  void sortByPerson();

  std::vector<Sharer> m_sharers;  ///< by person
  std::size_t m_shared = 0;
};

}  // namespace heliograph::audience
