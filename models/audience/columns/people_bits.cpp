// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/people_bits.h"

namespace heliograph::audience {

qint64 PeopleBits::count() const {
  qint64 people = 0;
  for (const std::uint64_t word : m_words) people += std::popcount(word);
  return people;
}

PeopleBits& PeopleBits::operator&=(const PeopleBits& other) {
  for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] &= other.m_words[i];
  return *this;
}

PeopleBits& PeopleBits::operator|=(const PeopleBits& other) {
  for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] |= other.m_words[i];
  return *this;
}

PeopleBits& PeopleBits::operator-=(const PeopleBits& other) {
  for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] &= ~other.m_words[i];
  return *this;
}

std::vector<ProfileId> PeopleBits::next(ProfileId after, std::size_t most) const {
  std::vector<ProfileId> ids;
  const std::size_t first = after.value < 0 ? 0 : static_cast<std::size_t>(after.value) + 1;
  for (std::size_t word = first / 64; word < m_words.size() && ids.size() < most; ++word) {
    std::uint64_t bits = m_words[word];
    if (word == first / 64) bits &= ~std::uint64_t{0} << (first % 64);
    for (; bits != 0 && ids.size() < most; bits &= bits - 1) {
      ids.push_back(ProfileId{static_cast<qint64>(word * 64) + std::countr_zero(bits)});
    }
  }
  return ids;
}

}  // namespace heliograph::audience
