// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <limits>

#include "liquid/decimal.h"

namespace heliograph::liquid {

Decimal rounded(Decimal number, int digits, Rounding rounding) {
  if (digits >= number.scale) {
    return number;
  }
  Wide divisor = 1;
  for (int i = number.scale - digits; i > 0; --i) {
    if (divisor > std::numeric_limits<Wide>::max() / 10) {
      break;  // larger than any mantissa already
    }
    divisor *= 10;
  }
  Wide quotient = number.mantissa / divisor;
  const Wide rest = number.mantissa % divisor;
  const Wide size = rest < 0 ? -rest : rest;
  if (rounding == Rounding::HalfAwayFromZero && size >= divisor - size) {
    quotient += rest < 0 ? -1 : 1;
  } else if (rounding == Rounding::Floor && rest < 0) {
    --quotient;
  } else if (rounding == Rounding::Ceiling && rest > 0) {
    ++quotient;
  }
  return {quotient, digits};
}

Decimal truncated(Decimal number) {
  return rounded(number, 0, number.mantissa < 0 ? Rounding::Ceiling : Rounding::Floor);
}

std::optional<std::int64_t> toInteger(Decimal number) {
  for (; number.scale > 0 && number.mantissa != 0; --number.scale) {
    if (number.mantissa % 10 != 0) {
      return std::nullopt;
    }
    number.mantissa /= 10;
  }
  for (; number.scale < 0 && number.mantissa != 0; ++number.scale) {
    number.mantissa *= 10;
    if (number.mantissa > std::numeric_limits<std::int64_t>::max() ||
        number.mantissa < std::numeric_limits<std::int64_t>::min()) {
      return std::nullopt;
    }
  }
  if (number.mantissa > std::numeric_limits<std::int64_t>::max() ||
      number.mantissa < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(number.mantissa);
}

namespace {

char* writeExponent(char* at, char* end, const char* digits, int count, int exponent) {
  *at++ = digits[0];
  *at++ = '.';
  at = count > 1 ? std::copy(digits + 1, digits + count, at) : std::copy_n("0", 1, at);
  *at++ = 'e';
  *at++ = exponent < 0 ? '-' : '+';
  const int size = exponent < 0 ? -exponent : exponent;
  if (size < 10) {
    *at++ = '0';
  }
  return std::to_chars(at, end, size).ptr;
}

}  // namespace

std::size_t writeFloat(char* out, std::int64_t mantissa, int scale) {
  char digits[24];
  const auto unsignedMantissa =
      mantissa < 0 ? 0 - static_cast<std::uint64_t>(mantissa) : static_cast<std::uint64_t>(mantissa);
  const int count = static_cast<int>(std::to_chars(digits, digits + sizeof digits, unsignedMantissa).ptr - digits);
  char* at = out;
  if (mantissa < 0) {
    *at++ = '-';
  }
  const int point = mantissa == 0 ? 1 : count - scale;  // digits before the point
  if ((point > 15 && point >= count) || point <= -4) {
    at = writeExponent(at, out + floatTextSize, digits, count, point - 1);
  } else if (point <= 0) {
    at = std::copy_n("0.", 2, at);
    at = std::fill_n(at, -point, '0');
    at = std::copy(digits, digits + count, at);
  } else if (point >= count) {
    at = std::copy(digits, digits + count, at);
    at = std::fill_n(at, point - count, '0');
    at = std::copy_n(".0", 2, at);
  } else {
    at = std::copy(digits, digits + point, at);
    *at++ = '.';
    at = std::copy(digits + point, digits + count, at);
  }
  return static_cast<std::size_t>(at - out);
}

}  // namespace heliograph::liquid
