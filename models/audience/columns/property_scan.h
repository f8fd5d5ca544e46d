// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/columns/column_scan.h"
#include "audience/columns/column_snapshot.h"
#include "audience/columns/value_test.h"
#include "audience/evaluation_time.h"
#include "audience/property.h"
#include "audience/rules/property_rule.h"
#include "core/background.h"
#include "core/result.h"

namespace heliograph::audience {

/// Where the values of a person's field stand.
struct PersonColumn {
  std::int64_t column = 0;
  PropertyType type = PropertyType::Text;

  /// Of a property or a built-in field; Unsupported for others. A property hides a field of its name.
  [[nodiscard]] static Result<PersonColumn> of(const QString& name, const std::vector<Property>& properties);
};

/// Whom a rule on a property, a built-in or a derived field lets through. Errors: Damaged, Cancelled, Unsupported if
/// only the workspace can tell or the statement would refuse the rule.
class PropertyScan final {
 public:
  PropertyScan(const ColumnSnapshot& snapshot, const std::vector<Property>& properties, const EvaluationTime& time,
               const CancelToken& cancel)
      : m_snapshot(snapshot), m_properties(properties), m_time(time), m_cancel(cancel) {}

  [[nodiscard]] Result<PeopleBits> run(const SegmentRule& rule) const;

 private:
  [[nodiscard]] Result<PeopleBits> derived(const SegmentRule& rule) const;
  [[nodiscard]] Result<PeopleBits> scan(const PersonColumn& column, const ValueTest& test) const;
  [[nodiscard]] Result<> scanPart(const PersonColumn& column, const ValueTest& test, KnownLists& lists,
                                  std::size_t part, PeopleBits& people) const;

  const ColumnSnapshot& m_snapshot;
  const std::vector<Property>& m_properties;
  const EvaluationTime& m_time;
  const CancelToken& m_cancel;
};

}  // namespace heliograph::audience
