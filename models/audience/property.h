// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <optional>

#include "core/ids.h"

namespace heliograph::audience {

/// What values a property holds. Stored as TEXT, NUMERIC, 0 or 1, milliseconds since 1970 (UTC), and the TEXT of a JSON
/// array of texts, numbers, true and false (["red",12]).
enum class PropertyType { Text, Number, Boolean, Date, List };

/// Stable name as it stands in the workspace and in JSON: 'text', 'number', 'boolean', 'date', 'list'.
[[nodiscard]] QString propertyTypeName(PropertyType type);

/// The type of that name, if there is one.
[[nodiscard]] std::optional<PropertyType> propertyTypeFromName(QStringView name);

/// Something that is known of people: "city", "Last purchase".
struct Property {
  PropertyId id;
  QString name;
  PropertyType type = PropertyType::Text;

  bool operator==(const Property&) const = default;
};

/// The property's column in the table of profiles ("p_12"); its own name is data and never part of a statement.
[[nodiscard]] QString propertyColumn(PropertyId id);

/// What the column of a property of that type is declared as.
[[nodiscard]] QString propertyColumnType(PropertyType type);

}  // namespace heliograph::audience
