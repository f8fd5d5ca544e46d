// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "audience/columns/column_file.h"
#include "audience/property.h"

namespace heliograph::audience {

/// The texts of a column, each once.
struct ColumnTexts {
  std::span<const std::uint32_t> begins;  ///< one more than there are entries
  std::span<const char> bytes;

  [[nodiscard]] std::size_t size() const { return begins.empty() ? 0 : begins.size() - 1; }
  [[nodiscard]] std::string_view at(std::size_t entry) const {
    return {bytes.data() + begins[entry], begins[entry + 1] - begins[entry]};
  }
};

/// Whether a number of a column is kept as a whole one by the workspace, which keeps 5.0 as 5.
[[nodiscard]] bool isWholeNumber(double number);

/// One column of a file as values of its type. What it was loaded from was checked, so that nothing read through it
/// lies outside the file, whatever stands there.
struct Column {
  /// Whole numbers up to here are the same as a double.
  static constexpr double largestExact = 9'007'199'254'740'992.0;

  PropertyType type = PropertyType::Text;
  std::size_t rows = 0;
  bool isEmpty = true;     ///< nobody has a value; the rest is empty
  bool isStrange = false;  ///< has values that this form can't keep; only the workspace tells

  std::span<const std::uint64_t> present;  ///< Number, Date, Boolean
  std::span<const double> numbers;
  std::span<const std::int64_t> instants;
  std::span<const std::uint64_t> truths;

  std::span<const std::uint8_t> smallCodes;  ///< Text, List: one of the three; 0 no value, else the entry before it
  std::span<const std::uint16_t> middleCodes;
  std::span<const std::uint32_t> largeCodes;
  ColumnTexts texts;
  ColumnTexts folded;  ///< without case; the same as `texts` where no text has any

  /// The column of a property in a file. Errors: Damaged.
  [[nodiscard]] static Result<Column> load(const ColumnFile& file, std::int64_t column, PropertyType type);

  /// Whether the row has a value; of a column of numbers, dates or truths.
  [[nodiscard]] bool has(std::size_t row) const {
    return row / 64 < present.size() && (present[row / 64] >> (row % 64) & 1) != 0;
  }
  /// The row's code, 0 for none; of a column of texts.
  [[nodiscard]] std::size_t codeAt(std::size_t row) const {
    if (row < smallCodes.size()) return smallCodes[row];
    if (row < middleCodes.size()) return middleCodes[row];
    return row < largeCodes.size() ? largeCodes[row] : 0;
  }

  /// Calls `use(codes)` with the span that is there; for texts that aren't empty.
  template <class Use>
  void withCodes(Use use) const {
    if (!smallCodes.empty()) {
      use(smallCodes);
    } else if (!middleCodes.empty()) {
      use(middleCodes);
    } else {
      use(largeCodes);
    }
  }
};

/// A section that has exactly one value a row. Errors: Damaged.
template <class T>
[[nodiscard]] Result<std::span<const T>> rowSection(const ColumnFile& file, std::int64_t column, SectionKind kind) {
  auto values = file.section<T>(column, kind);
  if (values && values->size() != file.rows()) return damagedColumns(QStringLiteral("a section has other rows"));
  return values;
}

/// A bitmap of a file's rows. Errors: Damaged.
[[nodiscard]] Result<std::span<const std::uint64_t>> bitSection(const ColumnFile& file, std::int64_t column,
                                                                SectionKind kind);

}  // namespace heliograph::audience
