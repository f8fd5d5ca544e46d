// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/json_cursor.h"

#include <cstring>

namespace heliograph::audience {
namespace {

constexpr int deepestJson = 100;

int hexDigit(char sign) {
  if (sign >= '0' && sign <= '9') return sign - '0';
  if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
  if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
  return -1;
}

/// The value of the four digits at `at`, or -1.
int fourHexDigits(const char* at, const char* end) {
  if (end - at < 4) return -1;
  int value = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hexDigit(at[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

char* putUtf8(char* to, unsigned int sign) {
  const auto put = [&to](unsigned int byte) { *to++ = static_cast<char>(byte); };
  if (sign < 0x80) {
    put(sign);
  } else if (sign < 0x800) {
    put(0xC0 | (sign >> 6));
    put(0x80 | (sign & 0x3F));
  } else if (sign < 0x10000) {
    put(0xE0 | (sign >> 12));
    put(0x80 | ((sign >> 6) & 0x3F));
    put(0x80 | (sign & 0x3F));
  } else {
    put(0xF0 | (sign >> 18));
    put(0x80 | ((sign >> 12) & 0x3F));
    put(0x80 | ((sign >> 6) & 0x3F));
    put(0x80 | (sign & 0x3F));
  }
  return to;
}

/// The character of the escape whose letters begin at `at` ("u00e9"), which is moved behind it; -1 if it is none. Half
/// a pair of surrogates is U+FFFD.
int takeEscape(const char*& at, const char* end) {
  static constexpr std::string_view letters = "\"\\/bfnrt";
  static constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  if (at == end) return -1;
  const char letter = *at++;
  if (letter != 'u') {
    const std::size_t place = letters.find(letter);
    return place == std::string_view::npos ? -1 : static_cast<unsigned char>(meant[place]);
  }
  const int unit = fourHexDigits(at, end);
  if (unit < 0) return -1;
  at += 4;
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  const bool paired = unit < 0xDC00 && end - at >= 6 && at[0] == '\\' && at[1] == 'u';
  const int low = paired ? fourHexDigits(at + 2, end) : -1;
  if (low < 0xDC00 || low > 0xDFFF) return 0xFFFD;
  at += 6;
  return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

bool isBlank(char sign) {
  return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
}

}  // namespace

bool JsonCursor::fail() {
  m_failed = true;
  m_at = m_end;
  return false;
}

void JsonCursor::passBlanks() {
  while (m_at < m_end && isBlank(*m_at)) ++m_at;
}

bool JsonCursor::take(char sign) {
  passBlanks();
  if (m_at == m_end || *m_at != sign) return false;
  ++m_at;
  return true;
}

bool JsonCursor::atEnd() {
  passBlanks();
  return m_at == m_end;
}

JsonCursor::Kind JsonCursor::kind() {
  passBlanks();
  switch (m_at == m_end ? '\0' : *m_at) {
    case '{':
      return Kind::Object;
    case '[':
      return Kind::Array;
    case '"':
      return Kind::String;
    case 't':
    case 'f':
      return Kind::Boolean;
    case 'n':
      return Kind::Null;
    case '\0':
      return Kind::Nothing;
    default:
      return Kind::Number;
  }
}

void JsonCursor::enter() {
  if (!take('{') && !take('[')) fail();
  m_first = true;
}

bool JsonCursor::key(std::string_view& name) {
  const bool first = m_first;
  m_first = false;
  if (m_failed || take('}')) return false;
  if (!first && !take(',')) return fail();
  if (kind() != Kind::String) return fail();
  name = string();
  return take(':') || fail();
}

bool JsonCursor::item() {
  const bool first = m_first;
  m_first = false;
  if (m_failed || take(']')) return false;
  if (!first && !take(',')) return fail();
  passBlanks();
  return (m_at < m_end && *m_at != ']' && *m_at != '}') || fail();
}

/// The closing quote of the text whose opening one is at the position, or nullptr.
char* JsonCursor::endOfString() {
  for (char* at = m_at + 1; at < m_end; ++at) {
    if (*at == '"') return at;
    if (static_cast<unsigned char>(*at) < 0x20) return nullptr;
    if (*at == '\\') ++at;
  }
  return nullptr;
}

std::string_view JsonCursor::string() {
  if (kind() != Kind::String) {
    fail();
    return {};
  }
  char* const end = endOfString();
  if (end == nullptr) {
    fail();
    return {};
  }
  char* const begin = m_at + 1;
  m_at = end + 1;
  const auto size = static_cast<std::size_t>(end - begin);
  auto* escape = static_cast<char*>(std::memchr(begin, '\\', size));
  if (escape == nullptr) return {begin, size};
  char* to = escape;
  for (const char* from = escape; from < end;) {
    if (*from != '\\') {
      *to++ = *from++;
      continue;
    }
    const int sign = takeEscape(++from, end);
    if (sign < 0) {
      fail();
      return {};
    }
    to = putUtf8(to, static_cast<unsigned int>(sign));
  }
  return {begin, static_cast<std::size_t>(to - begin)};
}

std::string_view JsonCursor::number() {
  passBlanks();
  char* const begin = m_at;
  const auto digits = [this] {
    const char* const first = m_at;
    while (m_at < m_end && *m_at >= '0' && *m_at <= '9') ++m_at;
    return m_at > first;
  };
  if (m_at < m_end && *m_at == '-') ++m_at;
  bool good = digits();
  if (m_at < m_end && *m_at == '.') {
    ++m_at;
    good = digits() && good;
  }
  if (m_at < m_end && (*m_at == 'e' || *m_at == 'E')) {
    ++m_at;
    if (m_at < m_end && (*m_at == '+' || *m_at == '-')) ++m_at;
    good = digits() && good;
  }
  if (!good) {
    fail();
    return {};
  }
  return {begin, static_cast<std::size_t>(m_at - begin)};
}

bool JsonCursor::takeWord(std::string_view word) {
  passBlanks();
  if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(word)) return false;
  m_at += word.size();
  return true;
}

bool JsonCursor::boolean() {
  if (takeWord("true")) return true;
  if (!takeWord("false")) fail();
  return false;
}

std::string_view JsonCursor::skip() {
  passBlanks();
  char* const begin = m_at;
  skipValue(0);
  return m_failed ? std::string_view() : std::string_view(begin, static_cast<std::size_t>(m_at - begin));
}

void JsonCursor::skipValue(int depth) {
  const Kind next = depth > deepestJson ? Kind::Nothing : kind();
  switch (next) {
    case Kind::Object:
    case Kind::Array:
      enter();
      while (!m_failed) {
        const bool first = m_first;
        m_first = false;
        if (take(next == Kind::Object ? '}' : ']')) return;
        if (!first && !take(',')) break;
        if (next == Kind::Object) {
          if (kind() != Kind::String) break;
          skipValue(depth + 1);
          if (m_failed || !take(':')) break;
        }
        skipValue(depth + 1);
      }
      fail();
      return;
    case Kind::String:
      if (char* const end = endOfString()) {
        m_at = end + 1;
        return;
      }
      fail();
      return;
    case Kind::Number:
      static_cast<void>(number());
      return;
    case Kind::Boolean:
      static_cast<void>(boolean());
      return;
    case Kind::Null:
      if (!takeWord("null")) fail();
      return;
    case Kind::Nothing:
      fail();
  }
}

void appendJsonText(std::string& json, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  json += '"';
  for (const char sign : text) {
    if (sign == '"' || sign == '\\') {
      json += '\\';
      json += sign;
    } else if (static_cast<unsigned char>(sign) < 0x20) {
      json += "\\u00";
      json += digits[(sign >> 4) & 0xF];
      json += digits[sign & 0xF];
    } else {
      json += sign;
    }
  }
  json += '"';
}

}  // namespace heliograph::audience
