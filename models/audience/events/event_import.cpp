// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_import.h"

#include <thread>

#include "audience/events/event_parser.h"
#include "audience/events/event_writer.h"
#include "audience/events/hand_over.h"
#include "audience/rejects_file.h"
#include "core/logging.h"

namespace heliograph::audience {
namespace {

constexpr std::size_t batchesUnderWay = 4;
constexpr qint64 millisecondsBetweenEventProgress = 100;

/// Reads a file on a thread of its own and hands the batches over.
class BatchReader final {
 public:
  explicit BatchReader(EventParser& parser) : m_thread([this, &parser] { read(parser); }) {}
  ~BatchReader() {
    m_batches.close();
    m_thread.join();
  }
  Q_DISABLE_COPY_MOVE(BatchReader)

  /// The next batch; nullptr at the end of the file.
  [[nodiscard]] Result<std::unique_ptr<EventBatch>> next() {
    auto batch = m_batches.full();
    // The thread is over its work, so that nobody writes the error any more.
    if (!batch && m_error) return fail(*m_error);
    return batch;
  }
  void giveBack(std::unique_ptr<EventBatch> batch) { m_batches.giveEmpty(std::move(batch)); }

 private:
  void read(EventParser& parser) {
    while (auto batch = m_batches.empty()) {
      auto some = parser.next(*batch);
      if (!some) m_error = some.error();
      if (!some || !*some) break;
      m_batches.giveFull(std::move(batch));
    }
    m_batches.end();
  }

  HandOver<EventBatch> m_batches{batchesUnderWay};
  std::optional<Error> m_error;
  std::thread m_thread;
};

/// One import of events from its first record to its last.
class EventRun final {
 public:
  EventRun(const storage::Database& database, const Clock& clock, const QString& file,
           const EventImportOptions& options)
      : m_database(database),
        m_clock(clock),
        m_file(file),
        m_options(options),
        m_rejects(options.rejectsFile.isEmpty() ? RejectsFile::pathBeside(file) : options.rejectsFile) {
    m_timer.start();
  }

  /// Takes the file as the source.
  Result<> openFile();
  Result<> open(std::unique_ptr<EventSource> source, const QByteArray& fingerprint);
  Result<EventImportReport> run(const EventImport::Progress& progress, const CancelToken& cancel);

 private:
  [[nodiscard]] QByteArray howItIsRead() const;
  Result<> takeBatches(const EventImport::Progress& progress, const CancelToken& cancel);
  void note(const EventBatch& batch);
  Result<> importPeople(const EventImport::Progress& progress, const CancelToken& cancel);
  void finishRejects();

  const storage::Database& m_database;
  const Clock& m_clock;
  const QString& m_file;
  const EventImportOptions& m_options;
  RejectsFile m_rejects;
  std::unique_ptr<EventParser> m_parser;
  std::unique_ptr<EventWriter> m_writer;
  ImportTally m_tally;
  QElapsedTimer m_timer;
  qint64 m_people = 0;
  EventImportReport m_report;
};

/// What the events of the file depend on beside its bytes.
QByteArray EventRun::howItIsRead() const {
  const EventFileOptions& file = m_options.file;
  QStringList parts{QStringLiteral("events"),
                    file.event,
                    file.table.sheet,
                    QString(file.table.delimiter),
                    file.table.encoding,
                    QString::number(file.table.headerRow.value_or(-1)),
                    QString::fromLatin1(m_options.zone.id())};
  for (const EventColumnWish& wish : file.mapping) {
    parts << wish.column << QString::number(static_cast<int>(wish.use)) << wish.property;
  }
  return parts.join(QChar(u'\x1f')).toUtf8();
}

Result<> EventRun::openFile() {
  auto source = openEventSource(m_file, m_options.file);
  if (!source) return fail(source.error());
  auto fingerprint = importFingerprint(m_file, howItIsRead());
  if (!fingerprint) return fail(fingerprint.error());
  return open(std::move(*source), *fingerprint);
}

Result<> EventRun::open(std::unique_ptr<EventSource> source, const QByteArray& fingerprint) {
  m_report.remarks = source->remarks();
  auto types = EventCatalog(m_database, m_clock).list();
  if (!types) return fail(types.error());
  m_parser =
      std::make_unique<EventParser>(std::move(source), *types, m_options.zone, m_clock.now().toMSecsSinceEpoch());
  auto writer = EventWriter::open(m_database, m_clock, fingerprint);
  if (!writer) return fail(writer.error());
  m_writer = std::move(*writer);
  if (m_writer->earlier().done) {
    m_report.remarks << QStringLiteral(
        "This file was imported before: only events with ids of their own that aren't "
        "there yet are added.");
  } else if (m_writer->earlier().records > 0) {
    m_report.resumedAt = m_writer->earlier().records;
    m_report.remarks << QStringLiteral(
                            "An earlier import of this file was broken off after %1 records; this one went "
                            "on from there.")
                            .arg(m_report.resumedAt);
  }
  return {};
}

void EventRun::note(const EventBatch& batch) {
  for (const auto& [row, problem] : batch.problems) {
    m_tally.problem(row, problem);
    m_rejects.add(row, problem);
  }
  m_people += batch.people;
  m_report.rejected += batch.rejected;
  m_report.warned += batch.warned;
  m_report.read = batch.records - m_people;
}

Result<> EventRun::takeBatches(const EventImport::Progress& progress, const CancelToken& cancel) {
  BatchReader reader(*m_parser);
  QElapsedTimer sinceProgress;
  sinceProgress.start();
  const qint64 total = m_parser->source().bytesTotal();
  while (true) {
    auto batch = reader.next();
    if (!batch) return fail(batch.error());
    if (!*batch) break;
    note(**batch);
    HELIOGRAPH_TRY(m_writer->write(**batch));
    const qint64 records = (*batch)->records;
    const qint64 bytes = (*batch)->bytesRead;
    reader.giveBack(std::move(*batch));
    if (cancel.isCancelled()) {
      HELIOGRAPH_TRY(m_writer->commit());
      return fail(ErrorCode::Cancelled,
                  QStringLiteral("The import was cancelled. Import the same file again to go on."));
    }
    if (progress && sinceProgress.elapsed() >= millisecondsBetweenEventProgress) {
      progress({records, bytes, total});
      sinceProgress.restart();
    }
  }
  HELIOGRAPH_TRY(m_writer->finish());
  if (progress) progress({m_report.read + m_people, total, total});
  return {};
}

/// People among the events are imported as a file of people is.
Result<> EventRun::importPeople(const EventImport::Progress& progress, const CancelToken& cancel) {
  if (m_people == 0) return {};
  ImportOptions options;
  options.region = m_options.region;
  options.zone = m_options.zone;
  const QString rejects = m_options.rejectsFile.isEmpty() ? m_file : m_options.rejectsFile;
  options.rejectsFile = RejectsFile::pathBeside(rejects + QStringLiteral(".people"));
  auto people = ProfileImport(m_database, m_clock).run(m_file, options, progress, cancel);
  if (!people) return fail(people.error());
  m_report.people = std::move(*people);
  return {};
}

void EventRun::finishRejects() {
  auto path = m_rejects.finish();
  if (path) {
    m_report.rejectsFile = *path;
  } else {
    m_report.remarks << path.error().message;
  }
}

Result<EventImportReport> EventRun::run(const EventImport::Progress& progress, const CancelToken& cancel) {
  HELIOGRAPH_TRY(takeBatches(progress, cancel));
  finishRejects();
  const EventCounts& counts = m_writer->counts();
  m_report.created = counts.created;
  m_report.duplicates = counts.duplicates;
  m_report.newPeople = counts.newPeople;
  m_writer.reset();
  HELIOGRAPH_TRY(importPeople(progress, cancel));
  m_report.problems = m_tally.finish().problems;
  m_report.seconds = static_cast<double>(m_timer.nsecsElapsed()) / 1e9;
  qCInfo(logAudience) << "events:" << m_report.read << "read," << m_report.created << "created," << m_report.duplicates
                      << "known," << m_report.rejected << "rejected," << m_report.newPeople << "new people";
  return m_report;
}

}  // namespace

Result<EventImportReport> EventImport::run(const QString& file, const EventImportOptions& options,
                                           const Progress& progress, const CancelToken& cancel) const {
  EventRun run(m_database, m_clock, file, options);
  HELIOGRAPH_TRY(run.openFile());
  return run.run(progress, cancel);
}

Result<EventImportReport> EventImport::run(std::unique_ptr<EventSource> source, const QByteArray& name,
                                           const EventImportOptions& options, const Progress& progress,
                                           const CancelToken& cancel) const {
  const QString noFile;
  EventRun run(m_database, m_clock, noFile, options);
  HELIOGRAPH_TRY(run.open(std::move(source), name));
  return run.run(progress, cancel);
}

}  // namespace heliograph::audience
