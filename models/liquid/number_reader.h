// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "liquid/scratch.h"
#include "liquid/value.h"

namespace heliograph::liquid {

/// The fault of a number beyond what is counted with.
inline constexpr std::string_view numberTooLarge = "A number gets too large.";

/// The integer that a text begins with, as in "12abc" (underscores may join digits); 0 when there's none, nothing when
/// it's too large.
std::optional<std::int64_t> leadingInteger(std::string_view text);

/// The number that filters compute with: integers and floats themselves, texts by what they begin with, else 0. An
/// Integer or a Decimal, or nil and a fault.
Value toNumber(const Value& value, Scratch& scratch);

/// The whole number that an argument has to be (a text of digits counts); nothing and a fault for anything else.
std::optional<std::int64_t> toWholeNumber(const Value& value, Scratch& scratch);

}  // namespace heliograph::liquid
