// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

bool isContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t bytesAt(std::string_view text, std::size_t offset) {
  const std::size_t length = codePointBytes(static_cast<unsigned char>(text[offset]));
  if (offset + length > text.size()) {
    return 1;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (!isContinuation(text[offset + i])) {
      return 1;
    }
  }
  return length;
}

}  // namespace

std::size_t codePointCount(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); offset += bytesAt(text, offset)) {
    ++count;
  }
  return count;
}

std::size_t codePointOffset(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  while (index > 0 && offset < text.size()) {
    offset += bytesAt(text, offset);
    --index;
  }
  return offset;
}

std::size_t firstCodePoint(std::string_view text) {
  return bytesAt(text, 0);
}

char32_t decodeAt(std::string_view text, std::size_t& offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t length = bytesAt(text, offset);
  if (length == 1) {
    ++offset;
    return lead < 0x80 ? lead : 0xdc00 + lead;
  }
  char32_t point = lead & (0x7f >> length);
  for (std::size_t i = 1; i < length; ++i) {
    point = (point << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3f);
  }
  offset += length;
  return point;
}

void appendCodePoint(std::string& out, char32_t point) {
  if (point < 0x80) {
    out.push_back(static_cast<char>(point));
  } else if (point >= 0xdc80 && point <= 0xdcff) {
    out.push_back(static_cast<char>(point - 0xdc00));
  } else if (point < 0x800) {
    out.push_back(static_cast<char>(0xc0 | (point >> 6)));
    out.push_back(static_cast<char>(0x80 | (point & 0x3f)));
  } else if (point < 0x10000) {
    out.push_back(static_cast<char>(0xe0 | (point >> 12)));
    out.push_back(static_cast<char>(0x80 | ((point >> 6) & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (point & 0x3f)));
  } else {
    out.push_back(static_cast<char>(0xf0 | (point >> 18)));
    out.push_back(static_cast<char>(0x80 | ((point >> 12) & 0x3f)));
    out.push_back(static_cast<char>(0x80 | ((point >> 6) & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (point & 0x3f)));
  }
}

bool isValidUtf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    const std::size_t start = offset;
    const char32_t point = decodeAt(text, offset);
    const bool stray = lead >= 0x80 && offset - start == 1;
    const bool overlong = (offset - start == 3 && point < 0x800) || (offset - start == 4 && point < 0x10000);
    if (stray || overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
      return false;
    }
  }
  return true;
}

std::string_view withoutLeadingBlanks(std::string_view text) {
  while (!text.empty() && isBlank(text.front())) {
    text.remove_prefix(1);
  }
  return text;
}

std::string_view withoutTrailingBlanks(std::string_view text) {
  while (!text.empty() && isBlank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace heliograph::liquid
