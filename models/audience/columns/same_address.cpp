// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/same_address.h"

#include <algorithm>
#include <bit>

#include "audience/columns/snapshot_index.h"

namespace heliograph::audience {
namespace {

constexpr std::uint32_t kNotShared = ~std::uint32_t{0};

/// Who has a number first, by the number. Open addressing, twice as many places as people.
class FirstOwners final {
 public:
  struct Owner {
    std::int64_t number = -1;
    std::uint32_t person = 0;
    std::uint32_t shared = kNotShared;
  };
  explicit FirstOwners(std::size_t people) : m_owners(std::bit_ceil(2 * people + 2)) {}

  /// The place of the number; free if its number is negative.
  Owner& at(std::int64_t number) {
    const std::size_t mask = m_owners.size() - 1;
    std::size_t place = (static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15 >> 20) & mask;
    while (m_owners[place].number >= 0 && m_owners[place].number != number) place = (place + 1) & mask;
    return m_owners[place];
  }

 private:
  std::vector<Owner> m_owners;
};

}  // namespace

SameAddress::SameAddress(const PeopleBits& sendable, const std::vector<std::span<const std::int64_t>>& numbers) {
  FirstOwners owners(static_cast<std::size_t>(sendable.count()));
  sendable.forEach([&](std::size_t person) {
    const auto& part = numbers[person / kPeopleOfPart];
    const std::size_t row = person % kPeopleOfPart;
    if (row >= part.size() || part[row] < 0) return;
    auto& owner = owners.at(part[row]);
    const auto id = static_cast<std::uint32_t>(person);
    if (owner.number < 0) {
      owner.number = part[row];
      owner.person = id;
      return;
    }
    if (owner.shared == kNotShared) {
      owner.shared = static_cast<std::uint32_t>(m_shared++);
      m_sharers.push_back({owner.person, owner.shared});
    }
    m_sharers.push_back({id, owner.shared});
  });
  std::sort(m_sharers.begin(), m_sharers.end(), [](const Sharer& a, const Sharer& b) { return a.person < b.person; });
}

PeopleBits SameAddress::laterOnes(const PeopleBits& people) const {
  PeopleBits later(people.limit());
  std::vector<bool> taken(m_shared);
  for (const Sharer& sharer : m_sharers) {
    if (!people.contains(ProfileId{sharer.person})) continue;
    if (taken[sharer.number]) later.add(sharer.person);
    taken[sharer.number] = true;
  }
  return later;
}

}  // namespace heliograph::audience
