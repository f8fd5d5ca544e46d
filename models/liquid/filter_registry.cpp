// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "liquid/filter.h"
#include "liquid/nearest.h"

namespace heliograph::liquid {

namespace {

const std::vector<FilterSpec>& allFilters() {
  static const std::vector<FilterSpec> sorted = [] {
    std::vector<FilterSpec> all;
    for (const auto group : {stringFilters(), replaceFilters(), encodingFilters(), numberFilters(), arrayFilters(),
                             selectFilters(), dateFilters()}) {
      all.insert(all.end(), group.begin(), group.end());
    }
    std::sort(all.begin(), all.end(), [](const FilterSpec& a, const FilterSpec& b) { return a.name < b.name; });
    return all;
  }();
  return sorted;
}

}  // namespace

const FilterSpec* findFilter(std::string_view name, const Environment& environment) {
  const auto& all = allFilters();
  const auto found = std::lower_bound(all.begin(), all.end(), name,
                                      [](const FilterSpec& filter, std::string_view key) { return filter.name < key; });
  const bool known = found != all.end() && found->name == name && (!found->extension || environment.hasExtensions());
  return known ? &*found : nullptr;
}

std::vector<std::string_view> filterNames(const Environment& environment) {
  std::vector<std::string_view> names;
  for (const FilterSpec& filter : allFilters()) {
    if (!filter.extension || environment.hasExtensions()) {
      names.push_back(filter.name);
    }
  }
  return names;
}

std::string_view nearestFilter(std::string_view name, const Environment& environment) {
  return nearest(name, filterNames(environment));
}

}  // namespace heliograph::liquid
