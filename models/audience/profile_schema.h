// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "audience/property.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::liquid {
class Shape;
}

namespace heliograph::audience {

/// A snapshot of what is known of people: field names and where their values stand in a row's slots. Immutable, shared
/// by the threads that render. Slots: identity, phone, country, then the properties by name. (A property named
/// "country" hides the number's country.)
class ProfileSchema final {
 public:
  [[nodiscard]] static Result<std::shared_ptr<const ProfileSchema>> load(const storage::Database& database);
  explicit ProfileSchema(std::vector<Property> properties);
  ~ProfileSchema();
  Q_DISABLE_COPY_MOVE(ProfileSchema)

  [[nodiscard]] const std::vector<Property>& properties() const { return m_properties; }
  /// The field names, for the menu and for checks: built-in ones first.
  [[nodiscard]] QStringList fieldNames() const;
  [[nodiscard]] const liquid::Shape& shape() const { return *m_shape; }
  [[nodiscard]] std::size_t slotCount() const;

  static constexpr std::size_t identitySlot = 0;
  static constexpr std::size_t phoneSlot = 1;
  static constexpr std::size_t countrySlot = 2;
  static constexpr std::size_t firstPropertySlot = 3;

 private:
  std::vector<Property> m_properties;
  std::unique_ptr<const liquid::Shape> m_shape;
};

}  // namespace heliograph::audience
