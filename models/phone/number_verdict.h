// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "phone/number_plan.h"

namespace heliograph::phone {

/// What libphonenumber says of a number.
struct NumberVerdict {
  NumberLength length = NumberLength::Unusual;
  bool valid = false;     ///< its range is in use
  bool mobile = false;    ///< or of a region that doesn't tell mobile numbers apart
  char region[4] = "ZZ";  ///< ISO 3166; of the calling code's main region if it isn't valid; "001" for services of none

  [[nodiscard]] std::string_view regionView() const { return region; }
};

/// The verdict on a calling code that exists and the digits behind it, without a lock. Safe from any thread.
[[nodiscard]] NumberVerdict verdictOf(int callingCode, std::string_view digits);

/// The same, asked of the library each time, which takes some 15 µs and all threads one after another.
[[nodiscard]] NumberVerdict verdictOfLibrary(int callingCode, std::string_view digits);

}  // namespace heliograph::phone
