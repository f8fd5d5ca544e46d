// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <functional>
#include <optional>

#include "audience/events/event_source.h"
#include "audience/import_tally.h"
#include "audience/profile_import.h"
#include "core/background.h"
#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::audience {

/// How a file of events is to be imported.
struct EventImportOptions {
  EventFileOptions file;
  QString region;                                ///< of phone numbers of the people in it, see ImportOptions
  QTimeZone zone = QTimeZone::systemTimeZone();  ///< of times that don't say theirs
  QString rejectsFile;                           ///< empty: "<name>.rejects.csv" beside the source
};

/// What an import of events did.
struct EventImportReport {
  qint64 read = 0;        ///< records of events, of people not
  qint64 created = 0;     ///< events
  qint64 duplicates = 0;  ///< events that were there already, by their own ids
  qint64 rejected = 0;    ///< left out; read = created + duplicates + rejected
  qint64 warned = 0;      ///< taken, with something to look at
  qint64 newPeople = 0;   ///< identities that nobody had, who are people with nothing but an identity now
  qint64 resumedAt =
      0;  ///< records that an earlier import, which was broken off, had taken; their figures are in these
  std::vector<CountedProblem> problems;  ///< most frequent first
  std::optional<ImportReport> people;    ///< of the records of people among the events
  double seconds = 0;
  QString rejectsFile;  ///< rows, columns and reasons; empty if there were none
  QStringList remarks;  ///< what was guessed
};

/// Imports events from a table (CSV, TSV, .xlsx, .ods) or from JSON (lines, CleverTap's uploads, Segment's batches), in
/// constant memory. One that was stopped at any instant goes on from where it was when it is run again on the same
/// file.
class EventImport final {
 public:
  using Progress = ProfileImport::Progress;

  EventImport(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Runs on the calling thread and one more, and calls `progress` on the calling one, a few times a second. Errors:
  /// NotFound, Io, InvalidInput (no data, a column that is missing), Cancelled (what is in so far stays), LimitExceeded
  /// (too many kinds of events), those of storage.
  [[nodiscard]] Result<EventImportReport> run(const QString& file, const EventImportOptions& options,
                                              const Progress& progress = {}, const CancelToken& cancel = {}) const;
  /// The same of events that don't come from a file. `name` tells them from others: what was taken under it is passed
  /// over.
  [[nodiscard]] Result<EventImportReport> run(std::unique_ptr<EventSource> source, const QByteArray& name,
                                              const EventImportOptions& options, const Progress& progress = {},
                                              const CancelToken& cancel = {}) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
