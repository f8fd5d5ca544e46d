// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/number_reader.h"

#include "liquid/decimal.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

std::string_view stripped(std::string_view text) {
  return withoutTrailingBlanks(withoutLeadingBlanks(text));
}

bool isPlainDecimal(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  while (at < text.size() && isDigit(text[at])) {
    ++at;
  }
  if (at == whole || at == text.size() || text[at] != '.') {
    return false;
  }
  const std::size_t fraction = ++at;
  while (at < text.size() && isDigit(text[at])) {
    ++at;
  }
  return at == text.size() && at > fraction;
}

/// Reads a sign and digits joined by single underscores; end is where it stopped.
std::optional<std::int64_t> readInteger(std::string_view text, std::size_t& end) {
  std::size_t at = 0;
  const bool negative = text.starts_with('-');
  at += negative || text.starts_with('+') ? 1 : 0;
  std::int64_t value = 0;
  end = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '_' && end > 0 && text[at - 1] != '_') {
      continue;
    }
    if (!isDigit(text[at])) {
      break;
    }
    const std::int64_t digit = negative ? '0' - text[at] : text[at] - '0';
    if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value)) {
      return std::nullopt;
    }
    end = at + 1;
  }
  return value;
}

}  // namespace

std::optional<std::int64_t> leadingInteger(std::string_view text) {
  std::size_t end = 0;
  return readInteger(withoutLeadingBlanks(text), end);
}

Value toNumber(const Value& value, Scratch& scratch) {
  switch (value.kind()) {
    case Kind::Integer:
    case Kind::Decimal:
      return value;
    case Kind::String: {
      scratch.chargeText(value.size());
      const std::string_view text = stripped(value.toView());
      if (isPlainDecimal(text)) {
        const auto number = parseFloat(text);
        return number ? *number : scratch.fail(numberTooLarge);
      }
      const auto number = leadingInteger(text);
      return number ? Value::integer(*number) : scratch.fail(numberTooLarge);
    }
    default:
      return Value::integer(0);
  }
}

std::optional<std::int64_t> toWholeNumber(const Value& value, Scratch& scratch) {
  if (value.kind() == Kind::Integer) {
    return value.toInteger();
  }
  if (value.isString()) {
    scratch.chargeText(value.size());
    const std::string_view text = stripped(value.toView());
    std::size_t end = 0;
    const auto number = readInteger(text, end);
    if (number && end > 0 && end == text.size()) {
      return number;
    }
  }
  scratch.fail("A whole number was expected (invalid integer).");
  return std::nullopt;
}

}  // namespace heliograph::liquid
