// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

#include "audience/date_range.h"
#include "audience/evaluation_time.h"
#include "audience/property.h"
#include "audience/rules/property_rule.h"
#include "core/result.h"

namespace heliograph::audience {

/// A column that a condition is put on.
struct SqlField {
  QString name;    ///< for a person, in errors
  QString column;  ///< "p.p_12"
  PropertyType type = PropertyType::Text;
};

/// "The rule on “city” can't be used: …."
[[nodiscard]] tl::unexpected<Error> wrongRule(const QString& name, const QString& what);

/// Conditions joined by AND or OR, however many: SQLite takes no expression that is nested too deeply. "1" for none.
[[nodiscard]] QString joinedSql(const QStringList& conditions, bool all);

/// The condition that a column's value lies in the range; "1" for an open one. Its values are added.
[[nodiscard]] QString withinSql(const QString& column, const InstantRange& range, QVariantList& values);

/// Whether the operator suits the type and has the values it takes; InvalidInput if not.
[[nodiscard]] Result<> checkOperator(const QString& name, PropertyType type, SegmentOperator op,
                                     const QJsonArray& values);

/// The finite numbers of a rule's values; InvalidInput for anything else.
[[nodiscard]] Result<QVariantList> ruleNumbers(const QString& name, const QJsonArray& values);

/// A comparison with numbers, "x >= ?", of an expression that has a value.
[[nodiscard]] QString comparisonSql(const QString& expression, SegmentOperator op, const QVariantList& numbers,
                                    QVariantList& values);

/// The condition of an operator on a column; the values of its question marks are added, in order. It may be NULL for a
/// column without a value, which is no match. Errors: InvalidInput.
[[nodiscard]] Result<QString> conditionSql(const SqlField& field, SegmentOperator op, const QJsonArray& given,
                                           const EvaluationTime& time, QVariantList& values);

}  // namespace heliograph::audience
