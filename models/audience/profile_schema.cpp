// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_schema.h"

#include <string>

#include "audience/built_in_field.h"
#include "audience/property_repository.h"
#include "core/clock.h"
#include "liquid/shape.h"

namespace heliograph::audience {
namespace {

std::vector<std::string> shapeFields(const std::vector<Property>& properties) {
  std::vector<std::string> fields;
  for (const BuiltInField& field : builtInFields()) {
    // Nobody can write this name in a template, so that the slot is only hidden.
    fields.push_back(findProperty(properties, field.name) == nullptr ? field.name.toStdString() : std::string());
  }
  for (const Property& property : properties) fields.push_back(property.name.toStdString());
  return fields;
}

}  // namespace

Result<std::shared_ptr<const ProfileSchema>> ProfileSchema::load(const storage::Database& database) {
  const SystemClock clock;
  auto properties = PropertyRepository(database, clock).list();
  if (!properties) return fail(properties.error());
  return std::make_shared<const ProfileSchema>(std::move(*properties));
}

ProfileSchema::ProfileSchema(std::vector<Property> properties)
    : m_properties(std::move(properties)), m_shape(std::make_unique<liquid::Shape>(shapeFields(m_properties))) {}

ProfileSchema::~ProfileSchema() = default;

QStringList ProfileSchema::fieldNames() const {
  QStringList names;
  for (const std::string& field : m_shape->fields()) {
    if (!field.empty()) names << QString::fromStdString(field);
  }
  return names;
}

std::size_t ProfileSchema::slotCount() const {
  return firstPropertySlot + m_properties.size();
}

}  // namespace heliograph::audience
