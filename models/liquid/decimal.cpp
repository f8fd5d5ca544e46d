// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/decimal.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace heliograph::liquid {

namespace {

constexpr int exactDigits = 15;
constexpr std::int64_t exactLimit = 1'000'000'000'000'000;  // 10^exactDigits
constexpr Wide wideLimit = std::numeric_limits<Wide>::max();

Wide absolute(Wide value) {
  return value < 0 ? -value : value;
}

bool scaleUp(Wide& mantissa, int digits) {
  for (; digits > 0; --digits) {
    if (mantissa == 0) {
      return true;
    }
    if (absolute(mantissa) > wideLimit / 10) {
      return false;
    }
    mantissa *= 10;
  }
  return true;
}

Decimal withoutTrailingZeros(Decimal number) {
  if (number.mantissa == 0) {
    return {0, 0};
  }
  // Most numbers fit 64 bits, where a division costs a tenth.
  if (absolute(number.mantissa) <= std::numeric_limits<std::int64_t>::max()) {
    auto narrow = static_cast<std::int64_t>(number.mantissa);
    while (narrow % 10 == 0) {
      narrow /= 10;
      --number.scale;
    }
    return {narrow, number.scale};
  }
  while (number.mantissa % 10 == 0) {
    number.mantissa /= 10;
    --number.scale;
  }
  return number;
}

char* writeWide(char* end, Wide value) {
  do {
    *--end = static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  } while (value > 0);
  return end;
}

/// "1815e-2", which from_chars reads with correct rounding.
std::size_t writeScientific(char* out, std::size_t room, Decimal number) {
  char digits[40];
  char* const digitsEnd = digits + sizeof digits;
  char* at = out;
  if (number.mantissa < 0) {
    *at++ = '-';
  }
  char* const digitsBegin = writeWide(digitsEnd, absolute(number.mantissa));
  at = std::copy(digitsBegin, digitsEnd, at);
  *at++ = 'e';
  at = std::to_chars(at, out + room, -number.scale).ptr;
  return static_cast<std::size_t>(at - out);
}

std::optional<Value> readShortest(const char* begin, const char* end) {
  Decimal number;
  bool negative = false;
  bool fraction = false;
  for (const char* at = begin; at != end; ++at) {
    if (*at == '-') {
      negative = true;
    } else if (*at == '.') {
      fraction = true;
    } else if (*at == 'e') {
      int exponent = 0;
      std::from_chars(at[1] == '+' ? at + 2 : at + 1, end, exponent);
      number.scale -= exponent;
      break;
    } else {
      number.mantissa = number.mantissa * 10 + (*at - '0');
      number.scale += fraction ? 1 : 0;
    }
  }
  number = withoutTrailingZeros(number);
  const auto mantissa = static_cast<std::int64_t>(number.mantissa);
  return Value::decimal(negative ? -mantissa : mantissa, number.scale);
}

/// Brings two numbers to one scale; false, and both as they were, when 128 bits aren't enough.
bool align(Decimal& a, Decimal& b) {
  if (a.scale == b.scale) {
    return true;
  }
  Decimal& coarse = a.scale < b.scale ? a : b;
  const Decimal& fine = a.scale < b.scale ? b : a;
  Wide mantissa = coarse.mantissa;
  if (!scaleUp(mantissa, fine.scale - coarse.scale)) {
    return false;
  }
  coarse = {mantissa, fine.scale};
  return true;
}

}  // namespace

double toDouble(Decimal number) {
  char text[64];
  const std::size_t size = writeScientific(text, sizeof text, number);
  double value = 0;
  const auto result = std::from_chars(text, text + size, value);
  if (result.ec == std::errc::result_out_of_range) {
    return number.scale > 0 ? 0 : std::numeric_limits<double>::infinity();
  }
  return value;
}

std::optional<Value> fromDouble(double number) {
  if (!std::isfinite(number)) {
    return std::nullopt;
  }
  // A number with at most four digits behind the point and 15 in all is its own shortest text.
  const double scaled = number * 10'000;
  if (std::fabs(scaled) < static_cast<double>(exactLimit)) {
    const auto mantissa = static_cast<std::int64_t>(std::llround(scaled));
    if (static_cast<double>(mantissa) / 10'000 == number) {
      const Decimal exact = withoutTrailingZeros({mantissa, 4});
      return Value::decimal(static_cast<std::int64_t>(exact.mantissa), exact.scale);
    }
  }
  char text[40];
  const auto result = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific);
  return readShortest(text, result.ptr);
}

std::optional<Value> toFloat(Decimal number) {
  number = withoutTrailingZeros(number);
  if (absolute(number.mantissa) < exactLimit && number.scale < 290 && number.scale > -290) {
    return Value::decimal(static_cast<std::int64_t>(number.mantissa), number.scale);
  }
  return fromDouble(toDouble(number));
}

std::optional<Value> parseFloat(std::string_view text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() ? fromDouble(value) : std::nullopt;
}

int compare(Decimal a, Decimal b) {
  if (!align(a, b)) {
    const double left = toDouble(a);
    const double right = toDouble(b);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return a.mantissa < b.mantissa ? -1 : a.mantissa > b.mantissa ? 1 : 0;
}

std::optional<Decimal> addExactly(Decimal a, Decimal b) {
  Wide sum = 0;
  if (!align(a, b) || __builtin_add_overflow(a.mantissa, b.mantissa, &sum)) {
    return std::nullopt;
  }
  return Decimal{sum, a.scale};
}

std::optional<Value> add(Decimal a, Decimal b) {
  const auto sum = addExactly(a, b);
  return sum ? toFloat(*sum) : fromDouble(toDouble(a) + toDouble(b));
}

std::optional<Value> multiply(Decimal a, Decimal b) {
  return toFloat({a.mantissa * b.mantissa, a.scale + b.scale});  // 64-bit mantissas: the product fits
}

std::optional<Value> divide(Decimal a, Decimal b) {
  Wide numerator = a.mantissa;
  int scale = a.scale - b.scale;
  while (numerator != 0 && absolute(numerator) <= wideLimit / 10) {
    numerator *= 10;
    ++scale;
  }
  Wide quotient = numerator / b.mantissa;
  if (numerator % b.mantissa != 0 && quotient % 2 == 0) {
    quotient += (numerator < 0) == (b.mantissa < 0) ? 1 : -1;  // the last digit only breaks ties
  }
  return toFloat({quotient, scale});
}

std::optional<Value> floorModulo(Decimal a, Decimal b) {
  if (!align(a, b)) {
    const double divisor = toDouble(b);
    double rest = std::fmod(toDouble(a), divisor);
    if (rest != 0 && (rest < 0) != (divisor < 0)) {
      rest += divisor;
    }
    return fromDouble(rest);
  }
  Wide rest = a.mantissa % b.mantissa;
  if (rest != 0 && (rest < 0) != (b.mantissa < 0)) {
    rest += b.mantissa;
  }
  return toFloat({rest, a.scale});
}

}  // namespace heliograph::liquid
