// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/people_set.h"

#include <algorithm>
#include <bit>

namespace heliograph::delivery {
namespace {

constexpr int kStretchBits = 12;
constexpr qint64 kStretchMask = (qint64{1} << kStretchBits) - 1;
constexpr std::size_t kStretchWords = (std::size_t{1} << kStretchBits) / 64;
constexpr std::size_t kMostFew = 256;  // which take as much as the bits of the stretch

constexpr quint64 bitOf(quint16 place) {
  return quint64{1} << (place % 64);
}

}  // namespace

void PeopleSet::Stretch::spread() {
  bits.assign(kStretchWords, 0);
  for (const quint16 place : few) bits[place / 64] |= bitOf(place);
  few = std::vector<quint16>();
}

void PeopleSet::Stretch::add(quint16 place) {
  if (!bits.empty()) {
    quint64& word = bits[place / 64];
    count += (word & bitOf(place)) == 0 ? 1 : 0;
    word |= bitOf(place);
    return;
  }
  if (few.empty() || few.back() < place) {
    few.push_back(place);
  } else {
    const auto at = std::lower_bound(few.begin(), few.end(), place);
    if (*at == place) return;
    few.insert(at, place);
  }
  ++count;
  if (few.size() > kMostFew) spread();
}

void PeopleSet::Stretch::add(const Stretch& others) {
  for (const quint16 place : others.few) add(place);
  if (others.bits.empty()) return;
  if (bits.empty()) spread();
  count = 0;
  for (std::size_t i = 0; i < kStretchWords; ++i) {
    bits[i] |= others.bits[i];
    count += std::popcount(bits[i]);
  }
}

bool PeopleSet::Stretch::contains(quint16 place) const {
  if (!bits.empty()) return (bits[place / 64] & bitOf(place)) != 0;
  return std::binary_search(few.begin(), few.end(), place);
}

quint16 PeopleSet::Stretch::at(qint64 position) const {
  if (bits.empty()) return few[static_cast<std::size_t>(position)];
  std::size_t word = 0;
  for (; position >= std::popcount(bits[word]); ++word) position -= std::popcount(bits[word]);
  quint64 left = bits[word];
  for (; position > 0; --position) left &= left - 1;
  return static_cast<quint16>(word * 64 + static_cast<std::size_t>(std::countr_zero(left)));
}

PeopleSet::PeopleSet(std::initializer_list<ProfileId> people) {
  for (const ProfileId person : people) add(person);
}

PeopleSet::Data& PeopleSet::changeable() {
  if (!m_data) m_data = new Data;
  return *m_data;
}

PeopleSet::Stretch& PeopleSet::stretchOf(Data& data, qint64 number) {
  auto& all = data.stretches;
  if (!all.empty() && all.back().number == number) return all.back();
  auto at = all.end();
  if (!all.empty() && number < all.back().number) {
    at = std::lower_bound(all.begin(), all.end(), number,
                          [](const Stretch& one, qint64 wanted) { return one.number < wanted; });
    if (at->number == number) return *at;
  }
  at = all.emplace(at);
  at->number = number;
  return *at;
}

void PeopleSet::add(ProfileId person) {
  Data& data = changeable();
  Stretch& stretch = stretchOf(data, person.value >> kStretchBits);
  const qint64 before = stretch.count;
  stretch.add(static_cast<quint16>(person.value & kStretchMask));
  data.count += stretch.count - before;
}

void PeopleSet::add(const PeopleSet& others) {
  if (others.isEmpty()) return;
  if (isEmpty()) {
    m_data = others.m_data;
    return;
  }
  Data& data = changeable();
  for (const Stretch& from : others.m_data.constData()->stretches) {
    Stretch& stretch = stretchOf(data, from.number);
    const qint64 before = stretch.count;
    if (before == 0) {
      stretch = from;
    } else {
      stretch.add(from);
    }
    data.count += stretch.count - before;
  }
}

ProfileId PeopleSet::at(qint64 position) const {
  if (position < 0 || position >= count()) return {};
  for (const Stretch& stretch : m_data->stretches) {
    if (position < stretch.count) return {(stretch.number << kStretchBits) + stretch.at(position)};
    position -= stretch.count;
  }
  return {};
}

bool PeopleSet::contains(ProfileId person) const {
  if (isEmpty()) return false;
  const auto& all = m_data->stretches;
  const qint64 number = person.value >> kStretchBits;
  const auto at = std::lower_bound(all.begin(), all.end(), number,
                                   [](const Stretch& one, qint64 wanted) { return one.number < wanted; });
  return at != all.end() && at->number == number && at->contains(static_cast<quint16>(person.value & kStretchMask));
}

std::size_t PeopleSet::bytes() const {
  std::size_t sum = 0;
  if (!m_data) return sum;
  for (const Stretch& stretch : m_data->stretches) {
    sum += sizeof(Stretch) + stretch.few.capacity() * sizeof(quint16) + stretch.bits.capacity() * sizeof(quint64);
  }
  return sum;
}

bool PeopleSet::operator==(const PeopleSet& other) const {
  if (m_data == other.m_data) return true;
  if (count() != other.count()) return false;
  return isEmpty() || m_data->stretches == other.m_data->stretches;
}

PeopleSet& NamedPeople::of(const QString& name) {
  const auto known = std::find_if(m_people.begin(), m_people.end(), [&](const auto& one) { return one.first == name; });
  if (known != m_people.end()) return known->second;
  return m_people.emplace_back(name, PeopleSet{}).second;
}

void NamedPeople::add(const NamedPeople& others) {
  for (const auto& [name, people] : others.m_people) of(name).add(people);
}

QMap<QString, qint64> NamedPeople::counts() const {
  QMap<QString, qint64> counts;
  for (const auto& [name, people] : m_people) counts.insert(name, people.count());
  return counts;
}

QMap<QString, PeopleSet> NamedPeople::people() const {
  QMap<QString, PeopleSet> people;
  for (const auto& [name, set] : m_people) people.insert(name, set);
  return people;
}

}  // namespace heliograph::delivery
