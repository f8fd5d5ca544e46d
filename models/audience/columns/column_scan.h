// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audience/columns/column.h"
#include "audience/columns/value_test.h"

namespace heliograph::audience {

/// What a test says of lists that it has looked at, in whichever part: the same ones come again in each, and reading
/// one takes longer than finding it here. The texts have to live as long as this.
using KnownLists = std::unordered_map<std::string_view, bool>;

/// A test on one column, ready to be run over its rows. Of texts each is looked at once, here.
class ColumnScan final {
 public:
  /// Nothing if only the workspace can tell (Column::isStrange). Both have to live as long as this.
  /// What is found about lists is kept in `known`, if it isn't null.
  [[nodiscard]] static std::optional<ColumnScan> of(const Column& column, const ValueTest& test,
                                                    KnownLists* known = nullptr);

  /// Sets the bits of the rows that pass, from row `first` (a multiple of 64) on, 64 a word; clears the others. Rows
  /// behind the last one are left to the caller.
  void run(std::size_t first, std::span<std::uint64_t> words) const;

 private:
  ColumnScan(const Column& column, const ValueTest& test) : m_column(&column), m_test(&test) {}
  void lookAtTexts(KnownLists* known);
  [[nodiscard]] bool matchesList(std::string_view list, KnownLists* known) const;
  void lookForParts();
  void runNumbers(std::size_t first, std::span<std::uint64_t> words) const;
  void runInstants(std::size_t first, std::span<std::uint64_t> words) const;
  void runCodes(std::size_t first, std::span<std::uint64_t> words) const;

  const Column* m_column;
  const ValueTest* m_test;
  std::vector<std::uint8_t> m_passes;  ///< by code
};

}  // namespace heliograph::audience
