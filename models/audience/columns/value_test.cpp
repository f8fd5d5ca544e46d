// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/value_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

#include "audience/rules/list_value.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

bool takesNoValue(Op op) {
  return op == Op::Exists || op == Op::NotExists || op == Op::IsTrue || op == Op::IsFalse;
}

/// So many are compared one after the other rather than hashed.
constexpr std::size_t kFewTexts = 4;
constexpr qsizetype kMostTestedNumbers = 10'000;  // as the statement takes

bool readNumbers(ValueTest& test, const QJsonArray& values) {
  if (values.size() > kMostTestedNumbers) return false;
  for (const QJsonValue& value : values) {
    bool read = value.isDouble();
    const double number = read ? value.toDouble() : value.toString().trimmed().toDouble(&read);
    if (!read || !std::isfinite(number)) return false;
    test.numbers.push_back(number);
  }
  std::sort(test.numbers.begin(), test.numbers.end());
  return true;
}

bool readRanges(ValueTest& test, const QJsonArray& values, const EvaluationTime& time) {
  const auto add = [&](const QJsonArray& some) {
    const auto range = instantRange(test.op, some, time);
    if (range) test.ranges.push_back(*range);
    return range.has_value();
  };
  if (test.op != Op::On) return add(values);
  return std::all_of(values.begin(), values.end(), [&](const QJsonValue& value) { return add({value}); });
}

bool addPattern(ValueTest& test, const QString& words) {
  auto pattern = TextPattern::compile(words);
  if (pattern) test.patterns.push_back(std::move(*pattern));
  return pattern.has_value();
}

bool readTexts(ValueTest& test, const QJsonArray& values) {
  QJsonArray elements;
  for (const QJsonValue& value : values) {
    const QString words = value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
    if (words.isEmpty()) return false;
    if (test.type == PropertyType::List) {
      elements.append(words);
    } else if (test.op == Op::Matches || test.op == Op::NotMatches) {
      if (!addPattern(test, words)) return false;
    } else if (test.op == Op::Equals || test.op == Op::NotEquals) {
      test.whole.insert(words.toCaseFolded().toStdString());
    } else {
      test.texts.push_back(words.toCaseFolded().toStdString());
    }
  }
  if (test.type == PropertyType::List) test.elements = listElements(QJsonDocument(elements).toJson());
  return true;
}

}  // namespace

bool passesNumber(Op op, const std::vector<double>& numbers, double value) {
  switch (op) {
    case Op::Greater:
      return value > numbers[0];
    case Op::GreaterOrEqual:
      return value >= numbers[0];
    case Op::Less:
      return value < numbers[0];
    case Op::LessOrEqual:
      return value <= numbers[0];
    case Op::Between:
      return value >= numbers[0] && value <= numbers[1];
    default: {
      const bool any = std::binary_search(numbers.begin(), numbers.end(), value);
      return any != (op == Op::NotEquals);
    }
  }
}

std::optional<ValueTest> ValueTest::of(const SegmentRule& rule, PropertyType type, const EvaluationTime& time) {
  const std::vector<Op>& offered = operatorsFor(type);
  if (std::find(offered.begin(), offered.end(), rule.op) == offered.end()) return std::nullopt;
  const ValueCount count = valueCount(rule.op);
  if (rule.values.size() < count.least || (count.most >= 0 && rule.values.size() > count.most)) return std::nullopt;
  ValueTest test;
  test.type = type;
  test.op = rule.op;
  test.negative = isNegative(rule.op);
  if (takesNoValue(rule.op)) return test;
  bool read = true;
  if (type == PropertyType::Number) {
    read = readNumbers(test, rule.values);
  } else if (type == PropertyType::Date) {
    read = readRanges(test, rule.values, time);
  } else {
    read = readTexts(test, rule.values);
  }
  return read ? std::optional(std::move(test)) : std::nullopt;
}

ValueTest ValueTest::inRanges(std::vector<InstantRange> ranges, bool negative) {
  ValueTest test;
  test.type = PropertyType::Date;
  test.op = Op::On;
  test.negative = negative;
  test.ranges = std::move(ranges);
  return test;
}

bool ValueTest::matchesText(std::string_view text, std::string_view folded) const {
  const auto any = [&](auto&& matches) { return std::any_of(texts.begin(), texts.end(), matches); };
  switch (op) {
    case Op::Contains:
    case Op::NotContains:
      return any([&](const std::string& wanted) { return folded.find(wanted) != std::string_view::npos; });
    case Op::StartsWith:
      return any([&](const std::string& wanted) { return folded.starts_with(wanted); });
    case Op::EndsWith:
      return any([&](const std::string& wanted) { return folded.ends_with(wanted); });
    case Op::Matches:
    case Op::NotMatches: {
      const QString looked = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
      return std::any_of(patterns.begin(), patterns.end(),
                         [&](const TextPattern& pattern) { return pattern.isFoundIn(looked); });
    }
    default:
      return whole.size() <= kFewTexts ? std::find(whole.begin(), whole.end(), folded) != whole.end()
                                       : whole.contains(folded);
  }
}

bool ValueTest::matchesList(std::string_view json) const {
  const QStringList there = listElements(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size())));
  const auto isThere = [&](const QString& wanted) { return there.contains(wanted); };
  return op == Op::ContainsAll ? std::all_of(elements.begin(), elements.end(), isThere)
                               : std::any_of(elements.begin(), elements.end(), isThere);
}

}  // namespace heliograph::audience
