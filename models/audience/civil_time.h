// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace heliograph::audience {

/// The fields of a clock; noon unless something else was read.
struct CivilTime {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
  unsigned hour = 12;
  unsigned minute = 0;
  unsigned second = 0;

  /// Milliseconds since 1970 of that clock, if there is such a day and time (24:00 isn't, a leap second is the next
  /// one).
  [[nodiscard]] std::optional<std::int64_t> milliseconds() const {
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    const auto clock = sys_days(date) + hours(hour) + minutes(minute) + seconds(second);
    return duration_cast<std::chrono::milliseconds>(clock.time_since_epoch()).count();
  }
};

}  // namespace heliograph::audience
