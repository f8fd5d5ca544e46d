// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "liquid/calendar.h"
#include "liquid/value.h"

namespace heliograph::liquid {

class TimeZone;

/// What dates are read against: the present (Unix seconds) and the zone of dates that name none (UTC when null).
struct DateContext {
  std::int64_t now = 0;
  const TimeZone* zone = nullptr;
};

/// A moment as the clocks of a zone show it; UTC when the zone is null.
Moment momentIn(const TimeZone* zone, std::int64_t utcSeconds);

/// Reads a value as a date filter does: the words now and today, whole numbers and texts of digits as Unix seconds, and
/// dates as people and programs write them. Nothing when it's no date.
std::optional<Moment> readDate(const Value& value, const DateContext& context);

}  // namespace heliograph::liquid
