// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace heliograph::phone {

/// What libphonenumber says of a number.
struct NumberVerdict {
  bool possible = false;  ///< its length fits
  bool valid = false;     ///< its range is in use
  bool mobile = false;    ///< or of a region that doesn't tell mobile numbers apart
  char region[4] = "ZZ";  ///< ISO 3166; of the calling code's main region if it isn't valid; "001" for services of none

  [[nodiscard]] std::string_view regionView() const { return region; }
};

/// The verdict on a calling code and the digits behind it, of which the first isn't 0. Remembered for each thread by
/// the digits that decide it, as the library takes 15 µs for a number; safe from any thread.
[[nodiscard]] NumberVerdict verdictOf(int callingCode, std::string_view digits);

/// The same, asked of the library each time.
[[nodiscard]] NumberVerdict verdictOfLibrary(int callingCode, std::string_view digits);

}  // namespace heliograph::phone
