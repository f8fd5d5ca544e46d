// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "audience/date_range.h"
#include "audience/evaluation_time.h"
#include "audience/property.h"
#include "audience/rules/property_rule.h"
#include "audience/rules/text_pattern.h"

namespace heliograph::audience {

/// Lets sets of texts be asked for views.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// A rule on one property, made ready for many values. It means what the statement of compileSegment means.
struct ValueTest {
  PropertyType type = PropertyType::Text;
  SegmentOperator op = SegmentOperator::Exists;
  bool negative = false;             ///< lets through whom the rest doesn't, also those without a value
  std::vector<double> numbers;       ///< ascending
  std::vector<InstantRange> ranges;  ///< dates: in any of them
  std::vector<std::string> texts;    ///< parts of texts, without case
  std::unordered_set<std::string, TextHash, std::equal_to<>> whole;  ///< whole texts, without case
  std::vector<TextPattern> patterns;
  QStringList elements;  ///< of lists, without case

  /// Nothing if the statement would refuse the rule, too.
  [[nodiscard]] static std::optional<ValueTest> of(const SegmentRule& rule, PropertyType type,
                                                   const EvaluationTime& time);
  /// Dates in any of the ranges, or in none.
  [[nodiscard]] static ValueTest inRanges(std::vector<InstantRange> ranges, bool negative);

  /// Whether a text, given as it is and without case, passes; without regard to `negative`.
  [[nodiscard]] bool matchesText(std::string_view text, std::string_view folded) const;
  /// The same for a list, given as JSON.
  [[nodiscard]] bool matchesList(std::string_view json) const;
};

/// Whether a number passes a comparison; `numbers` as in ValueTest. NotEquals: is none of them.
[[nodiscard]] bool passesNumber(SegmentOperator op, const std::vector<double>& numbers, double value);

}  // namespace heliograph::audience
