// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace heliograph::liquid {

constexpr std::int64_t secondsPerDay = 86'400;

/// A day of the Gregorian calendar, which is also used before its time. Month and day count from 1.
struct CivilDay {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

/// A point in time as somebody's clock shows it.
struct Moment {
  std::int64_t seconds = 0;               ///< since 1970 in UTC
  std::int32_t nanoseconds = 0;           ///< on top of the seconds
  std::int32_t offset = 0;                ///< of the clock, in seconds east of UTC
  std::string_view abbreviation = "UTC";  ///< of the clock's zone; empty when only its offset is known
};

/// Days since 1970-01-01. A day beyond the end of its month counts into the next one.
std::int64_t daysFromCivil(const CivilDay& civil);

/// The day that stands so many days after 1970-01-01.
CivilDay civilFromDays(std::int64_t days);

/// 0 for Sunday to 6 for Saturday.
int weekdayOf(std::int64_t days);

/// Division that rounds down, and what it leaves (0 or more for a positive divisor).
constexpr std::int64_t floorDivide(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}
constexpr std::int64_t floorRest(std::int64_t value, std::int64_t divisor) {
  return value - floorDivide(value, divisor) * divisor;
}

}  // namespace heliograph::liquid
