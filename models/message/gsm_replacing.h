// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heliograph::message {

/// What reads the same as a character and stays in GSM-7, as UTF-8: ' for ’, ... for …, nothing at all for characters
/// that print nothing. None where there is no fair replacement. Only typography is replaced (quotes, dashes, blanks,
/// dots, ligatures, full-width forms, signs such as ™, invisible characters), never a letter of a language: á stays á,
/// as a name written otherwise is another name.
[[nodiscard]] std::optional<std::string_view> gsmLikeness(char32_t codepoint);

/// A stretch of a text that is outside GSM-7: a character, or a letter and an accent that are written as two characters
/// and are one in GSM-7.
struct CostlySpan {
  std::size_t begin = 0;  ///< byte range in the text
  std::size_t end = 0;
  char32_t codepoint = 0;                       ///< the character outside GSM-7
  std::optional<std::string_view> replacement;  ///< UTF-8; empty: left out

  bool operator==(const CostlySpan&) const = default;
};

/// Everything in a UTF-8 text that makes it UCS-2, in order. Bytes that are no UTF-8 count as U+FFFD.
[[nodiscard]] std::vector<CostlySpan> costlySpans(std::string_view utf8);

/// Makes a text that would be sent as UCS-2 fit into GSM-7 with fair replacements; true if it has changed. A text that
/// would stay UCS-2 all the same (an emoji, another script) is left as it is: nothing would be saved, and the
/// characters that print nothing join letters and emoji there. Copies nothing where nothing is replaced.
bool replaceCostlyIn(std::string& utf8);

/// The same on a copy.
[[nodiscard]] std::string replaceCostly(std::string_view utf8);

}  // namespace heliograph::message
