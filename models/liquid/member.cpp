// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/member.h"

#include "liquid/machine.h"
#include "liquid/shape.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

constexpr std::uint32_t smallHash = 16;

Value loopMember(const LoopState& loop, std::string_view key) {
  if (key == "index") {
    return Value::integer(loop.index + 1);
  }
  if (key == "index0") {
    return Value::integer(loop.index);
  }
  if (key == "rindex") {
    return Value::integer(loop.length - loop.index);
  }
  if (key == "rindex0") {
    return Value::integer(loop.length - loop.index - 1);
  }
  if (key == "first") {
    return Value::boolean(loop.index == 0);
  }
  if (key == "last") {
    return Value::boolean(loop.index == loop.length - 1);
  }
  if (key == "length") {
    return Value::integer(loop.length);
  }
  if (key == "name" && !loop.isTable) {
    return Value::string(loop.name);
  }
  if (key == "parentloop" && loop.parent != nullptr) {
    return Value::loopState(loop.parent);
  }
  return {};
}

Value tableMember(const LoopState& loop, std::string_view key) {
  if (key == "col") {
    return Value::integer(loop.column);
  }
  if (key == "col0") {
    return Value::integer(loop.column - 1);
  }
  if (key == "row") {
    return Value::integer(loop.row);
  }
  if (key == "col_first") {
    return Value::boolean(loop.column == 1);
  }
  if (key == "col_last") {
    return Value::boolean(loop.column == loop.columns);
  }
  return loopMember(loop, key);
}

Value firstOrLast(std::string_view text, bool first) {
  if (text.empty()) {
    return Value::string("");
  }
  if (first) {
    return Value::string(text.substr(0, firstCodePoint(text)));
  }
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80) {
    --start;
  }
  return Value::string(text.substr(start));
}

}  // namespace

Value Machine::member(const Value& object, const Segment& segment) {
  if (segment.computed.kind == Operand::Kind::None) {
    return keyed(object, segment.key, segment.command);
  }
  const Value key = value(segment.computed);
  return key.isString() ? keyed(object, key.toView(), false) : indexed(object, key);
}

Value Machine::keyed(const Value& object, std::string_view key, bool isCommand) {
  if (object.kind() == Kind::Hash) {
    if (object.size() > smallHash) {
      m_scratch.charge(object.size() / smallHash);
    }
    for (std::uint32_t i = 0; i < object.size(); ++i) {
      if (object.entries()[i].key == key) {
        return object.entries()[i].value;
      }
    }
  } else if (object.kind() == Kind::Record) {
    const int slot = object.toRecord().shape->slot(key);
    if (slot >= 0) {
      return object.toRecord().slots[slot];
    }
  } else if (object.kind() == Kind::Loop) {
    return object.loop()->isTable ? tableMember(*object.loop(), key) : loopMember(*object.loop(), key);
  }
  return isCommand ? command(object, key, m_scratch) : Value();
}

Value command(const Value& object, std::string_view key, Scratch& scratch) {
  if (key.empty()) {
    return {};
  }
  const bool first = key == "first";
  if (key == "size") {
    switch (object.kind()) {
      case Kind::String:
        scratch.chargeText(object.size());
        return Value::integer(static_cast<std::int64_t>(codePointCount(object.toView())));
      case Kind::Integer:
        return Value::integer(8);
      case Kind::Array:
      case Kind::Hash:
      case Kind::Record:
      case Kind::Range:
        return Value::integer(itemCount(object));
      default:
        return {};
    }
  }
  switch (object.kind()) {
    case Kind::String:
      return firstOrLast(object.toView(), first);
    case Kind::Array:
      return object.size() == 0 ? Value() : object.items()[first ? 0 : object.size() - 1];
    case Kind::Range:
      return Value::integer(first ? object.rangeFirst() : object.rangeLast());
    case Kind::Hash:
    case Kind::Record:
      return first && itemCount(object) > 0 ? itemAt(object, 0, scratch) : Value();
    default:
      return {};
  }
}

Value Machine::indexed(const Value& object, const Value& key) {
  if (object.kind() != Kind::Array || key.kind() != Kind::Integer) {
    return {};
  }
  const std::int64_t size = object.size();
  const std::int64_t index = key.toInteger() < 0 ? key.toInteger() + size : key.toInteger();
  return index >= 0 && index < size ? object.items()[index] : Value();
}

std::int64_t itemCount(const Value& collection) {
  switch (collection.kind()) {
    case Kind::Array:
    case Kind::Hash:
      return collection.size();
    case Kind::Record:
      return static_cast<std::int64_t>(collection.toRecord().shape->fields().size());
    case Kind::String:
      return collection.size() > 0 ? 1 : 0;
    case Kind::Range: {
      std::int64_t difference = 0;
      if (__builtin_sub_overflow(collection.rangeLast(), collection.rangeFirst(), &difference)) {
        return collection.rangeLast() < collection.rangeFirst() ? 0 : INT64_MAX;
      }
      return difference < 0 ? 0 : difference == INT64_MAX ? INT64_MAX : difference + 1;
    }
    default:
      return 0;
  }
}

Value itemAt(const Value& collection, std::int64_t index, Scratch& scratch) {
  switch (collection.kind()) {
    case Kind::Array:
      return collection.items()[index];
    case Kind::Range:
      return Value::integer(collection.rangeFirst() + index);
    case Kind::Hash:
    case Kind::Record: {
      auto* pair = scratch.many<Value>(2);
      if (pair == nullptr) {
        return {};
      }
      if (collection.kind() == Kind::Hash) {
        pair[0] = Value::string(collection.entries()[index].key);
        pair[1] = collection.entries()[index].value;
      } else {
        pair[0] = Value::string(collection.toRecord().shape->fields()[static_cast<std::size_t>(index)]);
        pair[1] = collection.toRecord().slots[index];
      }
      return Value::array(pair, 2);
    }
    default:
      return collection;
  }
}

}  // namespace heliograph::liquid
