// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "phone/number_plan.h"

namespace heliograph::phone {

/// The plan of a region; nullptr if there is none that is understood. Made when it is first asked for, and then there
/// for all threads without a lock.
[[nodiscard]] const NumberPlan* planOfRegion(std::string_view region);

/// The plans of all regions with that calling code, the main one first, in the order in which libphonenumber asks them;
/// none if one of them isn't understood.
[[nodiscard]] std::span<const NumberPlan* const> plansOfCallingCode(int callingCode);

/// How many of the first digits are a calling code that exists; 0 if none is.
[[nodiscard]] std::size_t callingCodeDigits(std::string_view digits);

}  // namespace heliograph::phone
