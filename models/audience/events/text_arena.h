// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace heliograph::audience {

/// Keeps texts until it is emptied, in a few large blocks that are used again.
class TextArena final {
 public:
  /// Room for so many bytes.
  [[nodiscard]] char* room(std::size_t size) {
    while (m_block < m_blocks.size() && m_blocks[m_block].size - m_used < size) {
      ++m_block;
      m_used = 0;
    }
    if (m_block == m_blocks.size()) {
      const std::size_t taken = std::max(size, kTextBlock);
      m_blocks.push_back({std::unique_ptr<char[]>(new char[taken]), taken});
      m_used = 0;
    }
    char* const at = m_blocks[m_block].bytes.get() + m_used;
    m_used += size;
    return at;
  }
  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const at = room(text.size());
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }
  /// The two texts with a point between them.
  [[nodiscard]] std::string_view keepJoined(std::string_view first, std::string_view second) {
    const std::size_t size = first.size() + 1 + second.size();
    char* const at = room(size);
    std::memcpy(at, first.data(), first.size());
    at[first.size()] = '.';
    std::memcpy(at + first.size() + 1, second.data(), second.size());
    return {at, size};
  }
  void clear() { m_block = m_used = 0; }

 private:
  static constexpr std::size_t kTextBlock = std::size_t{1} << 20;
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<Block> m_blocks;
  std::size_t m_block = 0;
  std::size_t m_used = 0;
};

}  // namespace heliograph::audience
