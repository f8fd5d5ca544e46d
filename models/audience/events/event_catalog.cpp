// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_catalog.h"

#include <algorithm>

#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

constexpr int longestEventName = 200;
/// Every type takes a table, and SQLite reads the description of all of them when it opens a workspace.
constexpr std::size_t mostEventTypes = 2000;
/// SQLite allows 2,000 columns a table.
constexpr std::size_t mostEventProperties = 1900;

Result<> checkEventName(const QString& name, const QString& what) {
  if (name.isEmpty() || name != name.trimmed()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("%1 needs a name that begins and ends with a visible character.").arg(what));
  }
  if (name.size() > longestEventName) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("The name “%1…” is too long. Use at most %2 characters.")
                                             .arg(name.left(20))
                                             .arg(longestEventName));
  }
  return {};
}

Result<std::vector<EventProperty>> eventPropertiesOf(const storage::Database& database, EventTypeId type) {
  Statement select(database,
                   QStringLiteral("SELECT id, name, type FROM event_property WHERE event_type_id = ? ORDER BY name"));
  select.bind(type);
  std::vector<EventProperty> properties;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return properties;
    properties.push_back({select.id<EventPropertyId>(0), select.text(1),
                          propertyTypeFromName(select.text(2)).value_or(PropertyType::Text)});
  }
}

bool hasAllProperties(const EventType& type, const std::vector<EventProperty>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const EventProperty& each) { return findEventProperty(type, each.name) != nullptr; });
}

Result<EventType> addEventType(const storage::Database& database, const Clock& clock, const QString& name,
                               std::size_t known) {
  HELIOGRAPH_TRY(checkEventName(name, QStringLiteral("An event")));
  if (known >= mostEventTypes) {
    return fail(ErrorCode::LimitExceeded,
                QStringLiteral("A workspace can hold %1 kinds of events. Leave events out that aren't needed.")
                    .arg(mostEventTypes));
  }
  Statement insert(database, QStringLiteral("INSERT INTO event_type (name, created_at) VALUES (?, ?)"));
  insert.bind(name).bind(clock.now());
  HELIOGRAPH_TRY(insert.run());
  const EventType made{EventTypeId{insert.insertedId()}, name, {}};
  HELIOGRAPH_TRY(
      database.execute(QStringLiteral("CREATE TABLE %1 (id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL, "
                                      "at INTEGER NOT NULL)")
                           .arg(eventTable(made.id))));
  return made;
}

Result<> addEventProperty(const storage::Database& database, const EventType& type, const EventProperty& property) {
  HELIOGRAPH_TRY(checkEventName(property.name, QStringLiteral("A property of “%1”").arg(type.name)));
  Statement insert(database, QStringLiteral("INSERT INTO event_property (event_type_id, name, type) VALUES (?, ?, ?)"));
  insert.bind(type.id).bind(property.name).bind(propertyTypeName(property.type));
  HELIOGRAPH_TRY(insert.run());
  return database.execute(QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 %3")
                              .arg(eventTable(type.id), eventColumn(EventPropertyId{insert.insertedId()}),
                                   propertyColumnType(property.type)));
}

}  // namespace

QString eventTable(EventTypeId type) {
  return QStringLiteral("event_%1").arg(type.value);
}

QString eventColumn(EventPropertyId property) {
  return QStringLiteral("p_%1").arg(property.value);
}

const EventType* findEventType(const std::vector<EventType>& types, const QString& name) {
  const auto at = std::find_if(types.begin(), types.end(), [&](const EventType& type) { return type.name == name; });
  return at == types.end() ? nullptr : &*at;
}

const EventProperty* findEventProperty(const EventType& type, const QString& name) {
  const auto at = std::find_if(type.properties.begin(), type.properties.end(),
                               [&](const EventProperty& property) { return property.name == name; });
  return at == type.properties.end() ? nullptr : &*at;
}

Result<std::vector<EventType>> EventCatalog::list() const {
  Statement select(
      m_database, QStringLiteral("SELECT t.id, t.name, p.id, p.name, p.type FROM event_type t LEFT JOIN event_property "
                                 "p ON p.event_type_id = t.id ORDER BY t.name, p.name"));
  std::vector<EventType> types;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return types;
    const auto id = select.id<EventTypeId>(0);
    if (types.empty() || types.back().id != id) types.push_back({id, select.text(1), {}});
    if (select.isNull(2)) continue;
    types.back().properties.push_back({select.id<EventPropertyId>(2), select.text(3),
                                       propertyTypeFromName(select.text(4)).value_or(PropertyType::Text)});
  }
}

Result<EventType> EventCatalog::findOrCreate(const QString& name, const std::vector<EventProperty>& properties) const {
  auto types = list();
  if (!types) return fail(types.error());
  const EventType* known = findEventType(*types, name);
  if (known != nullptr && hasAllProperties(*known, properties)) return *known;

  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  // Another program may have made it in between.
  types = list();
  if (!types) return fail(types.error());
  known = findEventType(*types, name);
  EventType type;
  if (known != nullptr) {
    type = *known;
  } else {
    auto made = addEventType(m_database, m_clock, name, types->size());
    if (!made) return fail(made.error());
    type = std::move(*made);
  }
  std::size_t count = type.properties.size();
  for (const EventProperty& property : properties) {
    if (findEventProperty(type, property.name) != nullptr) continue;
    if (++count > mostEventProperties) {
      return fail(ErrorCode::LimitExceeded,
                  QStringLiteral("Events of one kind can hold %1 properties; “%2” would have more. Leave some out that "
                                 "aren't needed.")
                      .arg(mostEventProperties)
                      .arg(name));
    }
    HELIOGRAPH_TRY(addEventProperty(m_database, type, property));
  }
  auto all = eventPropertiesOf(m_database, type.id);
  if (!all) return fail(all.error());
  type.properties = std::move(*all);
  HELIOGRAPH_TRY(transaction->commit());
  return type;
}

}  // namespace heliograph::audience
