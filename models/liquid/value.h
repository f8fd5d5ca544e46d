// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace heliograph::liquid {

class Shape;
class Value;
struct Entry;
struct LoopState;
struct Record;

/// What a Value holds.
enum class Kind : std::uint8_t {
  Nil,
  Boolean,
  Integer,
  Decimal,
  String,
  Array,
  Hash,
  Record,
  Range,
  Empty,
  Blank,
  Loop
};

/// One Liquid value: 16 bytes, trivially copied, never owning. Strings, arrays, hashes and records are views of memory
/// that somebody else keeps: a ValueStore, a literal, the program's own rows, or (inside a render) the renderer's
/// arena. Whatever a value looks at has to outlive the value.
class Value {
 public:
  constexpr Value() = default;

  static constexpr Value nil() { return {}; }
  static constexpr Value boolean(bool value);
  static constexpr Value integer(std::int64_t value);
  /// The floating-point number mantissa * 10^-scale; it stays a float ("3.0") whatever its digits are.
  static constexpr Value decimal(std::int64_t mantissa, int scale);
  /// The float with the shortest decimal text of value (as JSON writes it); nil when it is no finite number.
  static Value number(double value);
  /// A view of UTF-8 text that the caller keeps alive; longer than 4 GiB is cut.
  static constexpr Value string(std::string_view text);
  /// A view of count values in one row that the caller keeps alive.
  static constexpr Value array(const Value* items, std::uint32_t count);
  /// A view of entries in their order that the caller keeps alive.
  static constexpr Value hash(const Entry* entries, std::uint32_t count);
  /// A row whose fields are named by a shape; the record (not only its slots) has to outlive the value.
  static constexpr Value record(const Record& record);

  constexpr Kind kind() const { return m_kind; }
  constexpr bool isNil() const { return m_kind == Kind::Nil; }
  constexpr bool isString() const { return m_kind == Kind::String; }
  /// False for nil and false only.
  constexpr bool isTruthy() const { return m_kind != Kind::Nil && (m_kind != Kind::Boolean || m_integer != 0); }

  /// Each of these may be asked of its own kind only.
  constexpr bool toBoolean() const { return m_integer != 0; }
  constexpr std::int64_t toInteger() const { return m_integer; }
  constexpr std::int64_t mantissa() const { return m_integer; }
  constexpr int scale() const { return m_scale; }
  constexpr std::string_view toView() const { return {m_text, m_size}; }
  constexpr const Value* items() const { return m_items; }
  constexpr const Entry* entries() const { return m_entries; }
  constexpr const Record& toRecord() const { return *m_record; }
  constexpr const LoopState* loop() const { return m_loop; }
  /// Elements of an array, entries of a hash, bytes of a string.
  constexpr std::uint32_t size() const { return m_size; }
  /// The two (inclusive) ends of a range.
  constexpr std::int64_t rangeFirst() const;
  constexpr std::int64_t rangeLast() const;

  /// A lazy range; its two ends are kept in memory that outlives the value.
  static constexpr Value range(const std::int64_t* ends);
  static constexpr Value loopState(const LoopState* loop);
  static constexpr Value special(Kind kind);

 private:
  Kind m_kind = Kind::Nil;
  std::int16_t m_scale = 0;
  std::uint32_t m_size = 0;
  union {
    std::int64_t m_integer = 0;
    const char* m_text;
    const Value* m_items;
    const Entry* m_entries;
    const Record* m_record;
    const std::int64_t* m_ends;
    const LoopState* m_loop;
  };
};

static_assert(sizeof(Value) == 16);
static_assert(std::is_trivially_copyable_v<Value>);

/// One entry of a hash.
struct Entry {
  std::string_view key;
  Value value;
};

/// A row of the program's own data: the slots stand in the order of the shape's fields.
struct Record {
  const Shape* shape = nullptr;
  const Value* slots = nullptr;
};

/// Owns what values made outside a render look at. Values taken from a store live as long as the store.
class ValueStore {
 public:
  ValueStore() = default;
  ValueStore(const ValueStore&) = delete;
  ValueStore& operator=(const ValueStore&) = delete;
  ValueStore(ValueStore&&) = default;
  ValueStore& operator=(ValueStore&&) = default;

  /// Keeps a copy of the text.
  Value string(std::string text);
  Value array(std::vector<Value> items);
  /// Keeps the order; when a key comes twice the last value wins.
  Value hash(std::vector<std::pair<std::string, Value>> entries);
  /// Keeps the slots beside a shape that the caller keeps.
  Value record(const Shape& shape, std::vector<Value> slots);

 private:
  std::deque<std::string> m_strings;
  std::deque<std::vector<Value>> m_arrays;
  std::deque<std::vector<Entry>> m_hashes;
  std::deque<Record> m_records;
};

constexpr Value Value::boolean(bool value) {
  Value made;
  made.m_kind = Kind::Boolean;
  made.m_integer = value ? 1 : 0;
  return made;
}

constexpr Value Value::integer(std::int64_t value) {
  Value made;
  made.m_kind = Kind::Integer;
  made.m_integer = value;
  return made;
}

constexpr Value Value::decimal(std::int64_t mantissa, int scale) {
  Value made;
  made.m_kind = Kind::Decimal;
  made.m_scale = static_cast<std::int16_t>(scale);
  made.m_integer = mantissa;
  return made;
}

constexpr Value Value::string(std::string_view text) {
  Value made;
  made.m_kind = Kind::String;
  made.m_size = static_cast<std::uint32_t>(text.size() > 0xffffffffU ? 0xffffffffU : text.size());
  made.m_text = text.data();
  return made;
}

constexpr Value Value::array(const Value* items, std::uint32_t count) {
  Value made;
  made.m_kind = Kind::Array;
  made.m_size = count;
  made.m_items = items;
  return made;
}

constexpr Value Value::hash(const Entry* entries, std::uint32_t count) {
  Value made;
  made.m_kind = Kind::Hash;
  made.m_size = count;
  made.m_entries = entries;
  return made;
}

constexpr Value Value::record(const Record& record) {
  Value made;
  made.m_kind = Kind::Record;
  made.m_record = &record;
  return made;
}

constexpr Value Value::range(const std::int64_t* ends) {
  Value made;
  made.m_kind = Kind::Range;
  made.m_ends = ends;
  return made;
}

constexpr Value Value::loopState(const LoopState* loop) {
  Value made;
  made.m_kind = Kind::Loop;
  made.m_loop = loop;
  return made;
}

constexpr Value Value::special(Kind kind) {
  Value made;
  made.m_kind = kind;
  return made;
}

constexpr std::int64_t Value::rangeFirst() const {
  return m_ends[0];
}
constexpr std::int64_t Value::rangeLast() const {
  return m_ends[1];
}

}  // namespace heliograph::liquid
