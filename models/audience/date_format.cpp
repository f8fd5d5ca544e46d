// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/date_format.h"

#include <algorithm>
#include <array>
#include <string>

#include "audience/civil_time.h"
#include "audience/text_taking.h"

namespace heliograph::audience {
namespace {

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
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

}  // namespace

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

std::optional<DateReading> DateFormat::readPattern(std::string_view text) const {
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
  return DateReading{*milliseconds, false};
}

std::optional<DateReading> DateFormat::read(std::string_view text) const {
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
