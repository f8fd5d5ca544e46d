// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimeZone>
#include <functional>
#include <vector>

#include "audience/import_mapping.h"
#include "audience/import_tally.h"
#include "audience/row_source.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// How a file of people is to be read.
struct ImportOptions {
  std::vector<MappedColumn> mapping;  ///< for columns that shall not be guessed; unknown ones are an error
  TableOptions table;                 ///< sheet, header, delimiter and encoding that shall not be guessed
  QString region;                     ///< ISO 3166, for numbers without a country code; empty: the workspace's, if any
  Repairs repairs = usualRepairs();   ///< of phone numbers; the others are only counted
  QTimeZone zone = QTimeZone::systemTimeZone();  ///< of dates that don't say theirs
  bool dryRun = false;                           ///< say what would happen, change nothing (no rejects file either)
  QString rejectsFile;                           ///< empty: "<name>.rejects.csv" beside the source
};

/// What an import did.
struct ImportReport {
  qint64 read = 0;  ///< rows of data
  qint64 created = 0;
  qint64 updated = 0;    ///< people that were there, a later row of the same file included
  qint64 unchanged = 0;  ///< of those, with the same values as before
  qint64 rejected = 0;   ///< rows that were left out; read = created + updated + rejected
  qint64 warned = 0;     ///< rows that were taken, with something to look at
  qint64 resumedAt = 0;  ///< rows that an earlier import, which was broken off, had taken; their figures are in these
  ImportFindings findings;  ///< what is to be told of the rows, by reason and kind
  /// Of `updated`, people who were there before and get other values; each once, whatever rows the file has of them.
  [[nodiscard]] qint64 changed() const { return updated - unchanged - findings.sameIdentity.count; }
  double seconds = 0;
  QString rejectsFile;  ///< rows, columns and reasons of both; empty if there were none
  QStringList remarks;  ///< what was guessed
};

/// How far an import is.
struct ImportProgress {
  qint64 rows = 0;
  qint64 bytesRead = 0;
  qint64 bytesTotal = 0;
};

/// Imports or updates people from a file (CSV by RFC 4180, .xlsx, .ods, JSON): streaming, in transactions of some
/// thousand rows, each whole, so that a stop at any instant leaves people imported or not, never half. The same file
/// again goes on from there, or changes nothing more.
class ProfileImport final {
 public:
  using Progress = std::function<void(const ImportProgress&)>;

  ProfileImport(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Runs on the calling thread and one more, and calls `progress` on the calling one, a few times a second. Errors:
  /// NotFound, Io, InvalidInput (no data, no identity, a mapped column that isn't there), Cancelled (what is in so far
  /// stays), those of storage.
  [[nodiscard]] Result<ImportReport> run(const QString& file, const ImportOptions& options,
                                         const Progress& progress = {}, const CancelToken& cancel = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
