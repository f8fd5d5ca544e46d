// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "audience/import_mapping.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// The beginning of a file and what an import would make of it.
struct ImportPreview {
  QStringList header;
  std::vector<QStringList> rows;  ///< the first 15
  QChar delimiter;
  QString encoding;                   ///< "UTF-8", "UTF-16 LE", "UTF-16 BE"
  std::vector<MappedColumn> columns;  ///< one a header column, uses and types guessed
  QStringList remarks;  ///< sentences on what was guessed ("No column is named identity: “email” is used.")
};

/// Reads the first rows of a file. `overrides` replace the guesses for the columns they name. Types that a workspace's
/// properties have already win over the guess. Errors: NotFound, Io, InvalidInput (empty file, an override's column
/// isn't there; names the ones that are).
[[nodiscard]] Result<ImportPreview> previewImport(const QString& file, const storage::Database& database,
                                                  const std::vector<MappedColumn>& overrides = {});

}  // namespace heliograph::audience
