// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "liquid/value.h"

namespace heliograph::liquid {

__extension__ typedef __int128 Wide;

/// The exact number mantissa * 10^-scale. Liquid computes with floats by their decimal text, so 0.1 + 0.2 is 0.3.
struct Decimal {
  Wide mantissa = 0;
  int scale = 0;
};

/// The exact number in an integer or decimal value.
inline Decimal toDecimal(const Value& number) {
  return {number.toInteger(), number.kind() == Kind::Decimal ? number.scale() : 0};
}

/// The float nearest to an exact number, in its shortest decimal text; nothing when it is beyond a double.
std::optional<Value> toFloat(Decimal number);
/// The float with the shortest text of a double; nothing for infinities and NaN.
std::optional<Value> fromDouble(double number);
/// The float written as "-12.50" (digits, a point, digits; an exponent may follow).
std::optional<Value> parseFloat(std::string_view text);

double toDouble(Decimal number);

/// Below, equal or above 0 as a stands to b.
int compare(Decimal a, Decimal b);

/// The sum, or nothing when 128 bits aren't enough for it.
std::optional<Decimal> addExactly(Decimal a, Decimal b);

/// Exact arithmetic with a float as result; nothing when the result is beyond a double. The divisor isn't 0.
std::optional<Value> add(Decimal a, Decimal b);
std::optional<Value> multiply(Decimal a, Decimal b);
std::optional<Value> divide(Decimal a, Decimal b);
/// The remainder with the sign of b.
std::optional<Value> floorModulo(Decimal a, Decimal b);

/// How a number is brought to fewer digits.
enum class Rounding { HalfAwayFromZero, Floor, Ceiling };
/// The number with so many digits behind the point (may be negative).
Decimal rounded(Decimal number, int digits, Rounding rounding);
/// The number without its fraction.
Decimal truncated(Decimal number);
/// The number as an integer when it has no fraction and fits.
std::optional<std::int64_t> toInteger(Decimal number);

/// The longest text of a float.
constexpr std::size_t floatTextSize = 40;
/// Writes a float as Liquid prints it ("12.0", "1.0e+15") and gives the length.
std::size_t writeFloat(char* out, std::int64_t mantissa, int scale);

}  // namespace heliograph::liquid
