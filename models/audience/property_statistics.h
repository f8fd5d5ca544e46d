// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>
#include <vector>

#include "audience/property.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// How a property is filled, for the personalisation menu.
struct PropertyStatistic {
  Property property;
  double share = 0;  ///< of the people looked at that have a value, 0 to 1
  QVariant sample;   ///< one person's value; invalid if nobody has one
};

/// One for each property, by name, from at most `people` people (spread over the workspace). Cheap enough to ask each
/// time a campaign is opened.
[[nodiscard]] Result<std::vector<PropertyStatistic>> propertyStatistics(const storage::Database& database,
                                                                        int people = 2000);

}  // namespace heliograph::audience
