// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/item_list.h"

#include <algorithm>

#include "liquid/decimal.h"
#include "liquid/member.h"
#include "liquid/shape.h"
#include "liquid/utf8.h"
#include "liquid/value_text.h"

namespace heliograph::liquid {

namespace {

constexpr int deepestList = 100;

bool isNested(const Value& array) {
  return std::any_of(array.items(), array.items() + array.size(),
                     [](const Value& item) { return item.kind() == Kind::Array; });
}

/// Counts the items in all the arrays of an array; false when there are too many or they nest too deeply.
bool countFlat(const Value& array, int depth, std::uint64_t& count, Scratch& scratch) {
  if (depth > deepestList || !scratch.charge(array.size())) {
    scratch.fail("The lists are nested too deeply.");
    return false;
  }
  for (std::uint32_t i = 0; i < array.size(); ++i) {
    const Value& item = array.items()[i];
    if (item.kind() != Kind::Array) {
      ++count;
    } else if (!countFlat(item, depth + 1, count, scratch)) {
      return false;
    }
  }
  return true;
}

void fillFlat(const Value& array, Value*& out) {
  for (std::uint32_t i = 0; i < array.size(); ++i) {
    const Value& item = array.items()[i];
    if (item.kind() == Kind::Array) {
      fillFlat(item, out);
    } else {
      *out++ = item;
    }
  }
}

ItemList arrayItems(const Value& array, Scratch& scratch) {
  if (!isNested(array)) {
    return scratch.charge(array.size()) ? ItemList{array.items(), array.size()} : ItemList{};
  }
  std::uint64_t count = 0;
  if (!countFlat(array, 0, count, scratch)) {
    return {};
  }
  Value* const room = scratch.many<Value>(count);
  if (room == nullptr) {
    return {};
  }
  Value* out = room;
  fillFlat(array, out);
  return {room, static_cast<std::uint32_t>(count)};
}

ItemList rangeItems(const Value& range, Scratch& scratch) {
  const std::int64_t count = itemCount(range);
  Value* const room = scratch.charge(static_cast<std::uint64_t>(count))
                          ? scratch.many<Value>(static_cast<std::size_t>(count))
                          : nullptr;
  if (room == nullptr) {
    return {};
  }
  for (std::int64_t i = 0; i < count; ++i) {
    room[i] = Value::integer(range.rangeFirst() + i);
  }
  return {room, static_cast<std::uint32_t>(count)};
}

ItemList oneItem(const Value& item, Scratch& scratch) {
  Value* const room = scratch.many<Value>(1);
  if (room == nullptr) {
    return {};
  }
  *room = item;
  return {room, 1};
}

Value hashMember(const Value& hash, const Value& key, Scratch& scratch) {
  if (!key.isString() || !scratch.charge(hash.size() / 8)) {
    return {};
  }
  for (std::uint32_t i = 0; i < hash.size(); ++i) {
    if (hash.entries()[i].key == key.toView()) {
      return hash.entries()[i].value;
    }
  }
  return {};
}

Value recordMember(const Value& record, const Value& key) {
  const int slot = key.isString() ? record.toRecord().shape->slot(key.toView()) : -1;
  return slot < 0 ? Value() : record.toRecord().slots[slot];
}

Value unselectable(const Value& property, Scratch& scratch) {
  std::string message = "A list of plain values has no property called ";
  message += textOf(property, scratch).substr(0, 60);
  return scratch.fail(message + ".");
}

/// The place that a number names; a fraction doesn't count.
std::optional<std::int64_t> placeOf(const Value& property) {
  if (property.kind() == Kind::Decimal) {
    return toInteger(truncated(toDecimal(property)));
  }
  return property.kind() == Kind::Integer ? std::optional(property.toInteger()) : std::nullopt;
}

/// A text answers with the part that was asked for, by its words or by its place.
Value textPart(const Value& text, const Value& property, Scratch& scratch) {
  if (!scratch.chargeSearch(text.size(), property.isString() ? property.size() : 0)) {
    return {};
  }
  if (property.isString()) {
    return text.toView().find(property.toView()) == std::string_view::npos ? Value() : property;
  }
  const auto place = placeOf(property);
  if (!place) {
    return unselectable(property, scratch);
  }
  const auto count = static_cast<std::int64_t>(codePointCount(text.toView()));
  const std::int64_t index = *place < 0 ? *place + count : *place;
  if (index < 0 || index >= count) {
    return {};
  }
  const std::string_view rest = text.toView().substr(codePointOffset(text.toView(), static_cast<std::size_t>(index)));
  return Value::string(rest.substr(0, firstCodePoint(rest)));
}

/// A whole number answers a number with one of its bits, as in the reference.
Value bitOf(const Value& number, const Value& property, Scratch& scratch) {
  const auto place = placeOf(property);
  if (!place) {
    return unselectable(property, scratch);
  }
  return Value::integer(*place < 0 ? 0 : number.toInteger() >> std::min<std::int64_t>(*place, 63) & 1);
}

}  // namespace

ItemList itemList(const Value& input, Scratch& scratch) {
  switch (input.kind()) {
    case Kind::Nil:
      return {};
    case Kind::Array:
      return arrayItems(input, scratch);
    case Kind::Range:
      return rangeItems(input, scratch);
    default:
      return oneItem(input, scratch);
  }
}

bool isSelectable(const Value& item) {
  switch (item.kind()) {
    case Kind::Hash:
    case Kind::Record:
    case Kind::String:
    case Kind::Integer:
      return true;
    default:
      return false;
  }
}

Property propertyOf(const Value& item, const Value& property, Scratch& scratch) {
  switch (item.kind()) {
    case Kind::Hash:
      return {hashMember(item, property, scratch)};
    case Kind::Record:
      return {recordMember(item, property)};
    case Kind::String:
      return {textPart(item, property, scratch)};
    case Kind::Integer:
      return {bitOf(item, property, scratch)};
    default:
      return {Value(), false};
  }
}

}  // namespace heliograph::liquid
