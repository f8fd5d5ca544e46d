// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <list>
#include <memory>
#include <mutex>

#include "audience/columns/people_bits.h"

namespace heliograph::audience {

/// Whom rules let through, as long as there is room: what was asked for longest ago goes first. Any thread.
class BitsCache final {
 public:
  using Bits = std::shared_ptr<const PeopleBits>;

  explicit BitsCache(std::size_t mostBytes) : m_mostBytes(mostBytes) {}

  /// Nothing if it isn't there.
  [[nodiscard]] Bits find(const QByteArray& key);
  void keep(const QByteArray& key, Bits bits);
  void clear();

 private:
  struct Entry {
    QByteArray key;
    Bits bits;
  };
  std::size_t m_mostBytes;
  std::mutex m_mutex;
  std::list<Entry> m_entries;  ///< the one asked for last in front
  QHash<QByteArray, std::list<Entry>::iterator> m_byKey;
  std::size_t m_bytes = 0;
};

}  // namespace heliograph::audience
