// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace heliograph::liquid {

/// How a piece of source is shown.
enum class TokenKind { Text, Delimiter, Tag, Identifier, String, Number, Operator, Filter, Keyword, Comment, Raw };

/// A byte range of the source (end exclusive).
struct Token {
  TokenKind kind;
  std::size_t begin;
  std::size_t end;
};

/// The tokens of a source in their order, also of one with faults; together they cover everything but blanks in tags.
std::vector<Token> highlight(std::string_view source);

}  // namespace heliograph::liquid
