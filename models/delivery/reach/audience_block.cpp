// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/audience_block.h"

#include <algorithm>
#include <cstring>

#include "audience/profile_schema.h"

namespace heliograph::delivery {
namespace {

using audience::ProfileSchema;
using liquid::Kind;
using liquid::Value;

/// How a value is kept; what isn't here is never in a row of people.
enum class PackedKind : char { Nil, False, True, Integer, Decimal, Text, List };

void putNumber(std::string& bytes, std::uint64_t number) {
  while (number >= 0x80) {
    bytes += static_cast<char>(0x80 | (number & 0x7F));
    number >>= 7;
  }
  bytes += static_cast<char>(number);
}

void putText(std::string& bytes, std::string_view text) {
  putNumber(bytes, text.size());
  bytes.append(text);
}

void putWord(std::string& bytes, std::int64_t word) {
  char raw[sizeof word];
  std::memcpy(raw, &word, sizeof word);
  bytes.append(raw, sizeof word);
}

void putValue(std::string& bytes, const Value& value) {
  const auto kind = [&bytes](PackedKind packed) { bytes += static_cast<char>(packed); };
  switch (value.kind()) {
    case Kind::Boolean:
      return kind(value.toBoolean() ? PackedKind::True : PackedKind::False);
    case Kind::Integer:
      kind(PackedKind::Integer);
      return putWord(bytes, value.toInteger());
    case Kind::Decimal:
      kind(PackedKind::Decimal);
      putWord(bytes, value.mantissa());
      return putWord(bytes, value.scale());
    case Kind::String:
      kind(PackedKind::Text);
      return putText(bytes, value.toView());
    case Kind::Array:
      kind(PackedKind::List);
      putNumber(bytes, value.size());
      for (std::uint32_t i = 0; i < value.size(); ++i) putValue(bytes, value.items()[i]);
      return;
    default:
      return kind(PackedKind::Nil);
  }
}

/// Reads what the put functions wrote.
class PackedReader final {
 public:
  /// The items of lists are put into `lists`.
  PackedReader(const char* at, std::deque<std::vector<Value>>& lists) : m_at(at), m_lists(lists) {}

  std::uint64_t number() {
    std::uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*m_at++);
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
  }
  std::string_view text() {
    const auto size = static_cast<std::size_t>(number());
    const std::string_view text(m_at, size);
    m_at += size;
    return text;
  }
  std::int64_t word() {
    std::int64_t word = 0;
    std::memcpy(&word, m_at, sizeof word);
    m_at += sizeof word;
    return word;
  }
  Value value() {
    switch (static_cast<PackedKind>(*m_at++)) {
      case PackedKind::False:
        return Value::boolean(false);
      case PackedKind::True:
        return Value::boolean(true);
      case PackedKind::Integer:
        return Value::integer(word());
      case PackedKind::Decimal: {
        const std::int64_t mantissa = word();
        return Value::decimal(mantissa, static_cast<int>(word()));
      }
      case PackedKind::Text:
        return Value::string(text());
      case PackedKind::List: {
        auto& items = m_lists.emplace_back(static_cast<std::size_t>(number()));
        for (Value& item : items) item = value();
        return Value::array(items.data(), static_cast<std::uint32_t>(items.size()));
      }
      case PackedKind::Nil:
        break;
    }
    return Value::nil();
  }

 private:
  const char* m_at;
  std::deque<std::vector<Value>>& m_lists;
};

template <class Item>
std::size_t positionOf(std::vector<Item>& items, const Item& wanted) {
  const auto known = std::find(items.begin(), items.end(), wanted);
  if (known != items.end()) return static_cast<std::size_t>(known - items.begin());
  items.push_back(wanted);
  return items.size() - 1;
}

Value textOrNil(std::string_view text) {
  return text.empty() ? Value::nil() : Value::string(text);
}

}  // namespace

void AudienceBlock::add(const audience::ProfileRow& person) {
  m_ids.push_back(person.id);
  m_begins.push_back(static_cast<std::uint32_t>(m_bytes.size()));
  m_bytes += static_cast<char>(person.phoneState);
  m_bytes += person.textedBefore ? '\1' : '\0';
  putText(m_bytes, person.identity);
  putText(m_bytes, person.phone);
  putText(m_bytes, person.country);
  putNumber(m_bytes, positionOf(m_zones, std::string(person.timeZone)));
  for (const std::size_t slot : m_slots) putValue(m_bytes, person.slots[slot]);
}

void AudienceBlock::leaveOut(ProfileId person, const Reason& reason) {
  m_leftOut.push_back({person, static_cast<std::uint32_t>(positionOf(m_reasons, reason))});
}

void AudienceBlock::finish() {
  m_ids.shrink_to_fit();
  m_begins.shrink_to_fit();
  m_bytes.shrink_to_fit();
  m_leftOut.shrink_to_fit();
}

void AudienceBlock::read(std::size_t index, BlockRow& into) const {
  audience::ProfileRow& person = into.m_person;
  if (m_columns) {
    if (!into.m_columnRow) into.m_columnRow.emplace(*m_columns, into.m_values.size());
    return m_columns->read(m_ids[index], *into.m_columnRow, person, into.m_values);
  }
  into.m_lists.clear();
  PackedReader reader(m_bytes.data() + m_begins[index], into.m_lists);
  person.id = m_ids[index];
  person.phoneState = static_cast<phone::PhoneState>(reader.number());
  person.textedBefore = reader.number() != 0;
  person.identity = reader.text();
  person.phone = reader.text();
  person.country = reader.text();
  person.timeZone = m_zones[static_cast<std::size_t>(reader.number())];
  into.m_values[ProfileSchema::identitySlot] = Value::string(person.identity);
  into.m_values[ProfileSchema::phoneSlot] = textOrNil(person.phone);
  into.m_values[ProfileSchema::countrySlot] = textOrNil(person.country);
  for (const std::size_t slot : m_slots) into.m_values[slot] = reader.value();
}

std::size_t AudienceBlock::bytes() const {
  return m_bytes.capacity() + m_ids.capacity() * sizeof(ProfileId) + m_begins.capacity() * sizeof(std::uint32_t) +
         m_leftOut.capacity() * sizeof(LeftOut);
}

}  // namespace heliograph::delivery
