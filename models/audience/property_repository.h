// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/property.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// The workspace's properties. Adding one adds its column.
class PropertyRepository final {
 public:
  PropertyRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All, sorted by name.
  [[nodiscard]] Result<std::vector<Property>> list() const;

  /// The property of that name; made with `type` if it is new (a known one keeps its type). Errors: InvalidInput for an
  /// empty, overlong or reserved name (identity, phone), LimitExceeded.
  [[nodiscard]] Result<Property> findOrCreate(const QString& name, PropertyType type) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

/// Whether properties of these new names can be made beside the known ones. Errors: InvalidInput for a name that can't
/// be one, LimitExceeded.
[[nodiscard]] Result<> checkNewProperties(const std::vector<Property>& known, const QStringList& names);

/// The property of that name in a list, or nullptr.
[[nodiscard]] const Property* findProperty(const std::vector<Property>& properties, const QString& name);

}  // namespace heliograph::audience
