// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/iso_date.h"

#include "audience/civil_time.h"
#include "audience/text_taking.h"

namespace heliograph::audience {
namespace {

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

/// The digits behind the point of a second, as milliseconds.
std::optional<std::int64_t> takeFraction(std::string_view& text) {
  const std::size_t before = text.size();
  auto fraction = takeDigits(text, 1, 9);
  if (!fraction) return std::nullopt;
  std::int64_t milliseconds = *fraction;
  std::size_t digits = before - text.size();
  for (; digits < 3; ++digits) milliseconds *= 10;
  for (; digits > 3; --digits) milliseconds /= 10;
  return milliseconds;
}

bool takeClock(std::string_view& text, CivilTime& time, std::int64_t& fraction) {
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
  if (!take(text, '.')) return true;
  const auto read = takeFraction(text);
  fraction = read.value_or(0);
  return read.has_value();
}

}  // namespace

std::optional<DateReading> readIsoDate(std::string_view text) {
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
  std::int64_t fraction = 0;
  if (!text.empty()) {
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    if (!takeClock(text, time, fraction)) return std::nullopt;
    take(text, ' ');
    if (!text.empty()) {
      offset = takeOffset(text);
      if (!offset || !text.empty()) return std::nullopt;
    }
  }
  const auto milliseconds = time.milliseconds();
  if (!milliseconds) return std::nullopt;
  return DateReading{*milliseconds + fraction - offset.value_or(0), offset.has_value()};
}

std::optional<DateReading> readUnixTime(std::string_view text) {
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
  if (number >= inMicroseconds) return DateReading{number / 1000, true};
  return DateReading{number >= inMilliseconds ? number : number * 1000, true};
}

}  // namespace heliograph::audience
