// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/built_in_field.h"

namespace heliograph::audience {

const std::array<BuiltInField, 3>& builtInFields() {
  static const std::array<BuiltInField, 3> fields{{
      {QStringLiteral("identity"), QStringLiteral("identity"), PropertyType::Text},
      {QStringLiteral("phone"), QStringLiteral("phone"), PropertyType::Text},
      {QStringLiteral("country"), QStringLiteral("country"), PropertyType::Text},
  }};
  return fields;
}

}  // namespace heliograph::audience
