// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace heliograph::message {

/// Reads code points from UTF-8 one by one; a byte that begins no valid sequence reads as U+FFFD.
class Utf8Reader final {
 public:
  explicit Utf8Reader(std::string_view text) : m_text(text) {}

  [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
  [[nodiscard]] std::size_t position() const { return m_at; }

  char32_t next() {
    const auto lead = static_cast<unsigned char>(m_text[m_at]);
    if (lead < 0x80) {
      ++m_at;
      return lead;
    }
    return nextWide(lead);
  }

 private:
  char32_t nextWide(unsigned char lead) {
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    static constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (lead < 0xC2 || lead > 0xF4 || m_at + static_cast<std::size_t>(length) > m_text.size()) return invalid();
    char32_t value = lead & (0x7F >> length);
    for (int i = 1; i < length; ++i) {
      const auto byte = static_cast<unsigned char>(m_text[m_at + static_cast<std::size_t>(i)]);
      if ((byte & 0xC0) != 0x80) return invalid();
      value = (value << 6) | (byte & 0x3F);
    }
    if (value < kSmallest[length] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return invalid();
    m_at += static_cast<std::size_t>(length);
    return value;
  }
  char32_t invalid() {
    ++m_at;
    return 0xFFFD;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

}  // namespace heliograph::message
