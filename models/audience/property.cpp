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
    case PropertyType::List:
      return QStringLiteral("list");
  }
  return QStringLiteral("text");
}

std::optional<PropertyType> propertyTypeFromName(QStringView name) {
  if (name == QLatin1String("text")) return PropertyType::Text;
  if (name == QLatin1String("number")) return PropertyType::Number;
  if (name == QLatin1String("boolean")) return PropertyType::Boolean;
  if (name == QLatin1String("date")) return PropertyType::Date;
  if (name == QLatin1String("list")) return PropertyType::List;
  return std::nullopt;
}

QString propertyColumn(PropertyId id) {
  return QStringLiteral("p_%1").arg(id.value);
}

QString propertyColumnType(PropertyType type) {
  switch (type) {
    case PropertyType::Text:
    case PropertyType::List:
      return QStringLiteral("TEXT");
    case PropertyType::Number:
      return QStringLiteral("NUMERIC");
    case PropertyType::Boolean:
    case PropertyType::Date:
      return QStringLiteral("INTEGER");
  }
  return QStringLiteral("TEXT");
}

}  // namespace heliograph::audience
