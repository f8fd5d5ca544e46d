// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heliograph::liquid {

/// The field names of a table's rows, each with its slot. Made once for a table and shared by all its records; a
/// renderer resolves a template's paths against a shape once and then goes straight to the slot.
class Shape {
 public:
  /// Fields in the order of the slots. When a name comes twice the first one wins.
  explicit Shape(std::vector<std::string> fields);
  Shape(const Shape&) = delete;
  Shape& operator=(const Shape&) = delete;

  const std::vector<std::string>& fields() const { return m_fields; }
  /// The slot of a field, or -1.
  int slot(std::string_view field) const;
  /// Unique in this process and never 0.
  std::uint64_t id() const { return m_id; }

 private:
  std::vector<std::string> m_fields;
  std::unordered_map<std::string_view, int> m_slots;
  std::uint64_t m_id;
};

}  // namespace heliograph::liquid
