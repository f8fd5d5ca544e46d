// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>
#include <array>
#include <optional>
#include <vector>

#include "audience/date_range.h"
#include "audience/evaluation_time.h"
#include "audience/property.h"
#include "audience/segment_operator.h"
#include "core/result.h"

namespace heliograph::audience {

/// What rules can ask of everybody beside properties and built-in fields, though it is stored nowhere as such. A
/// property of the same name hides one.
struct DerivedField {
  enum class Kind { Age, HasPhone, Unsubscribed, HasPushToken };
  Kind kind;
  QString name;  ///< 'age', 'has_phone', 'unsubscribed', 'has_push_token'
  PropertyType type = PropertyType::Boolean;
};

/// All of them, age (whole years, a number) first.
[[nodiscard]] const std::array<DerivedField, 4>& derivedFields();
/// The derived field of that name, or nullptr.
[[nodiscard]] const DerivedField* findDerivedField(const QString& name);

/// The property that holds people's dates of birth: of type date and called "date_of_birth", "DOB", "Birthday", …
/// (case, spaces and joints don't matter), or nullptr.
[[nodiscard]] const Property* birthProperty(const std::vector<Property>& properties);

/// What a rule on the age means for dates of birth: they lie in one of the ranges. Whoever has no date of birth, or one
/// after today, has no age.
struct BirthRanges {
  std::vector<InstantRange> any;
  bool negative = false;  ///< the rule lets through whoever is in none of the ranges, also without an age
};

/// The ranges of a rule on the age in whole years at the day of evaluation in its zone. InvalidInput holds half a
/// sentence on what is wrong with the values.
[[nodiscard]] Result<BirthRanges> birthRanges(SegmentOperator op, const QJsonArray& values, const EvaluationTime& time);

/// The age in whole years of somebody born at that instant, if they are born already. (29 February: a year older on the
/// 28th where there is none.)
[[nodiscard]] std::optional<int> ageAt(qint64 birth, const EvaluationTime& time);

}  // namespace heliograph::audience
