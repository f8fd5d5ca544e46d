// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/unicode_case.h"

#include <algorithm>
#include <span>

#include "liquid/unicode_case_table.h"

namespace heliograph::liquid {

namespace {

char32_t mapped(char32_t point, std::span<const CaseRange> ranges) {
  const auto found = std::lower_bound(ranges.begin(), ranges.end(), point,
                                      [](const CaseRange& range, char32_t value) { return range.last < value; });
  if (found == ranges.end() || point < found->first || (point - found->first) % found->stride != 0) {
    return point;
  }
  return static_cast<char32_t>(static_cast<std::int32_t>(point) + found->delta);
}

}  // namespace

char32_t upperCase(char32_t point) {
  if (point < 0x80) {
    return point >= 'a' && point <= 'z' ? point - 32 : point;
  }
  return mapped(point, upperRanges);
}

char32_t lowerCase(char32_t point) {
  if (point < 0x80) {
    return point >= 'A' && point <= 'Z' ? point + 32 : point;
  }
  return mapped(point, lowerRanges);
}

}  // namespace heliograph::liquid
