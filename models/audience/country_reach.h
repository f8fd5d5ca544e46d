// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace heliograph::audience {

/// The countries whose numbers can be sent to. A number of no known country is taken to be among them.
struct CountryReach {
  bool everywhere = true;
  std::set<std::string, std::less<>> countries;  ///< ISO 3166; of no meaning everywhere

  [[nodiscard]] bool covers(std::string_view country) const {
    return everywhere || country.empty() || countries.contains(country);
  }
  bool operator==(const CountryReach&) const = default;
};

}  // namespace heliograph::audience
