// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audience/columns/column_file_writer.h"
#include "audience/property.h"
#include "storage/native_statement.h"

namespace heliograph::audience {

/// Collects the values of one property, row by row, in the form in which a column file keeps them.
class ColumnBuilder final {
 public:
  ColumnBuilder(std::int64_t column, PropertyType type) : m_column(column), m_type(type) {}

  /// The value of a statement's row as the next one.
  void add(const storage::NativeStatement& row, int column);
  /// So many rows without a value.
  void addNothing(std::size_t rows = 1);
  /// The rows in another order: first the one at order[0].
  void reorder(const std::vector<std::uint32_t>& order);
  /// Writes nothing for a column without any value.
  void writeTo(ColumnFileWriter& file) const;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  void addText(std::string_view text);
  void writeTexts(ColumnFileWriter& file) const;
  void writeEntries(ColumnFileWriter& file) const;

  std::int64_t m_column;
  PropertyType m_type;
  bool m_any = false;
  bool m_strange = false;
  std::vector<bool> m_present;
  std::vector<double> m_numbers;
  std::vector<std::int64_t> m_instants;
  std::vector<bool> m_truths;
  std::vector<std::uint32_t> m_codes;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> m_known;
  std::vector<const std::string*> m_entries;  ///< in the order of their codes, from 1
};

/// Puts values into another order: first the one at order[0].
template <class Vector>
void putInOrder(Vector& values, const std::vector<std::uint32_t>& order) {
  if (values.empty()) return;
  Vector sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t row : order) sorted.push_back(values[row]);
  values = std::move(sorted);
}

/// A bitmap as column files keep it.
[[nodiscard]] std::vector<std::uint64_t> bitmapOf(const std::vector<bool>& bits);

}  // namespace heliograph::audience
