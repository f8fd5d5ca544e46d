// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <optional>
#include <vector>

#include "audience/property.h"

namespace heliograph::audience {

/// What a rule asks of a property. The negative ones (NotEquals, NotContains, NotMatches, ContainsNone) let people
/// without a value through.
enum class SegmentOperator {
  Equals,  ///< texts without regard to case; numbers; any of the values
  NotEquals,
  Contains,  ///< without regard to case
  NotContains,
  StartsWith,
  EndsWith,
  Greater,
  GreaterOrEqual,
  Less,
  LessOrEqual,
  Between,  ///< two values, both included (numbers, days)
  On,       ///< a day
  Before,   ///< a day or an instant, not included
  After,    ///< after the end of the day, or after the instant
  InLast,   ///< a number and a unit of time: from midnight so long ago up to now (see TimeWindow)
  Ago,      ///< a number and a unit: the whole day, week, month, … so long ago
  InNext,   ///< a number and a unit: from now until the end of the day so long ahead
  IsTrue,
  IsFalse,
  Exists,  ///< has a value
  NotExists,
  Matches,  ///< any of the regular expressions is found in the text, with regard to case
  NotMatches,
  ContainsAny,  ///< of a list: any of the values, without regard to case
  ContainsAll,
  ContainsNone,
};

/// True for the operators that let people without a value through.
[[nodiscard]] bool isNegative(SegmentOperator op);
/// True for those that take a number and a unit of time.
[[nodiscard]] bool countsTime(SegmentOperator op);

/// Stable name in JSON: 'equals', 'not_equals', 'in_last', …
[[nodiscard]] QString operatorName(SegmentOperator op);
/// The operator of that name, if there is one.
[[nodiscard]] std::optional<SegmentOperator> operatorFromName(QStringView name);
/// Words between property and value: "is not", "is at least", "is in the last …".
[[nodiscard]] QString operatorWords(SegmentOperator op);
/// The operators a property of that type offers, in the order of a menu.
[[nodiscard]] const std::vector<SegmentOperator>& operatorsFor(PropertyType type);
/// How many values the operator takes; `most` of -1 is any number.
struct ValueCount {
  int least;
  int most;
};
[[nodiscard]] ValueCount valueCount(SegmentOperator op);

}  // namespace heliograph::audience
