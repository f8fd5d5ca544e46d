// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment_operator.h"

#include <algorithm>
#include <array>

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

struct Entry {
  Op op;
  const char* name;
  const char* words;
  ValueCount count;
};

constexpr std::array<Entry, 26> operatorEntries{{
    {Op::Equals, "equals", "is", {1, -1}},
    {Op::NotEquals, "not_equals", "is not", {1, -1}},
    {Op::Contains, "contains", "contains", {1, -1}},
    {Op::NotContains, "not_contains", "does not contain", {1, -1}},
    {Op::StartsWith, "starts_with", "starts with", {1, -1}},
    {Op::EndsWith, "ends_with", "ends with", {1, -1}},
    {Op::Greater, "greater", "is more than", {1, 1}},
    {Op::GreaterOrEqual, "greater_or_equal", "is at least", {1, 1}},
    {Op::Less, "less", "is less than", {1, 1}},
    {Op::LessOrEqual, "less_or_equal", "is at most", {1, 1}},
    {Op::Between, "between", "is between", {2, 2}},
    {Op::On, "on", "is on", {1, -1}},
    {Op::Before, "before", "is before", {1, 1}},
    {Op::After, "after", "is after", {1, 1}},
    {Op::InLast, "in_last", "is in the last …", {2, 2}},
    {Op::Ago, "ago", "is exactly … ago", {2, 2}},
    {Op::InNext, "in_next", "is in the next …", {2, 2}},
    {Op::IsTrue, "is_true", "is true", {0, 0}},
    {Op::IsFalse, "is_false", "is false", {0, 0}},
    {Op::Exists, "exists", "is known", {0, 0}},
    {Op::NotExists, "not_exists", "is not known", {0, 0}},
    {Op::Matches, "matches", "matches", {1, -1}},
    {Op::NotMatches, "not_matches", "does not match", {1, -1}},
    {Op::ContainsAny, "contains_any", "contains any of", {1, -1}},
    {Op::ContainsAll, "contains_all", "contains all of", {1, -1}},
    {Op::ContainsNone, "contains_none", "contains none of", {1, -1}},
}};

const Entry& entryOf(Op op) {
  return *std::find_if(operatorEntries.begin(), operatorEntries.end(),
                       [op](const Entry& entry) { return entry.op == op; });
}

}  // namespace

bool isNegative(Op op) {
  return op == Op::NotEquals || op == Op::NotContains || op == Op::NotMatches || op == Op::ContainsNone;
}

bool countsTime(Op op) {
  return op == Op::InLast || op == Op::Ago || op == Op::InNext;
}

QString operatorName(Op op) {
  return QString::fromLatin1(entryOf(op).name);
}

std::optional<Op> operatorFromName(QStringView name) {
  for (const Entry& entry : operatorEntries) {
    if (name == QLatin1String(entry.name)) return entry.op;
  }
  return std::nullopt;
}

QString operatorWords(Op op) {
  return QString::fromUtf8(entryOf(op).words);
}

const std::vector<Op>& operatorsFor(PropertyType type) {
  static const std::vector<Op> text{Op::Equals,   Op::NotEquals, Op::Contains,   Op::NotContains, Op::StartsWith,
                                    Op::EndsWith, Op::Matches,   Op::NotMatches, Op::Exists,      Op::NotExists};
  static const std::vector<Op> number{Op::Equals,      Op::NotEquals, Op::Greater, Op::GreaterOrEqual, Op::Less,
                                      Op::LessOrEqual, Op::Between,   Op::Exists,  Op::NotExists};
  static const std::vector<Op> boolean{Op::IsTrue, Op::IsFalse, Op::Exists, Op::NotExists};
  static const std::vector<Op> date{Op::On,  Op::Before, Op::After,  Op::Between,  Op::InLast,
                                    Op::Ago, Op::InNext, Op::Exists, Op::NotExists};
  static const std::vector<Op> list{Op::ContainsAny, Op::ContainsAll, Op::ContainsNone, Op::Exists, Op::NotExists};
  switch (type) {
    case PropertyType::Text:
      return text;
    case PropertyType::Number:
      return number;
    case PropertyType::Boolean:
      return boolean;
    case PropertyType::Date:
      return date;
    case PropertyType::List:
      return list;
  }
  return text;
}

ValueCount valueCount(Op op) {
  return entryOf(op).count;
}

}  // namespace heliograph::audience
