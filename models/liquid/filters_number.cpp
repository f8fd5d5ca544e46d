// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "liquid/decimal.h"
#include "liquid/filter.h"
#include "liquid/number_reader.h"

namespace heliograph::liquid {

namespace {

constexpr std::string_view byZero = "A number is divided by 0.";

/// The input and the first argument of an operation, as numbers.
struct Pair {
  Value left;
  Value right;
  bool ok = false;
  bool integers() const { return left.kind() == Kind::Integer && right.kind() == Kind::Integer; }
};

Pair numbers(FilterContext& context, const Value& input, Arguments arguments) {
  Pair made;
  made.left = toNumber(input, context.scratch);
  made.right = toNumber(arguments[0], context.scratch);
  // Floats are computed digit by digit.
  context.scratch.charge(made.left.kind() == Kind::Decimal || made.right.kind() == Kind::Decimal ? 1 : 0);
  made.ok = !context.scratch.failed();
  return made;
}

Value orTooLarge(FilterContext& context, const std::optional<Value>& value) {
  return value ? *value : context.scratch.fail(numberTooLarge);
}

Value plus(FilterContext& context, const Value& input, Arguments arguments) {
  const Pair pair = numbers(context, input, arguments);
  std::int64_t sum = 0;
  if (!pair.ok) {
    return {};
  }
  if (!pair.integers()) {
    return orTooLarge(context, add(toDecimal(pair.left), toDecimal(pair.right)));
  }
  return __builtin_add_overflow(pair.left.toInteger(), pair.right.toInteger(), &sum)
             ? context.scratch.fail(numberTooLarge)
             : Value::integer(sum);
}

Value minus(FilterContext& context, const Value& input, Arguments arguments) {
  const Pair pair = numbers(context, input, arguments);
  std::int64_t difference = 0;
  if (!pair.ok) {
    return {};
  }
  if (!pair.integers()) {
    const Decimal right = toDecimal(pair.right);
    return orTooLarge(context, add(toDecimal(pair.left), {-right.mantissa, right.scale}));
  }
  return __builtin_sub_overflow(pair.left.toInteger(), pair.right.toInteger(), &difference)
             ? context.scratch.fail(numberTooLarge)
             : Value::integer(difference);
}

Value times(FilterContext& context, const Value& input, Arguments arguments) {
  const Pair pair = numbers(context, input, arguments);
  std::int64_t product = 0;
  if (!pair.ok) {
    return {};
  }
  if (!pair.integers()) {
    return orTooLarge(context, multiply(toDecimal(pair.left), toDecimal(pair.right)));
  }
  return __builtin_mul_overflow(pair.left.toInteger(), pair.right.toInteger(), &product)
             ? context.scratch.fail(numberTooLarge)
             : Value::integer(product);
}

Value dividedBy(FilterContext& context, const Value& input, Arguments arguments) {
  const Pair pair = numbers(context, input, arguments);
  if (!pair.ok) {
    return {};
  }
  if (pair.right.mantissa() == 0) {
    return context.scratch.fail(byZero);
  }
  if (!pair.integers()) {
    return orTooLarge(context, divide(toDecimal(pair.left), toDecimal(pair.right)));
  }
  const std::int64_t left = pair.left.toInteger();
  const std::int64_t right = pair.right.toInteger();
  if (left == INT64_MIN && right == -1) {
    return context.scratch.fail(numberTooLarge);
  }
  const bool roundsDown = left % right != 0 && (left < 0) != (right < 0);
  return Value::integer(left / right - (roundsDown ? 1 : 0));
}

Value modulo(FilterContext& context, const Value& input, Arguments arguments) {
  const Pair pair = numbers(context, input, arguments);
  if (!pair.ok) {
    return {};
  }
  if (pair.right.mantissa() == 0) {
    return context.scratch.fail(byZero);
  }
  if (!pair.integers()) {
    return orTooLarge(context, floorModulo(toDecimal(pair.left), toDecimal(pair.right)));
  }
  const std::int64_t right = pair.right.toInteger();
  if (right == -1) {
    return Value::integer(0);
  }
  const std::int64_t rest = pair.left.toInteger() % right;
  return Value::integer(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest);
}

Value abs(FilterContext& context, const Value& input, Arguments) {
  const Value number = toNumber(input, context.scratch);
  if (number.isNil() || number.mantissa() >= 0) {
    return number;
  }
  if (number.mantissa() == INT64_MIN) {
    return context.scratch.fail(numberTooLarge);
  }
  return number.kind() == Kind::Integer ? Value::integer(-number.toInteger())
                                        : Value::decimal(-number.mantissa(), number.scale());
}

Value atLeast(FilterContext& context, const Value& input, Arguments arguments) {
  const Pair pair = numbers(context, input, arguments);
  return !pair.ok || compare(toDecimal(pair.right), toDecimal(pair.left)) <= 0 ? pair.left : pair.right;
}

Value atMost(FilterContext& context, const Value& input, Arguments arguments) {
  const Pair pair = numbers(context, input, arguments);
  return !pair.ok || compare(toDecimal(pair.right), toDecimal(pair.left)) >= 0 ? pair.left : pair.right;
}

Value whole(FilterContext& context, const Value& number, int digits, Rounding rounding) {
  const auto result = toInteger(rounded(toDecimal(number), digits, rounding));
  return result ? Value::integer(*result) : context.scratch.fail(numberTooLarge);
}

Value ceil(FilterContext& context, const Value& input, Arguments) {
  const Value number = toNumber(input, context.scratch);
  return number.kind() == Kind::Decimal ? whole(context, number, 0, Rounding::Ceiling) : number;
}

Value floor(FilterContext& context, const Value& input, Arguments) {
  const Value number = toNumber(input, context.scratch);
  return number.kind() == Kind::Decimal ? whole(context, number, 0, Rounding::Floor) : number;
}

Value round(FilterContext& context, const Value& input, Arguments arguments) {
  const Value number = toNumber(input, context.scratch);
  const Value digitsValue = arguments.empty() ? Value::integer(0) : toNumber(arguments[0], context.scratch);
  if (context.scratch.failed()) {
    return {};
  }
  const auto wanted = toInteger(truncated(toDecimal(digitsValue)));
  const int digits = static_cast<int>(std::clamp<std::int64_t>(wanted.value_or(0), -400, 400));
  if (digits <= 0) {
    return whole(context, number, digits, Rounding::HalfAwayFromZero);
  }
  return number.kind() == Kind::Integer
             ? number
             : orTooLarge(context, toFloat(rounded(toDecimal(number), digits, Rounding::HalfAwayFromZero)));
}

constexpr std::array numberFilterTable = {
    FilterSpec{"plus", plus, 1, 1},        FilterSpec{"minus", minus, 1, 1},
    FilterSpec{"times", times, 1, 1},      FilterSpec{"divided_by", dividedBy, 1, 1},
    FilterSpec{"modulo", modulo, 1, 1},    FilterSpec{"abs", abs, 0, 0},
    FilterSpec{"at_least", atLeast, 1, 1}, FilterSpec{"at_most", atMost, 1, 1},
    FilterSpec{"ceil", ceil, 0, 0},        FilterSpec{"floor", floor, 0, 0},
    FilterSpec{"round", round, 0, 1},
};

}  // namespace

std::span<const FilterSpec> numberFilters() {
  return numberFilterTable;
}

}  // namespace heliograph::liquid
