// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/property.h"

namespace heliograph::audience {

QString propertyTypeName(PropertyType type) {
  switch (type) {
    case PropertyType::Text:
      return QStringLiteral("text");
    case PropertyType::Number:
      return QStringLiteral("number");
    case PropertyType::Boolean:
      return QStringLiteral("boolean");
    case PropertyType::Date:
      return QStringLiteral("date");
  }
  return QStringLiteral("text");
}

std::optional<PropertyType> propertyTypeFromName(QStringView name) {
  if (name == QLatin1String("text")) return PropertyType::Text;
  if (name == QLatin1String("number")) return PropertyType::Number;
  if (name == QLatin1String("boolean")) return PropertyType::Boolean;
  if (name == QLatin1String("date")) return PropertyType::Date;
  return std::nullopt;
}

QString propertyColumn(PropertyId id) {
  return QStringLiteral("p_%1").arg(id.value);
}

}  // namespace heliograph::audience
