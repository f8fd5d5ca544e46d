// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rules/rule_words.h"

namespace heliograph::ui {

bool allowsZero(audience::SegmentOperator op, const QJsonArray& values) {
  if (values.isEmpty() || !values.first().isDouble()) return false;
  const double value = values.first().toDouble();
  switch (op) {
    case audience::SegmentOperator::Less:
      return value > 0;
    case audience::SegmentOperator::LessOrEqual:
      return value >= 0;
    case audience::SegmentOperator::Equals:
      return value == 0;
    case audience::SegmentOperator::NotEquals:
      return value != 0;
    case audience::SegmentOperator::Greater:
      return value < 0;
    case audience::SegmentOperator::GreaterOrEqual:
      return value <= 0;
    case audience::SegmentOperator::Between:
      return values.size() == 2 && qMin(value, values.at(1).toDouble()) <= 0 &&
             qMax(value, values.at(1).toDouble()) >= 0;
    default:
      return false;
  }
}

}  // namespace heliograph::ui
