// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliograph::liquid {

/// What one template and one render may cost. All are counts, not times, so that a campaign gives the same result on
/// every machine.
struct Limits {
  std::size_t sourceBytes = 64 * 1024;
  int nesting = 100;                       ///< blocks in blocks, and brackets in brackets
  std::size_t nodes = 10'000;              ///< instructions of one template
  std::uint64_t steps = 100'000;           ///< instructions run, and elements and blocks of text that filters touch
  std::size_t outputBytes = 16 * 1024;     ///< of one rendered text
  std::size_t scratchBytes = 1024 * 1024;  ///< assigned, captured or made by filters in one render
  int dateWidth = 64;                      ///< padding asked for in a date format
  int partialDepth = 20;                   ///< include and render in each other
};

}  // namespace heliograph::liquid
