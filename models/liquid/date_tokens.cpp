// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/date_tokens.h"

#include <algorithm>
#include <charconv>

#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

// Letters beyond ASCII belong to words, so that no part of a foreign word passes for a month.
bool isWordByte(char c) {
  return isLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t endOf(std::string_view text, std::size_t begin, bool (*belongs)(char)) {
  std::size_t end = begin;
  while (end < text.size() && belongs(text[end])) {
    ++end;
  }
  return end;
}

}  // namespace

std::string lowerText(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lowerAscii);
  return lowered;
}

DateTokens dateTokens(std::string_view text) {
  DateTokens tokens;
  bool afterBlank = false;
  for (std::size_t at = 0; at < text.size();) {
    if (isBlank(text[at])) {
      afterBlank = true;
      ++at;
      continue;
    }
    DateToken token;
    token.afterBlank = afterBlank;
    afterBlank = false;
    std::size_t end = at + 1;
    if (isDigit(text[at])) {
      token.kind = DateToken::Number;
      end = endOf(text, at, [](char c) { return isDigit(c); });
      const auto read = std::from_chars(text.data() + at, text.data() + end, token.value);
      token.value = read.ec == std::errc() ? token.value : INT64_MAX;
    } else if (isWordByte(text[at])) {
      token.kind = DateToken::Word;
      end = endOf(text, at, isWordByte);
    }
    token.text = text.substr(at, end - at);
    tokens.push_back(token);
    at = end;
  }
  return tokens;
}

}  // namespace heliograph::liquid
