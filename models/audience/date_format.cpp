// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/date_format.h"

#include <algorithm>
#include <array>
#include <string>

#include "audience/civil_time.h"

namespace heliograph::audience {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Up to `most` digits at the front, taken away; nothing if there are fewer than `least`.
std::optional<unsigned> takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
  unsigned number = 0;
  std::size_t digits = 0;
  while (digits < most && digits < text.size() && isDigit(text[digits])) {
    number = number * 10 + static_cast<unsigned>(text[digits++] - '0');
  }
  if (digits < least) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

/// The number of the English month whose name, or its first three letters, stand at the front.
std::optional<unsigned> takeMonthName(std::string_view& text) {
  static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
  std::size_t length = 0;
  while (length < text.size() && isLetter(text[length])) ++length;
  if (length < 3) return std::nullopt;
  for (unsigned month = 0; month < names.size(); ++month) {
    const std::string_view name = names[month];
    bool same = length <= name.size();
    for (std::size_t i = 0; same && i < length; ++i) same = lower(text[i]) == name[i];
    if (!same) continue;
    text.remove_prefix(length);
    return month + 1;
  }
  return std::nullopt;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

/// "Z", "+0530", "+05:30", "+05": milliseconds; nothing if it is none of them.
std::optional<std::int64_t> takeOffset(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return 0;
  const bool negative = text.starts_with('-');
  if (!negative && !text.starts_with('+')) return std::nullopt;
  text.remove_prefix(1);
  const auto hours = takeDigits(text, 2, 2);
  if (!hours || *hours > 14) return std::nullopt;
  take(text, ':');
  const unsigned minutes = takeDigits(text, 2, 2).value_or(0);
  const std::int64_t offset = (*hours * 60LL + minutes) * 60000;
  return negative ? -offset : offset;
}

bool takeClock(std::string_view& text, CivilTime& time) {
  const auto hour = takeDigits(text, 1, 2);
  if (!hour || !take(text, ':')) return false;
  const auto minute = takeDigits(text, 2, 2);
  if (!minute) return false;
  time.hour = *hour;
  time.minute = *minute;
  if (!take(text, ':')) return true;
  const auto second = takeDigits(text, 2, 2);
  if (!second) return false;
  time.second = *second;
  if (take(text, '.')) return takeDigits(text, 1, 9).has_value();
  return true;
}

}  // namespace

std::optional<DateFormat::Reading> readIsoDate(std::string_view text) {
  CivilTime time;
  const auto year = takeDigits(text, 4, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = takeDigits(text, 2, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = takeDigits(text, 2, 2);
  if (!day) return std::nullopt;
  time.year = static_cast<int>(*year);
  time.month = *month;
  time.day = *day;
  std::optional<std::int64_t> offset;
  if (!text.empty()) {
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    if (!takeClock(text, time)) return std::nullopt;
    take(text, ' ');
    if (!text.empty()) {
      offset = takeOffset(text);
      if (!offset || !text.empty()) return std::nullopt;
    }
  }
  const auto milliseconds = time.milliseconds();
  if (!milliseconds) return std::nullopt;
  return DateFormat::Reading{*milliseconds - offset.value_or(0), offset.has_value()};
}

std::optional<DateFormat::Reading> readUnixTime(std::string_view text) {
  static constexpr std::int64_t inMilliseconds = 100'000'000'000;
  static constexpr std::int64_t inMicroseconds = 100'000'000'000'000;
  // What CleverTap's own files put before the number.
  if (text.starts_with("$D_")) text.remove_prefix(3);
  if (text.size() < 9 || text.size() > 16) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (!isDigit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  if (number >= inMicroseconds) return DateFormat::Reading{number / 1000, true};
  return DateFormat::Reading{number >= inMilliseconds ? number : number * 1000, true};
}

DateFormat DateFormat::iso() {
  return DateFormat(Kind::Iso);
}

std::optional<DateFormat> DateFormat::parse(const QString& pattern) {
  const QString plain = pattern.trimmed().toCaseFolded();
  if (plain == QLatin1String("iso") || plain == QLatin1String("iso 8601")) return iso();
  if (plain == QLatin1String("unix") || plain == QLatin1String("unix time") || plain == QLatin1String("epoch")) {
    return DateFormat(Kind::Unix);
  }
  DateFormat format(Kind::Pattern);
  const std::string text = pattern.trimmed().toStdString();
  for (std::size_t i = 0; i < text.size();) {
    std::size_t count = 1;
    while (i + count < text.size() && text[i + count] == text[i]) ++count;
    if (isLetter(text[i])) {
      if (!format.addPart(text[i], static_cast<int>(count))) return std::nullopt;
    } else {
      for (std::size_t k = 0; k < count; ++k) format.m_tokens.push_back({Part::Literal, text[i]});
    }
    i += count;
  }
  const auto has = [&](Part part) {
    return std::any_of(format.m_tokens.begin(), format.m_tokens.end(), [part](Token t) { return t.part == part; });
  };
  const bool month = has(Part::Month) || has(Part::MonthName);
  if (!has(Part::Day) || !month || !(has(Part::Year) || has(Part::ShortYear))) return std::nullopt;
  return format;
}

bool DateFormat::addPart(char letter, int count) {
  const bool hourSeen =
      std::any_of(m_tokens.begin(), m_tokens.end(), [](Token token) { return token.part == Part::Hour; });
  // Files don't agree on capitals; only m is two things, and minutes come after hours.
  switch (lower(letter)) {
    case 'y':
      m_tokens.push_back({count > 2 ? Part::Year : Part::ShortYear});
      return count <= 4;
    case 'd':
      m_tokens.push_back({Part::Day});
      return count <= 2;
    case 'h':
      m_tokens.push_back({Part::Hour});
      return count <= 2;
    case 's':
      m_tokens.push_back({Part::Second});
      return count <= 2;
    case 'm':
      m_tokens.push_back({hourSeen ? Part::Minute : count > 2 ? Part::MonthName : Part::Month});
      return count <= 4;
    case 't':
      m_tokens.push_back({Part::Literal, letter});
      return count == 1;
    default:
      return false;
  }
}

std::optional<DateFormat::Reading> DateFormat::readPattern(std::string_view text) const {
  CivilTime time;
  for (const Token& token : m_tokens) {
    // A clock that the pattern has and the text hasn't is noon.
    if (text.empty() && (token.part == Part::Literal || token.part == Part::Hour)) break;
    std::optional<unsigned> number;
    switch (token.part) {
      case Part::Literal:
        if (!take(text, token.literal)) return std::nullopt;
        continue;
      case Part::MonthName:
        number = takeMonthName(text);
        break;
      case Part::Year:
        number = takeDigits(text, 4, 4);
        break;
      default:
        number = takeDigits(text, 1, 2);
    }
    if (!number) return std::nullopt;
    switch (token.part) {
      case Part::Year:
        time.year = static_cast<int>(*number);
        break;
      case Part::ShortYear:
        time.year = static_cast<int>(*number) + (*number < 70 ? 2000 : 1900);
        break;
      case Part::Month:
      case Part::MonthName:
        time.month = *number;
        break;
      case Part::Day:
        time.day = *number;
        break;
      case Part::Hour:
        time.hour = *number;
        break;
      case Part::Minute:
        time.minute = *number;
        break;
      case Part::Second:
        time.second = *number;
        break;
      case Part::Literal:
        break;
    }
  }
  const auto milliseconds = time.milliseconds();
  if (!text.empty() || !milliseconds) return std::nullopt;
  return Reading{*milliseconds, false};
}

std::optional<DateFormat::Reading> DateFormat::read(std::string_view text) const {
  switch (m_kind) {
    case Kind::Unix:
      return readUnixTime(text);
    case Kind::Iso:
      return readIsoDate(text);
    case Kind::Pattern:
      return readPattern(text);
  }
  return std::nullopt;
}

}  // namespace heliograph::audience
