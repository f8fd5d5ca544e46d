// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "audience/columns/event_scan.h"

namespace heliograph::audience {

/// Whom a rule on one value shared by several events lets through. Errors: Damaged, Cancelled, Unsupported for what is
/// left to the statement.
class SameValueScan final {
 public:
  SameValueScan(const ColumnSnapshot& snapshot, const SegmentCatalog& catalog, const EvaluationTime& time,
                const CancelToken& cancel)
      : m_snapshot(snapshot), m_catalog(catalog), m_time(time), m_cancel(cancel) {}

  [[nodiscard]] Result<PeopleBits> run(const SameValueRule& rule);

 private:
  /// A person in the upper half, the number of a value in the lower.
  using Pairs = std::vector<std::uint64_t>;

  [[nodiscard]] Result<Pairs> pairsOf(const SameValueRule::Event& event, const PeopleBits* among);
  void addPairs(Pairs& pairs, const EventMatches& matches, const Column& column, const PeopleBits* among);
  [[nodiscard]] std::uint32_t numberOf(std::string_view text);
  [[nodiscard]] std::uint32_t numberOf(std::uint64_t bits);

  const ColumnSnapshot& m_snapshot;
  const SegmentCatalog& m_catalog;
  const EvaluationTime& m_time;
  const CancelToken& m_cancel;
  std::optional<PropertyType> m_type;
  std::unordered_map<std::string_view, std::uint32_t> m_texts;
  std::unordered_map<std::uint64_t, std::uint32_t> m_values;
};

}  // namespace heliograph::audience
