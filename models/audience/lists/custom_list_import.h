// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "audience/row_source.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// How a file of a custom list is to be read.
struct ListImportOptions {
  TableOptions table;
  QString column;       ///< the one with the identities; empty: found by its name, or the only one
  QString unknownFile;  ///< empty: "<name>.unknown.csv" beside the source
};

/// What became of a file of identities.
struct ListImportReport {
  qint64 read = 0;        ///< rows
  qint64 members = 0;     ///< people on the list now
  qint64 duplicates = 0;  ///< rows of somebody who has a row above
  qint64 unknown = 0;     ///< rows of nobody in the workspace
  qint64 rejected =
      0;  ///< rows without an identity, or of an unknown type; read = members + duplicates + unknown + rejected
  bool replaced = false;  ///< there was a list of that name
  QString unknownFile;    ///< rows, identities and reasons of both; empty if there are none
  double seconds = 0;
  QStringList remarks;
};

/// Makes or replaces a custom list from a table: the columns Type and Identity (type i: identity, g: the id of a
/// device), or any column of identities. Only people who are in the workspace come onto it; nobody is made.
class CustomListImport final {
 public:
  CustomListImport(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Whatever fails, the old list stays. Errors: those of ImportTable, InvalidInput (no column of identities, nobody of
  /// the file is known, a blank name), Cancelled.
  [[nodiscard]] Result<ListImportReport> run(const QString& name, const QString& file,
                                             const ListImportOptions& options = {},
                                             const CancelToken& cancel = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
