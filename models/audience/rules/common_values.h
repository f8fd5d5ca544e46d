// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "audience/property.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// A value that people or events have, and how many of them.
struct CommonValue {
  QString text;
  qint64 people = 0;

  bool operator==(const CommonValue&) const = default;
};

/// The values in a column of a table with an `id`, the most common first, at most `most`. Of a list each of its values
/// counts. Only the newest `rows` rows are looked at, and where nearly each has a value of its own only the first of
/// those. Any thread. Errors: Cancelled.
struct ColumnOfValues {
  QString table;
  QString column;
  PropertyType type = PropertyType::Text;
  qint64 rows = 2'000'000;
};
[[nodiscard]] Result<std::vector<CommonValue>> commonValues(const storage::Database& database,
                                                            const ColumnOfValues& column, int most,
                                                            const CancelToken& cancel);

/// Whether values of a property of that type are offered for completion.
[[nodiscard]] bool hasCommonValues(PropertyType type);

}  // namespace heliograph::audience
