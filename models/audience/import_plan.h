// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <vector>

#include "audience/date_format.h"
#include "audience/import_mapping.h"
#include "audience/import_table.h"
#include "audience/property.h"
#include "core/background.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// A column of the file whose values become a property.
struct PlannedProperty {
  int column = 0;
  QString name;
  PropertyType type = PropertyType::Text;
  std::optional<DateFormat> format;  ///< nothing: ISO 8601 or Unix time
  PropertyId id;                     ///< not valid yet for one that is to be made
};

/// What an import does with each column of a file; -1 where there is none.
struct ImportPlan {
  QStringList header;
  int identity = -1;
  int phone = -1;
  int subscription = -1;
  bool trueUnsubscribes = false;  ///< of the subscription's column
  int timeZone = -1;
  std::vector<PlannedProperty> properties;
};

/// Adds a remark if the file's encoding was guessed.
void noteEncoding(const TableFacts& facts, QStringList& remarks);

/// Fills in the types that a mapping leaves open: those of the workspace's properties, else what the file's values look
/// like in up to `rows` rows (-1: all). Reads the file by itself. Types that differ from the workspace's are changed,
/// with a remark. Errors: those of ImportTable, Cancelled.
[[nodiscard]] Result<> settleTypes(HeaderMapping& mapping, const QString& file, const TableOptions& options,
                                   const std::vector<Property>& known, qint64 rows, const CancelToken& cancel = {});

/// The workspace's region for numbers without a country code; empty if it has none.
[[nodiscard]] Result<QString> defaultRegion(const storage::Database& database);

/// The plan of a mapping whose types are settled.
[[nodiscard]] ImportPlan planImport(const HeaderMapping& mapping, const std::vector<Property>& known);

}  // namespace heliograph::audience
