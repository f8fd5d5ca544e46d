// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/value.h"

#include "liquid/decimal.h"

namespace heliograph::liquid {

Value Value::number(double value) {
  return fromDouble(value).value_or(Value());
}

Value ValueStore::string(std::string text) {
  return Value::string(m_strings.emplace_back(std::move(text)));
}

Value ValueStore::array(std::vector<Value> items) {
  const std::vector<Value>& kept = m_arrays.emplace_back(std::move(items));
  return Value::array(kept.data(), static_cast<std::uint32_t>(kept.size()));
}

Value ValueStore::hash(std::vector<std::pair<std::string, Value>> entries) {
  std::vector<Entry>& kept = m_hashes.emplace_back();
  kept.reserve(entries.size());
  for (auto& [key, value] : entries) {
    bool known = false;
    for (Entry& entry : kept) {
      if (entry.key == key) {
        entry.value = value;
        known = true;
      }
    }
    if (!known) {
      kept.push_back({m_strings.emplace_back(std::move(key)), value});
    }
  }
  return Value::hash(kept.data(), static_cast<std::uint32_t>(kept.size()));
}

Value ValueStore::record(const Shape& shape, std::vector<Value> slots) {
  const std::vector<Value>& kept = m_arrays.emplace_back(std::move(slots));
  return Value::record(m_records.emplace_back(Record{&shape, kept.data()}));
}

}  // namespace heliograph::liquid
