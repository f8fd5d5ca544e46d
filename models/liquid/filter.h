// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "liquid/environment.h"
#include "liquid/scratch.h"
#include "liquid/value.h"

namespace heliograph::liquid {

class TimeZone;

/// What a filter may use besides its input.
struct FilterContext {
  Scratch& scratch;
  std::int64_t now = 0;
  const TimeZone* zone = nullptr;
};

/// Makes the value of `input | name: arguments`. A fault goes to the context's scratch.
using Arguments = std::span<const Value>;
using FilterFunction = Value (*)(FilterContext&, const Value& input, Arguments arguments);

/// A filter as the parser knows it.
struct FilterSpec {
  std::string_view name;
  FilterFunction run = nullptr;
  std::uint8_t fewest = 0;        ///< arguments it needs
  std::uint8_t most = 0;          ///< arguments it takes
  std::string_view keyword = {};  ///< the one argument it takes by name; it stands behind the `most` others
  bool extension = false;         ///< only where an environment has the extensions
};

constexpr std::size_t mostArguments = 3;

/// The filter of that name in an environment, or null.
const FilterSpec* findFilter(std::string_view name, const Environment& environment);
/// The known name that is nearest to a misspelt one, or empty.
std::string_view nearestFilter(std::string_view name, const Environment& environment);

/// The names of all filters of an environment, sorted.
std::vector<std::string_view> filterNames(const Environment& environment);

/// The filters by subject; filter_registry.cpp joins them.
std::span<const FilterSpec> stringFilters();
std::span<const FilterSpec> replaceFilters();
std::span<const FilterSpec> encodingFilters();
std::span<const FilterSpec> numberFilters();
std::span<const FilterSpec> arrayFilters();
std::span<const FilterSpec> selectFilters();
std::span<const FilterSpec> dateFilters();

}  // namespace heliograph::liquid
