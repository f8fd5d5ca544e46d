// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/lexer.h"

#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

bool isWordStart(char c) {
  return isLetter(c) || c == '_';
}
bool isWord(char c) {
  return isWordStart(c) || isDigit(c) || c == '-';
}

std::size_t numberEnd(std::string_view source, std::size_t at, std::size_t end) {
  while (at < end && isDigit(source[at])) {
    ++at;
  }
  if (at + 1 < end && source[at] == '.' && isDigit(source[at + 1])) {
    ++at;
    while (at < end && isDigit(source[at])) {
      ++at;
    }
  }
  return at;
}

std::size_t wordEnd(std::string_view source, std::size_t at, std::size_t end) {
  while (at < end && isWord(source[at])) {
    ++at;
  }
  return at < end && source[at] == '?' ? at + 1 : at;
}

LexKind signKind(char c) {
  switch (c) {
    case '.':
      return LexKind::Dot;
    case ',':
      return LexKind::Comma;
    case ':':
      return LexKind::Colon;
    case '|':
      return LexKind::Pipe;
    case '[':
      return LexKind::OpenSquare;
    case ']':
      return LexKind::CloseSquare;
    case '(':
      return LexKind::OpenRound;
    case ')':
      return LexKind::CloseRound;
    case '-':
      return LexKind::Dash;
    case '?':
      return LexKind::Question;
    default:
      return LexKind::Invalid;
  }
}

Lexeme comparison(std::string_view source, std::size_t at, std::size_t end) {
  const char first = source[at];
  const char second = at + 1 < end ? source[at + 1] : '\0';
  if (second == '=' || (first == '<' && second == '>')) {
    return {LexKind::Comparison, at, at + 2};
  }
  return {first == '<' || first == '>' ? LexKind::Comparison : LexKind::Invalid, at, at + 1};
}

Lexeme next(std::string_view source, std::size_t at, std::size_t end, bool behindDot) {
  const char c = source[at];
  if (isWordStart(c)) {
    const std::size_t stop = wordEnd(source, at, end);
    const bool isContains = !behindDot && source.substr(at, stop - at) == "contains";
    return {isContains ? LexKind::Comparison : LexKind::Identifier, at, stop};
  }
  if (isDigit(c) || (c == '-' && at + 1 < end && isDigit(source[at + 1]))) {
    return {LexKind::Number, at, numberEnd(source, at + 1, end)};
  }
  if (c == '\'' || c == '"') {
    const std::size_t close = source.substr(0, end).find(c, at + 1);
    return close == std::string_view::npos ? Lexeme{LexKind::Invalid, at, end} : Lexeme{LexKind::String, at, close + 1};
  }
  if (c == '=' || c == '!' || c == '<' || c == '>') {
    return comparison(source, at, end);
  }
  if (c == '.' && at + 1 < end && source[at + 1] == '.') {
    return {LexKind::DotDot, at, at + 2};
  }
  return {signKind(c), at, at + 1};
}

}  // namespace

void lex(std::string_view source, std::size_t begin, std::size_t end, std::vector<Lexeme>& lexemes) {
  lexemes.clear();
  bool behindDot = false;
  for (std::size_t at = begin; at < end;) {
    if (isSpace(source[at])) {
      ++at;
      continue;
    }
    Lexeme lexeme = next(source, at, end, behindDot);
    if (lexeme.kind == LexKind::Invalid && static_cast<unsigned char>(source[at]) >= 0x80) {
      lexeme.end = at + firstCodePoint(source.substr(at, end - at));
    }
    behindDot = lexeme.kind == LexKind::Dot;
    lexemes.push_back(lexeme);
    at = lexeme.end;
  }
  lexemes.push_back({LexKind::End, end, end});
}

}  // namespace heliograph::liquid
