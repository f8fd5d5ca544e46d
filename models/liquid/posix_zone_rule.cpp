// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/posix_zone_rule.h"

#include <algorithm>

#include "liquid/calendar.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

/// A day of every year on which the clocks change, and the wall time at which they do.
struct ChangeDay {
  char kind = 'M';  ///< 'M' month, week, weekday; 'J' day from 1 without leap days; '0' day from 0 with them
  int month = 0;
  int week = 0;
  int day = 0;
  std::int64_t time = 7200;
};

/// Reads a rule from its beginning on.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : m_text(text) {}

  bool atEnd() const { return m_text.empty(); }
  bool failed() const { return m_failed; }
  bool startsWith(char wanted) const { return !m_text.empty() && m_text.front() == wanted; }

  bool skip(char wanted) {
    const bool found = startsWith(wanted);
    if (found) {
      m_text.remove_prefix(1);
    }
    return found;
  }

  std::string_view name() {
    const bool quoted = skip('<');
    const auto end =
        std::find_if(m_text.begin(), m_text.end(), [quoted](char c) { return quoted ? c == '>' : !isLetter(c); });
    const std::string_view found = m_text.substr(0, static_cast<std::size_t>(end - m_text.begin()));
    m_text.remove_prefix(found.size());
    m_failed = m_failed || found.empty() || (quoted && !skip('>'));
    return found;
  }

  int number() {
    int value = 0;
    const std::size_t before = m_text.size();
    while (!m_text.empty() && isDigit(m_text.front()) && value < 100'000) {
      value = value * 10 + (m_text.front() - '0');
      m_text.remove_prefix(1);
    }
    m_failed = m_failed || m_text.size() == before;
    return value;
  }

  /// [+-]hh[:mm[:ss]] in seconds.
  std::int64_t time() {
    const bool negative = skip('-');
    if (!negative) {
      skip('+');
    }
    std::int64_t seconds = std::int64_t{number()} * 3600;
    seconds += skip(':') ? std::int64_t{number()} * 60 : 0;
    seconds += skip(':') ? number() : 0;
    return negative ? -seconds : seconds;
  }

  ChangeDay changeDay() {
    ChangeDay change;
    m_failed = m_failed || !skip(',');
    if (skip('M')) {
      change.month = std::clamp(number(), 1, 12);
      m_failed = m_failed || !skip('.');
      change.week = std::clamp(number(), 1, 5);
      m_failed = m_failed || !skip('.');
      change.day = number() % 7;
    } else {
      change.kind = skip('J') ? 'J' : '0';
      change.day = number();
    }
    change.time = skip('/') ? time() : change.time;
    return change;
  }

 private:
  std::string_view m_text;
  bool m_failed = false;
};

std::int64_t monthDay(const ChangeDay& change, std::int64_t year) {
  const std::int64_t first = daysFromCivil({year, change.month, 1});
  const std::int64_t nextMonth =
      change.month == 12 ? daysFromCivil({year + 1, 1, 1}) : daysFromCivil({year, change.month + 1, 1});
  std::int64_t day = first + (change.day - weekdayOf(first) + 7) % 7 + std::int64_t{change.week - 1} * 7;
  while (day >= nextMonth) {
    day -= 7;
  }
  return day;
}

/// The wall time of the change in a year, in seconds since 1970 as if the wall showed UTC.
std::int64_t changeIn(const ChangeDay& change, std::int64_t year) {
  if (change.kind == 'M') {
    return monthDay(change, year) * secondsPerDay + change.time;
  }
  const std::int64_t first = daysFromCivil({year, 1, 1});
  const bool leap = daysFromCivil({year + 1, 1, 1}) - first == 366;
  const int skipped = change.kind == 'J' ? (leap && change.day >= 60 ? 0 : 1) : 0;
  return (first + change.day - skipped) * secondsPerDay + change.time;
}

}  // namespace

ZoneOffset offsetByRule(std::string_view rule, std::int64_t utcSeconds) {
  RuleReader reader(rule);
  ZoneOffset standard;
  standard.abbreviation = reader.name();
  standard.seconds = static_cast<std::int32_t>(-reader.time());
  if (reader.failed()) {
    return {};
  }
  if (reader.atEnd()) {
    return standard;
  }
  ZoneOffset summer;
  summer.abbreviation = reader.name();
  summer.seconds = standard.seconds + 3600;
  if (!reader.startsWith(',')) {
    summer.seconds = static_cast<std::int32_t>(-reader.time());
  }
  const ChangeDay begin = reader.changeDay();
  const ChangeDay end = reader.changeDay();
  if (reader.failed()) {
    return standard;
  }
  const std::int64_t year = civilFromDays(floorDivide(utcSeconds + standard.seconds, secondsPerDay)).year;
  const std::int64_t from = changeIn(begin, year) - standard.seconds;
  const std::int64_t until = changeIn(end, year) - summer.seconds;
  const bool inSummer =
      from < until ? utcSeconds >= from && utcSeconds < until : utcSeconds >= from || utcSeconds < until;
  return inSummer ? summer : standard;
}

}  // namespace heliograph::liquid
