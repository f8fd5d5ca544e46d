// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace heliograph::phone {

/// A regular expression over digits, taken apart.
struct DigitExpression {
  enum class Kind { Digit, Sequence, Choice, Repeat };
  Kind kind = Kind::Sequence;
  std::uint16_t digits = 0;            ///< of Digit: bit 0 for '0' to bit 9 for '9'
  std::vector<DigitExpression> parts;  ///< one of Repeat
  int least = 1;                       ///< of Repeat
  int most = 1;
};

/// See DigitAutomaton::compile().
[[nodiscard]] std::optional<DigitExpression> readDigitExpression(std::string_view text);

}  // namespace heliograph::phone
