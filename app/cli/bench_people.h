// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/renderer.h"
#include "liquid/shape.h"

namespace heliograph::cli {

/// One row as a table of people holds it.
struct BenchRow {
  std::string_view name;  ///< empty for one in five
  std::string_view tier;
  std::int64_t points;
  std::string date;
};

/// 10,000 people, the same ones every time.
[[nodiscard]] std::vector<BenchRow> benchRows();

/// The reference message in Liquid, with the roots that its two namespaces go by.
[[nodiscard]] std::string benchTemplate(std::string_view profile, std::string_view event);

/// The reference message as a person would write it in C++, in place of `out`.
void writeByHand(std::string& out, const BenchRow& row);

/// Rows as Liquid sees them: `profile` with first_name, tier and points, and `event` with date.
class BenchRoots final {
 public:
  /// Binds every row's columns to slots, which stand in one block.
  explicit BenchRoots(const std::vector<BenchRow>& rows);

  /// The roots of a row that was bound before.
  [[nodiscard]] std::array<liquid::Root, 2> bound(std::size_t row);
  /// The roots of a row that is read now; they hold until the next call.
  [[nodiscard]] std::array<liquid::Root, 2> read(const BenchRow& row);

 private:
  static void fill(const BenchRow& row, liquid::Value* slots);
  std::array<liquid::Root, 2> at(const liquid::Value* slots);

  liquid::Shape m_profiles{{"first_name", "tier", "points"}};
  liquid::Shape m_events{{"date"}};
  std::vector<liquid::Value> m_slots;
  std::array<liquid::Value, 4> m_read;
  liquid::Record m_profile;
  liquid::Record m_event;
};

}  // namespace heliograph::cli
