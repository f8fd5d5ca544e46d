// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_select.h"

#include "audience/events/list_value.h"
#include "audience/unsubscribed_sql.h"

namespace heliograph::audience {
namespace {

constexpr int firstProperty = 9;

}  // namespace

QString profileSelect(const std::vector<Property>& properties) {
  QString columns;
  for (const Property& property : properties) columns += QStringLiteral(", p.") + propertyColumn(property.id);
  return QStringLiteral(
             "SELECT p.id, p.identity, p.phone, p.phone_state, p.country, p.time_zone, %1, p.is_test, EXISTS (SELECT 1 "
             "FROM seed_person AS c WHERE c.profile_id = p.id)%2 FROM profile AS p ")
      .arg(unsubscribedSql(), columns);
}

Profile profileFromRow(const storage::Statement& row, const std::vector<Property>& properties) {
  Profile profile;
  profile.id = row.id<ProfileId>(0);
  profile.identity = row.text(1);
  profile.phone = row.text(2);
  profile.phoneState = phone::phoneStateFromName(row.text(3));
  profile.country = row.text(4);
  profile.timeZone = row.text(5);
  profile.unsubscribed = row.boolean(6);
  profile.isTest = row.boolean(7);
  profile.isColleague = row.boolean(8);
  int column = firstProperty;
  for (const Property& property : properties) {
    const QVariant value = propertyValue(row, column++, property.type);
    if (value.isValid()) profile.values.insert(property.name, value);
  }
  return profile;
}

QVariant propertyValue(const storage::Statement& row, int column, PropertyType type) {
  if (row.isNull(column)) return {};
  switch (type) {
    case PropertyType::Text:
      return row.text(column);
    case PropertyType::Number:
      return row.value(column);
    case PropertyType::Boolean:
      return row.boolean(column);
    case PropertyType::Date:
      return row.instant(column);
    case PropertyType::List:
      return listItems(row.text(column).toStdString());
  }
  return {};
}

}  // namespace heliograph::audience
