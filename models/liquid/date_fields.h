// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace heliograph::liquid {

/// What a text says about a date; what it leaves out is empty.
struct DateFields {
  std::optional<std::int64_t> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> hour;
  int minute = 0;
  int second = 0;
  std::int32_t nanoseconds = 0;
  std::optional<std::int32_t> offset;  ///< seconds east of UTC
  bool isUtc = false;                  ///< it names UTC itself, by Z or by a word
};

}  // namespace heliograph::liquid
