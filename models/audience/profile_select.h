// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/profile.h"
#include "audience/property.h"
#include "audience/property_repository.h"
#include "storage/statement.h"

namespace heliograph::audience {

/// The beginning of a statement that reads whole people from `profile AS p`, up to and without WHERE.
[[nodiscard]] QString profileSelect(const std::vector<Property>& properties);

/// The person of the statement's row.
[[nodiscard]] Profile profileFromRow(const storage::Statement& row, const std::vector<Property>& properties);

/// A stored value as a person sees it; invalid for NULL.
[[nodiscard]] QVariant propertyValue(const storage::Statement& row, int column, PropertyType type);

}  // namespace heliograph::audience
