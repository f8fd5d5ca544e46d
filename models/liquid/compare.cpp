// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/compare.h"

#include <algorithm>

#include "liquid/decimal.h"
#include "liquid/shape.h"
#include "liquid/utf8.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

bool isNumeric(const Value& value) {
  return value.kind() == Kind::Integer || value.kind() == Kind::Decimal;
}
bool isSpecial(const Value& value) {
  return value.kind() == Kind::Empty || value.kind() == Kind::Blank;
}

bool isEmpty(const Value& value) {
  switch (value.kind()) {
    case Kind::String:
    case Kind::Array:
    case Kind::Hash:
      return value.size() == 0;
    case Kind::Record:
      return value.toRecord().shape->fields().empty();
    default:
      return false;
  }
}

bool isBlankValue(const Value& value) {
  if (value.isString()) {
    return std::all_of(value.toView().begin(), value.toView().end(), isSpace);
  }
  return !value.isTruthy() || isEmpty(value);
}

bool answers(const Value& question, const Value& value) {
  return question.kind() == Kind::Empty ? isEmpty(value) : isBlankValue(value);
}

const Value* entryOf(const Value& hash, std::string_view key) {
  for (std::uint32_t i = 0; i < hash.size(); ++i) {
    if (hash.entries()[i].key == key) {
      return &hash.entries()[i].value;
    }
  }
  return nullptr;
}

bool equalHashes(const Value& a, const Value& b) {
  if (a.size() != b.size()) {
    return false;
  }
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    const Value* other = entryOf(b, a.entries()[i].key);
    if (other == nullptr || !equals(a.entries()[i].value, *other)) {
      return false;
    }
  }
  return true;
}

bool equalNumbers(const Value& a, const Value& b) {
  if (a.kind() == Kind::Integer && b.kind() == Kind::Integer) {
    return a.toInteger() == b.toInteger();
  }
  return compare(toDecimal(a), toDecimal(b)) == 0;
}

std::optional<int> orderArrays(const Value& a, const Value& b) {
  for (std::uint32_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const auto result = order(a.items()[i], b.items()[i]);
    if (!result || *result != 0) {
      return result;
    }
  }
  return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

std::uint64_t cost(const Value& value) {
  const bool isList = value.kind() == Kind::Array || value.kind() == Kind::Hash;
  return isList ? value.size() : value.isString() ? value.size() / 64 : 0;
}

/// What comparing two values reads: of both, or of the one that a question is asked about.
std::uint64_t comparisonCost(const Value& a, const Value& b) {
  return isSpecial(a) || isSpecial(b) ? std::max(cost(a), cost(b)) : std::min(cost(a), cost(b));
}

bool isMember(const Value& list, const Value& item, Scratch& scratch) {
  return std::any_of(list.items(), list.items() + list.size(), [&](const Value& each) {
    return scratch.charge(comparisonCost(each, item)) && equals(each, item);
  });
}

bool rangeCovers(const Value& range, const Value& number) {
  return isNumeric(number) && compare(toDecimal(number), {range.rangeFirst(), 0}) >= 0 &&
         compare(toDecimal(number), {range.rangeLast(), 0}) <= 0;
}

bool containsText(std::string_view whole, std::string_view part, Scratch& scratch) {
  return scratch.chargeSearch(whole.size(), part.size()) && whole.find(part) != std::string_view::npos;
}

bool contains(const Value& whole, const Value& part, Scratch& scratch) {
  if (!whole.isTruthy() || !part.isTruthy()) {
    return false;
  }
  switch (whole.kind()) {
    case Kind::String:
      return containsText(whole.toView(), textOf(part, scratch), scratch);
    case Kind::Array:
      return scratch.charge(whole.size()) && isMember(whole, part, scratch);
    case Kind::Hash:
      return scratch.charge(whole.size() / 8) && part.isString() && entryOf(whole, part.toView()) != nullptr;
    case Kind::Record:
      return part.isString() && whole.toRecord().shape->slot(part.toView()) >= 0;
    case Kind::Range:
      return rangeCovers(whole, part);
    default:
      return false;
  }
}

bool holds(CompareOp op, int result) {
  switch (op) {
    case CompareOp::Less:
      return result < 0;
    case CompareOp::LessOrEqual:
      return result <= 0;
    case CompareOp::Greater:
      return result > 0;
    default:
      return result >= 0;
  }
}

bool inOrder(const Value& a, CompareOp op, const Value& b, Scratch& scratch) {
  const bool comparableA = isNumeric(a) || a.isString();
  const bool comparableB = isNumeric(b) || b.isString();
  if (!comparableA || !comparableB) {
    return false;
  }
  if (isNumeric(a) != isNumeric(b)) {
    scratch.fail(std::string("A number can't be compared with a text: comparison of ") + kindName(a) + " with " +
                 kindName(b) + " failed.");
    return false;
  }
  return scratch.charge(comparisonCost(a, b)) && holds(op, *order(a, b));
}

}  // namespace

bool equals(const Value& a, const Value& b) {
  if (isSpecial(a) || isSpecial(b)) {
    return isSpecial(a) ? answers(a, b) : answers(b, a);
  }
  if (isNumeric(a) && isNumeric(b)) {
    return equalNumbers(a, b);
  }
  if (a.kind() != b.kind()) {
    return false;
  }
  switch (a.kind()) {
    case Kind::Nil:
      return true;
    case Kind::Boolean:
      return a.toBoolean() == b.toBoolean();
    case Kind::String:
      return a.toView() == b.toView();
    case Kind::Array:
      return a.size() == b.size() && std::equal(a.items(), a.items() + a.size(), b.items(), equals);
    case Kind::Hash:
      return equalHashes(a, b);
    case Kind::Record:
      return a.toRecord().slots == b.toRecord().slots;
    case Kind::Range:
      return a.rangeFirst() == b.rangeFirst() && a.rangeLast() == b.rangeLast();
    case Kind::Loop:
      return a.loop() == b.loop();
    default:
      return false;
  }
}

std::optional<int> order(const Value& a, const Value& b) {
  if (a.kind() == Kind::Integer && b.kind() == Kind::Integer) {
    return a.toInteger() < b.toInteger() ? -1 : a.toInteger() > b.toInteger() ? 1 : 0;
  }
  if (isNumeric(a) && isNumeric(b)) {
    return compare(toDecimal(a), toDecimal(b));
  }
  if (a.kind() != b.kind()) {
    return std::nullopt;
  }
  switch (a.kind()) {
    case Kind::String: {
      const int result = a.toView().compare(b.toView());
      return result < 0 ? -1 : result > 0 ? 1 : 0;
    }
    case Kind::Array:
      return orderArrays(a, b);
    default:
      return equals(a, b) ? std::optional<int>(0) : std::nullopt;
  }
}

bool compareValues(const Value& a, CompareOp op, const Value& b, Scratch& scratch) {
  switch (op) {
    case CompareOp::None:
      return a.isTruthy();
    case CompareOp::Equal:
      return scratch.charge(comparisonCost(a, b)) && equals(a, b);
    case CompareOp::NotEqual:
      return scratch.charge(comparisonCost(a, b)) && !equals(a, b);
    case CompareOp::Contains:
      return contains(a, b, scratch);
    default:
      return inOrder(a, op, b, scratch);
  }
}

const char* kindName(const Value& value) {
  switch (value.kind()) {
    case Kind::Integer:
      return "Integer";
    case Kind::Decimal:
      return "Float";
    case Kind::String:
      return "String";
    case Kind::Array:
      return "Array";
    case Kind::Hash:
    case Kind::Record:
      return "Hash";
    case Kind::Boolean:
      return value.toBoolean() ? "true" : "false";
    case Kind::Range:
      return "Range";
    default:
      return "nil";
  }
}

}  // namespace heliograph::liquid
