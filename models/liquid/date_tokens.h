// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heliograph::liquid {

/// A number, a word or a single sign of a date's text. Blanks are left out.
struct DateToken {
  enum Kind : std::uint8_t { Number, Word, Sign };
  Kind kind = Sign;
  std::string_view text;
  std::int64_t value = 0;  ///< of a number
  bool afterBlank = false;

  bool isSign(char sign) const { return kind == Sign && text.front() == sign; }
  bool isWord(std::string_view word) const { return kind == Word && text == word; }
  /// A number that fits a month, day or time; -1 for others, which is none of them.
  int smallValue() const { return value <= 9999 ? static_cast<int>(value) : -1; }
};

using DateTokens = std::vector<DateToken>;

/// The text with its ASCII letters in lower case.
std::string lowerText(std::string_view text);

/// Cuts a text into tokens, which are views of it.
DateTokens dateTokens(std::string_view text);

}  // namespace heliograph::liquid
