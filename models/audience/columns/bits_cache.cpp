// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/bits_cache.h"

namespace heliograph::audience {
namespace {

std::size_t bytesOfBits(const PeopleBits& bits) {
  return bits.wordCount() * sizeof(std::uint64_t);
}

}  // namespace

BitsCache::Bits BitsCache::find(const QByteArray& key) {
  const std::lock_guard lock(m_mutex);
  const auto known = m_byKey.constFind(key);
  if (known == m_byKey.constEnd()) return nullptr;
  m_entries.splice(m_entries.begin(), m_entries, *known);
  return m_entries.front().bits;
}

void BitsCache::keep(const QByteArray& key, Bits bits) {
  const std::lock_guard lock(m_mutex);
  if (m_byKey.contains(key)) return;
  m_bytes += bytesOfBits(*bits);
  m_entries.push_front({key, std::move(bits)});
  m_byKey.insert(key, m_entries.begin());
  while (m_bytes > m_mostBytes && m_entries.size() > 1) {
    m_bytes -= bytesOfBits(*m_entries.back().bits);
    m_byKey.remove(m_entries.back().key);
    m_entries.pop_back();
  }
}

void BitsCache::clear() {
  const std::lock_guard lock(m_mutex);
  m_entries.clear();
  m_byKey.clear();
  m_bytes = 0;
}

}  // namespace heliograph::audience
