// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include "audience/segment_operator.h"

namespace heliograph::audience {

/// One condition on one property: a person's, a built-in or derived field (see segment_fields.h), or an event's own.
/// Several values of an operator that takes one mean "any of them" ("none of them" for a negative operator). Dates are
/// ISO 8601 texts, a day or an instant; times back or ahead are [30, "days"].
struct SegmentRule {
  QString property;
  SegmentOperator op = SegmentOperator::Equals;
  QJsonArray values;  ///< strings, numbers

  bool operator==(const SegmentRule&) const = default;
};

}  // namespace heliograph::audience
