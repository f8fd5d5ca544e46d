// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/clock_fields.h"

namespace heliograph::liquid {

ClockFields clockFieldsOf(const Moment& moment) {
  const std::int64_t local = moment.seconds + moment.offset;
  const std::int64_t days = floorDivide(local, secondsPerDay);
  const int second = static_cast<int>(local - days * secondsPerDay);
  const CivilDay civil = civilFromDays(days);
  return {civil,         weekdayOf(days),  static_cast<int>(days - daysFromCivil({civil.year, 1, 1})) + 1,
          second / 3600, second / 60 % 60, second % 60};
}

IsoWeek isoWeekOf(const ClockFields& fields) {
  const std::int64_t days = daysFromCivil(fields.day);
  const std::int64_t thursday = days + 3 - (fields.weekday + 6) % 7;
  const std::int64_t year = civilFromDays(thursday).year;
  return {year, static_cast<int>((thursday - daysFromCivil({year, 1, 1})) / 7) + 1};
}

}  // namespace heliograph::liquid
