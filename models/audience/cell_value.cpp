// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/cell_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace heliograph::audience {
namespace {

constexpr std::array<std::string_view, 6> trueWords{"true", "yes", "on", "y", "t", "1"};
constexpr std::array<std::string_view, 6> falseWords{"false", "no", "off", "n", "f", "0"};
/// The first of the lists above that are whole words.
constexpr std::size_t wholeWords = 3;

bool sameWord(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return text.size() == word.size() && std::equal(text.begin(), text.end(), word.begin(), same);
}

bool isAmong(std::string_view text, const std::array<std::string_view, 6>& words, std::size_t count) {
  return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                     [text](std::string_view word) { return sameWord(text, word); });
}

}  // namespace

std::string_view trimmedCell(std::string_view text) {
  static constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<std::variant<std::int64_t, double>> readNumber(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const char* end = text.data() + text.size();
  std::int64_t whole = 0;
  if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc() && read.ptr == end)
    return whole;
  double real = 0;
  const auto read = std::from_chars(text.data(), end, real);
  if (read.ec != std::errc() || read.ptr != end || !std::isfinite(real)) return std::nullopt;
  return real;
}

bool looksLikeNumber(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || text.front() < '0' || text.front() > '9') return false;
  if (text.size() > 1 && text[0] == '0' && text[1] != '.') return false;
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool plain = text.find_first_not_of("0123456789.") == std::string_view::npos;
  return plain && digits <= 15 && readNumber(text).has_value();
}

std::optional<bool> readBoolean(std::string_view text) {
  if (isAmong(text, trueWords, trueWords.size())) return true;
  if (isAmong(text, falseWords, falseWords.size())) return false;
  return std::nullopt;
}

bool looksLikeBoolean(std::string_view text) {
  return isAmong(text, trueWords, wholeWords) || isAmong(text, falseWords, wholeWords);
}

bool isUtf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    if (lead < 0x80) continue;
    const int more = lead >= 0xF5 ? -1 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : -1;
    if (more < 0 || i + static_cast<std::size_t>(more) > text.size()) return false;
    const auto second = static_cast<unsigned char>(text[i]);
    // Overlong forms, surrogates and what lies beyond U+10FFFF.
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F)) {
      return false;
    }
    for (int k = 0; k < more; ++k) {
      if ((static_cast<unsigned char>(text[i++]) & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

}  // namespace heliograph::audience
