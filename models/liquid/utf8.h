// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace heliograph::liquid {

/// Bytes of the code point that starts with this byte; 1 for a stray byte.
constexpr std::size_t codePointBytes(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
}

/// Code points in a text; every stray byte counts as one.
std::size_t codePointCount(std::string_view text);

/// Byte offset of the code point with this index, or the text's size when it has no so many.
std::size_t codePointOffset(std::string_view text, std::size_t index);

/// Bytes of the first code point of a text that isn't empty.
std::size_t firstCodePoint(std::string_view text);

/// Reads the code point at offset and moves offset behind it; a stray byte is given as 0xdc00 + byte.
char32_t decodeAt(std::string_view text, std::size_t& offset);

void appendCodePoint(std::string& out, char32_t point);

bool isValidUtf8(std::string_view text);

/// Blank as Liquid's strip filters and whitespace control mean it.
constexpr bool isBlank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}
constexpr bool isSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr char upperAscii(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string_view withoutLeadingBlanks(std::string_view text);
std::string_view withoutTrailingBlanks(std::string_view text);

}  // namespace heliograph::liquid
