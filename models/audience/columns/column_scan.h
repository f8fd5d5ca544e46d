// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audience/columns/column.h"
#include "audience/columns/value_test.h"

namespace heliograph::audience {

/// A test on one column, ready to be run over its rows. Of texts each is looked at once, here.
class ColumnScan final {
 public:
  /// Nothing if only the workspace can tell (Column::isStrange). Both have to live as long as this.
  [[nodiscard]] static std::optional<ColumnScan> of(const Column& column, const ValueTest& test);

  /// Sets the bits of the rows that pass, from row `first` (a multiple of 64) on, 64 a word; clears the others. Rows
  /// behind the last one are left to the caller.
  void run(std::size_t first, std::span<std::uint64_t> words) const;

 private:
  ColumnScan(const Column& column, const ValueTest& test) : m_column(&column), m_test(&test) {}
  void lookAtTexts();
  void lookForParts();
  void runNumbers(std::size_t first, std::span<std::uint64_t> words) const;
  void runInstants(std::size_t first, std::span<std::uint64_t> words) const;
  void runCodes(std::size_t first, std::span<std::uint64_t> words) const;

  const Column* m_column;
  const ValueTest* m_test;
  std::vector<std::uint8_t> m_passes;  ///< by code
};

}  // namespace heliograph::audience
