// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/event_rule.h"

#include <algorithm>
#include <array>
#include <utility>

namespace heliograph::audience {
namespace {

using Measure = EventRule::Measure;

constexpr std::array<std::pair<Measure, const char*>, 5> kMeasures{{
    {Measure::Count, "count"},
    {Measure::Sum, "sum"},
    {Measure::Average, "average"},
    {Measure::FirstTime, "first_time"},
    {Measure::LastTime, "last_time"},
}};

}  // namespace

QString measureName(Measure measure) {
  return QString::fromLatin1(kMeasures[static_cast<std::size_t>(measure)].second);
}

std::optional<Measure> measureFromName(QStringView name) {
  for (const auto& [measure, known] : kMeasures) {
    if (name == QLatin1String(known)) return measure;
  }
  return std::nullopt;
}

bool comparesMeasure(const EventRule& rule) {
  return rule.did && rule.measure != Measure::FirstTime && rule.measure != Measure::LastTime;
}

const std::vector<SegmentOperator>& measureOperators() {
  using Op = SegmentOperator;
  static const std::vector<Op> operators{Op::GreaterOrEqual, Op::Greater,   Op::Less,   Op::LessOrEqual,
                                         Op::Equals,         Op::NotEquals, Op::Between};
  return operators;
}

bool measureSuits(SegmentOperator op) {
  const auto& operators = measureOperators();
  return std::find(operators.begin(), operators.end(), op) != operators.end();
}

}  // namespace heliograph::audience
