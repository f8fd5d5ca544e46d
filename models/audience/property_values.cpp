// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/property_values.h"

#include <limits>

#include "audience/built_in_field.h"
#include "audience/columns/segment_engine.h"
#include "audience/property_repository.h"

namespace heliograph::audience {
namespace {

/// The column of a property whose values are offered; an empty name for others.
ColumnOfValues columnNamed(const std::vector<Property>& properties, const QString& name) {
  ColumnOfValues column{QStringLiteral("profile"), {}};
  column.rows = std::numeric_limits<qint64>::max();
  if (const Property* property = findProperty(properties, name)) {
    column.type = property->type;
    if (hasCommonValues(property->type)) column.column = propertyColumn(property->id);
    return column;
  }
  for (const BuiltInField& field : builtInFields()) {
    if (field.name == name) column.column = field.column;
  }
  return column;
}

}  // namespace

Result<std::vector<CommonValue>> PropertyValues::of(const QString& property, int most,
                                                    const CancelToken& cancel) const {
  if (m_columns != nullptr) {
    if (auto values = m_columns->commonValues(property, most)) return *values;
  }
  const auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  const ColumnOfValues column = columnNamed(*properties, property);
  if (column.column.isEmpty()) return std::vector<CommonValue>{};
  return commonValues(m_database, column, most, cancel);
}

}  // namespace heliograph::audience
