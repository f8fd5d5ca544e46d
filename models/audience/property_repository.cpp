// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/property_repository.h"

#include <algorithm>

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

constexpr int longestName = 120;
/// SQLite allows 2,000 columns a table; some are left for the person itself and for what is to come.
constexpr std::size_t mostProperties = 1500;

Result<> checkName(const QString& name) {
  if (name.isEmpty() || name != name.trimmed()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("A property needs a name that begins and ends with a visible "
                                                        "character."));
  }
  if (name == QLatin1String("identity") || name == QLatin1String("phone")) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("Every contact has its own %1: give the property another name.").arg(name));
  }
  if (name.size() > longestName) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The property name “%1…” is too long. Use at most %2 characters.")
                    .arg(name.left(20))
                    .arg(longestName));
  }
  return {};
}

}  // namespace

Result<std::vector<Property>> PropertyRepository::list() const {
  Statement select(m_database, QStringLiteral("SELECT id, name, type FROM property ORDER BY name"));
  std::vector<Property> properties;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return properties;
    properties.push_back(
        {select.id<PropertyId>(0), select.text(1), propertyTypeFromName(select.text(2)).value_or(PropertyType::Text)});
  }
}

Result<Property> PropertyRepository::findOrCreate(const QString& name, PropertyType type) const {
  auto properties = list();
  if (!properties) return fail(properties.error());
  if (const Property* known = findProperty(*properties, name)) return *known;

  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  // Another program may have made it in between.
  properties = list();
  if (!properties) return fail(properties.error());
  if (const Property* known = findProperty(*properties, name)) return *known;
  HELIOGRAPH_TRY(checkNewProperties(*properties, {name}));
  Statement insert(m_database, QStringLiteral("INSERT INTO property (name, type, created_at) VALUES (?, ?, ?)"));
  insert.bind(name).bind(propertyTypeName(type)).bind(m_clock.now());
  HELIOGRAPH_TRY(insert.run());
  const Property made{PropertyId{insert.insertedId()}, name, type};
  HELIOGRAPH_TRY(m_database.execute(
      QStringLiteral("ALTER TABLE profile ADD COLUMN %1 %2").arg(propertyColumn(made.id), propertyColumnType(type))));
  HELIOGRAPH_TRY(transaction->commit());
  return made;
}

Result<> checkNewProperties(const std::vector<Property>& known, const QStringList& names) {
  for (const QString& name : names) HELIOGRAPH_TRY(checkName(name));
  if (known.size() + static_cast<std::size_t>(names.size()) > mostProperties) {
    return fail(ErrorCode::LimitExceeded,
                QStringLiteral("A workspace can hold %1 properties; this one has %2, and %3 would be added. Leave "
                               "columns out that aren't needed.")
                    .arg(mostProperties)
                    .arg(known.size())
                    .arg(names.size()));
  }
  return {};
}

const Property* findProperty(const std::vector<Property>& properties, const QString& name) {
  const auto at = std::find_if(properties.begin(), properties.end(), [&](const Property& p) { return p.name == name; });
  return at == properties.end() ? nullptr : &*at;
}

}  // namespace heliograph::audience
