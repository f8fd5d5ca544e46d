// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/same_address.h"

#include <algorithm>
#include <bit>

#include "audience/columns/snapshot_index.h"

namespace heliograph::audience {
namespace {

constexpr std::uint32_t kNotShared = ~std::uint32_t{0};
/// With more numbers that have changed it is made anew.
constexpr std::size_t kMostUpdated = 4096;

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

/// Calls `visit(person, number)` for everybody who can be sent to.
template <class Visit>
void forEachNumber(const SameAddress::Numbers& numbers, Visit visit) {
  for (std::size_t part = 0; part < numbers.size(); ++part) {
    const auto first = static_cast<std::uint32_t>(part * static_cast<std::size_t>(kPeopleOfPart));
    for (std::size_t row = 0; row < numbers[part].size(); ++row) {
      if (numbers[part][row] >= 0) visit(first + static_cast<std::uint32_t>(row), numbers[part][row]);
    }
  }
}

std::int64_t numberAt(const SameAddress::Numbers& numbers, std::size_t person) {
  const std::size_t part = person / static_cast<std::size_t>(kPeopleOfPart);
  const std::size_t row = person % static_cast<std::size_t>(kPeopleOfPart);
  return part < numbers.size() && row < numbers[part].size() ? numbers[part][row] : -1;
}

/// The numbers that somebody had or has whose number is another one now.
std::vector<std::int64_t> changedNumbers(const SameAddress::Numbers& was, const SameAddress::Numbers& now) {
  std::vector<std::int64_t> changed;
  for (std::size_t part = 0; part < std::max(was.size(), now.size()); ++part) {
    const auto before = part < was.size() ? was[part] : std::span<const std::int64_t>();
    const auto after = part < now.size() ? now[part] : std::span<const std::int64_t>();
    if (before.data() == after.data() && before.size() == after.size()) continue;
    for (std::size_t row = 0; row < std::max(before.size(), after.size()); ++row) {
      const std::int64_t old = row < before.size() ? before[row] : -1;
      const std::int64_t number = row < after.size() ? after[row] : -1;
      if (old == number) continue;
      if (old >= 0) changed.push_back(old);
      if (number >= 0) changed.push_back(number);
    }
  }
  return changed;
}

/// A few numbers, to be looked for among many.
class FewNumbers final {
 public:
  explicit FewNumbers(std::vector<std::int64_t> numbers) : m_numbers(std::move(numbers)), m_maybe(1U << kMaybeBits) {
    std::sort(m_numbers.begin(), m_numbers.end());
    for (const std::int64_t number : m_numbers) m_maybe[placeOf(number)] = true;
  }

  [[nodiscard]] bool contains(std::int64_t number) const {
    return m_maybe[placeOf(number)] && std::binary_search(m_numbers.begin(), m_numbers.end(), number);
  }

 private:
  static constexpr int kMaybeBits = 16;
  static std::size_t placeOf(std::int64_t number) {
    return static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15 >> (64 - kMaybeBits);
  }

  std::vector<std::int64_t> m_numbers;
  std::vector<bool> m_maybe;  ///< by hash: some number has it
};

}  // namespace

SameAddress::SameAddress(const Numbers& numbers) {
  std::size_t people = 0;
  forEachNumber(numbers, [&people](std::uint32_t, std::int64_t) { ++people; });
  FirstOwners owners(people);
  forEachNumber(numbers, [&](std::uint32_t id, std::int64_t number) {
    auto& owner = owners.at(number);
    if (owner.number < 0) {
      owner.number = number;
      owner.person = id;
      return;
    }
    if (owner.shared == kNotShared) {
      owner.shared = static_cast<std::uint32_t>(m_shared++);
      m_sharers.push_back({owner.person, owner.shared});
    }
    m_sharers.push_back({id, owner.shared});
  });
  sortByPerson();
}

SameAddress SameAddress::updated(const Numbers& was, const Numbers& now) const {
  std::vector<std::int64_t> numbers = changedNumbers(was, now);
  if (numbers.empty()) return *this;
  if (numbers.size() > kMostUpdated) return SameAddress(now);
  const FewNumbers changed(std::move(numbers));
  SameAddress next;
  next.m_shared = m_shared;
  for (const Sharer& sharer : m_sharers) {
    if (!changed.contains(numberAt(was, sharer.person))) next.m_sharers.push_back(sharer);
  }
  std::vector<std::pair<std::int64_t, std::uint32_t>> owners;
  forEachNumber(now, [&](std::uint32_t id, std::int64_t number) {
    if (changed.contains(number)) owners.emplace_back(number, id);
  });
  std::sort(owners.begin(), owners.end());
  for (std::size_t first = 0; first < owners.size();) {
    std::size_t end = first + 1;
    while (end < owners.size() && owners[end].first == owners[first].first) ++end;
    const auto shared = static_cast<std::uint32_t>(next.m_shared);
    if (end - first > 1) ++next.m_shared;
    for (std::size_t i = first; end - first > 1 && i < end; ++i) next.m_sharers.push_back({owners[i].second, shared});
    first = end;
  }
  next.sortByPerson();
  return next;
}

void SameAddress::sortByPerson() {
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
