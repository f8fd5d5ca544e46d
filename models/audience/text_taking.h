// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace heliograph::audience {

[[nodiscard]] inline bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Up to `most` digits at the front, taken away; nothing if there are fewer than `least`.
[[nodiscard]] inline std::optional<unsigned> takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
  unsigned number = 0;
  std::size_t digits = 0;
  while (digits < most && digits < text.size() && isDigit(text[digits])) {
    number = number * 10 + static_cast<unsigned>(text[digits++] - '0');
  }
  if (digits < least) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

/// Takes a character away from the front if it is the wanted one.
inline bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace heliograph::audience
