// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/calendar.h"

namespace heliograph::liquid {

namespace {

constexpr std::int64_t daysPerEra = 146'097;   // 400 years
constexpr std::int64_t daysToEpoch = 719'468;  // from 0000-03-01 to 1970-01-01

}  // namespace

// Years begin in March here, so that the leap day is the last one of its year.
std::int64_t daysFromCivil(const CivilDay& civil) {
  const std::int64_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int64_t era = floorDivide(year, 400);
  const std::int64_t yearOfEra = year - era * 400;
  const std::int64_t month = (civil.month + 9) % 12;
  const std::int64_t dayOfYear = (153 * month + 2) / 5 + civil.day - 1;
  return era * daysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - daysToEpoch;
}

CivilDay civilFromDays(std::int64_t days) {
  const std::int64_t shifted = days + daysToEpoch;
  const std::int64_t era = floorDivide(shifted, daysPerEra);
  const std::int64_t dayOfEra = shifted - era * daysPerEra;
  const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int64_t month = (5 * dayOfYear + 2) / 153;
  const int civilMonth = static_cast<int>(month < 10 ? month + 3 : month - 9);
  return {yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth,
          static_cast<int>(dayOfYear - (153 * month + 2) / 5 + 1)};
}

int weekdayOf(std::int64_t days) {
  return static_cast<int>(floorRest(days + 4, 7));
}

}  // namespace heliograph::liquid
