// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "audience/import_mapping.h"
#include "audience/import_table.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// The beginning of a file and what an import would make of it.
struct ImportPreview {
  QStringList header;
  qint64 headerRow = 0;               ///< 0: the file names no columns
  std::vector<HeadRow> head;          ///< the file's first rows, the header and what is above it included
  std::vector<QStringList> rows;      ///< the first 15 below the header
  TableFacts facts;                   ///< sheets, delimiter, encoding
  std::vector<MappedColumn> columns;  ///< one a header column, uses and types guessed
  QString region;                     ///< the workspace's for numbers without a country code; may be empty
  QStringList remarks;  ///< sentences on what was guessed ("No column is named identity: “email” is used.")
};

/// Reads the first rows of a file. Types that a workspace's properties have already win over the guess; a column is
/// taken for the phone number by its name, else by what is in it. Nothing but a person's choice may make up an
/// identity, so that the columns may lack one. Errors: NotFound, Io, InvalidInput (an empty or damaged file).
[[nodiscard]] Result<ImportPreview> previewImport(const QString& file, const storage::Database& database,
                                                  const TableOptions& options = {});

}  // namespace heliograph::audience
