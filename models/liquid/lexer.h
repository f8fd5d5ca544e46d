// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace heliograph::liquid {

/// The words and signs inside {{ … }} and {% … %}.
enum class LexKind {
  End,
  Identifier,
  String,
  Number,
  Comparison,
  DotDot,
  Dot,
  Comma,
  Colon,
  Pipe,
  OpenSquare,
  CloseSquare,
  OpenRound,
  CloseRound,
  Dash,
  Question,
  Invalid,
};

/// A byte range of the source (end exclusive); a string with its quotes.
struct Lexeme {
  LexKind kind = LexKind::End;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Splits a piece of the source into lexemes, the last one being End. An invalid character or an unclosed quote is a
/// lexeme of kind Invalid.
void lex(std::string_view source, std::size_t begin, std::size_t end, std::vector<Lexeme>& lexemes);

}  // namespace heliograph::liquid
