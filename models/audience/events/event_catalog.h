// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "audience/property.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// What is known of events of one type: "amount", "address.city".
struct EventProperty {
  EventPropertyId id;
  QString name;
  PropertyType type = PropertyType::Text;

  bool operator==(const EventProperty&) const = default;
};

/// Something people do, "Charged", with its properties by name.
struct EventType {
  EventTypeId id;
  QString name;
  std::vector<EventProperty> properties;

  bool operator==(const EventType&) const = default;
};

/// The table of a type's events ("event_3"): id, profile_id, at (milliseconds since 1970, UTC) and a column a property.
[[nodiscard]] QString eventTable(EventTypeId type);

/// The property's column in the table of its type ("p_12"); values are stored as those of people's properties.
[[nodiscard]] QString eventColumn(EventPropertyId property);

/// The type of that name in a list, or nullptr.
[[nodiscard]] const EventType* findEventType(const std::vector<EventType>& types, const QString& name);

/// The property of that name, or nullptr.
[[nodiscard]] const EventProperty* findEventProperty(const EventType& type, const QString& name);

/// The workspace's event types. Adding a type makes its table, adding a property its column.
class EventCatalog final {
 public:
  EventCatalog(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All, sorted by name.
  [[nodiscard]] Result<std::vector<EventType>> list() const;

  /// The type of that name, made if it is new, with those of the properties (name and type; ids are ignored) that it
  /// doesn't have yet; a known property keeps its type. Errors: InvalidInput for an empty or overlong name,
  /// LimitExceeded.
  [[nodiscard]] Result<EventType> findOrCreate(const QString& name,
                                               const std::vector<EventProperty>& properties = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
