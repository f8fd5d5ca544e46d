// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>

#include "audience/property.h"

namespace heliograph::audience {

/// What every person has beside the properties, usable in messages and segments like one.
struct BuiltInField {
  QString name;
  QString column;  ///< of profile
  PropertyType type = PropertyType::Text;
};

/// identity, phone, country: in the order of ProfileSchema's first slots. A property of the same name hides one.
[[nodiscard]] const std::array<BuiltInField, 3>& builtInFields();

}  // namespace heliograph::audience
