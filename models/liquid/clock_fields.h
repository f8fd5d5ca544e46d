// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "liquid/calendar.h"

namespace heliograph::liquid {

/// What a clock shows at a moment.
struct ClockFields {
  CivilDay day;
  int weekday = 0;    ///< 0 for Sunday
  int dayOfYear = 1;  ///< from 1
  int hour = 0;
  int minute = 0;
  int second = 0;
  /// 1 to 12.
  int hour12() const { return hour % 12 == 0 ? 12 : hour % 12; }
};

ClockFields clockFieldsOf(const Moment& moment);

/// A week of ISO 8601 and the year it is counted in.
struct IsoWeek {
  std::int64_t year = 1970;
  int week = 1;
};

/// Week 1 is the one with the year's first Thursday.
IsoWeek isoWeekOf(const ClockFields& fields);

}  // namespace heliograph::liquid
