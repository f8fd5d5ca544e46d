// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/person_binding.h"

namespace heliograph::audience {
namespace {

using storage::NativeStatement;

void bindTextOrNull(NativeStatement& statement, int position, std::string_view text) {
  text.empty() ? statement.bindNull(position) : statement.bindText(position, text);
}

}  // namespace

QStringList filledColumns(const ImportPlan& plan) {
  QStringList columns;
  if (plan.phone >= 0) {
    columns << QStringLiteral("phone") << QStringLiteral("phone_state") << QStringLiteral("country");
  }
  if (plan.subscription >= 0) columns << QStringLiteral("opted_out");
  if (plan.timeZone >= 0) columns << QStringLiteral("time_zone");
  for (const PlannedProperty& property : plan.properties) {
    columns << (property.id.isValid() ? propertyColumn(property.id) : QString());
  }
  return columns;
}

int bindPerson(NativeStatement& statement, int position, const ImportPlan& plan, const ImportedPerson& person) {
  if (plan.phone >= 0) {
    static const std::string states[] = {"none", "invalid", "possible", "valid"};
    bindTextOrNull(statement, position++, person.phone);
    statement.bindText(position++, states[static_cast<int>(person.phoneState)]);
    bindTextOrNull(statement, position++, person.country);
  }
  if (plan.subscription >= 0) statement.bind(position++, std::int64_t{person.unsubscribed ? 1 : 0});
  if (plan.timeZone >= 0) bindTextOrNull(statement, position++, person.timeZone);
  for (const StoredValue& value : person.values) bindStored(statement, position++, value);
  return position;
}

QString sameValuesSql(const ImportPlan& plan, int position) {
  const int phone = position;
  QStringList same{QStringLiteral("1")};
  for (const QString& column : filledColumns(plan)) {
    const QString mark = QStringLiteral("?%1").arg(position++);
    if (column.isEmpty()) {
      same << mark + QStringLiteral(" IS NULL");
    } else if (column == QLatin1String("opted_out")) {
      same << mark + QStringLiteral(" <= opted_out");
    } else if (column == QLatin1String("phone_state") || column == QLatin1String("country")) {
      // These follow the number; without one what is known stays.
      same << QStringLiteral("(?%1 IS NULL OR %2 IS %3)").arg(phone).arg(column, mark);
    } else {
      same << QStringLiteral("coalesce(%1, %2) IS %2").arg(mark, column);
    }
  }
  return same.join(QStringLiteral(" AND "));
}

}  // namespace heliograph::audience
