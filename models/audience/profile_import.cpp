// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_import.h"

#include <QElapsedTimer>
#include <optional>

#include "audience/person_reader.h"
#include "audience/profile_counter.h"
#include "audience/profile_writer.h"
#include "audience/property_repository.h"
#include "audience/rejects_file.h"
#include "core/logging.h"
#include "phone/phone_number.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

constexpr qint64 rowsBetweenLooks = 1024;
constexpr qint64 millisecondsBetweenProgress = 100;

Result<QString> regionFor(const storage::Database& database, const QString& wanted) {
  if (!wanted.isEmpty() && !phone::isKnownRegion(wanted)) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("“%1” is no region. Use two letters, such as IN, DE or US.").arg(wanted));
  }
  if (!wanted.isEmpty()) return wanted;
  storage::Statement find(database, QStringLiteral("SELECT value FROM workspace WHERE name = 'default_region'"));
  auto row = find.next();
  if (!row) return fail(row.error());
  return *row ? find.text(0) : QString();
}

/// One import from its first row to its last.
class Run final {
 public:
  Run(const storage::Database& database, const Clock& clock, const QString& file, const ImportOptions& options)
      : m_database(database),
        m_clock(clock),
        m_file(file),
        m_options(options),
        m_rejects(options.rejectsFile.isEmpty() ? RejectsFile::pathBeside(file) : options.rejectsFile) {}

  Result<ImportReport> run(const ProfileImport::Progress& progress, const CancelToken& cancel);

 private:
  Result<> plan(CsvReader& reader, const CancelToken& cancel);
  [[nodiscard]] Result<> checkProperties(const std::vector<Property>& known) const;
  Result<> openTarget();
  Result<> readRows(CsvReader& reader, const ProfileImport::Progress& progress, const CancelToken& cancel);
  Result<> take(const CsvRecord& record);
  void note(const CsvRecord& record);
  void finishRejects();
  [[nodiscard]] Error withCount(Error error) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  const QString& m_file;
  const ImportOptions& m_options;
  RejectsFile m_rejects;
  ImportPlan m_plan;
  std::optional<PersonReader> m_people;
  std::unique_ptr<ProfileWriter> m_writer;
  std::unique_ptr<ProfileCounter> m_counter;
  ImportReport m_report;
};

Result<> Run::plan(CsvReader& reader, const CancelToken& cancel) {
  auto header = readHeader(reader);
  if (!header) return fail(header.error());
  auto mapping = mapHeader(*header, m_options.mapping);
  if (!mapping) return fail(mapping.error());
  auto known = PropertyRepository(m_database, m_clock).list();
  if (!known) return fail(known.error());
  HELIOGRAPH_TRY(settleTypes(*mapping, m_file, *known, -1, cancel));
  noteEncoding(reader, mapping->remarks);
  m_plan = planImport(*mapping, *known);
  HELIOGRAPH_TRY(checkProperties(*known));
  m_report.remarks = mapping->remarks;
  auto region = regionFor(m_database, m_options.region);
  if (!region) return fail(region.error());
  m_people.emplace(m_plan, region->toStdString(), m_options.zone);
  return {};
}

/// Looked at before the first is made, so that a file that doesn't fit leaves no properties behind.
Result<> Run::checkProperties(const std::vector<Property>& known) const {
  QStringList added;
  for (const PlannedProperty& planned : m_plan.properties) {
    if (findProperty(known, planned.name) == nullptr) added << planned.name;
  }
  return checkNewProperties(known, added);
}

Result<> Run::openTarget() {
  if (m_options.dryRun) {
    auto counter = ProfileCounter::open(m_database);
    if (!counter) return fail(counter.error());
    m_counter = std::move(*counter);
    return {};
  }
  const PropertyRepository properties(m_database, m_clock);
  for (PlannedProperty& planned : m_plan.properties) {
    auto property = properties.findOrCreate(planned.name, planned.type);
    if (!property) return fail(property.error());
    planned.id = property->id;
  }
  auto writer = ProfileWriter::open(m_database, m_plan, m_clock.now());
  if (!writer) return fail(writer.error());
  m_writer = std::move(*writer);
  return {};
}

void Run::note(const CsvRecord& record) {
  if (m_options.dryRun) return;
  for (const RowProblem& problem : m_people->problems()) m_rejects.add(record.row, problem);
}

Result<> Run::take(const CsvRecord& record) {
  ++m_report.read;
  const ImportedPerson* person = m_people->read(record);
  note(record);
  if (person == nullptr) {
    ++m_report.rejected;
    return {};
  }
  if (!m_people->problems().empty()) ++m_report.warned;
  auto added = m_writer ? m_writer->write(*person) : m_counter->count(person->identity);
  if (!added) return fail(added.error());
  ++(*added ? m_report.created : m_report.updated);
  return {};
}

Result<> Run::readRows(CsvReader& reader, const ProfileImport::Progress& progress, const CancelToken& cancel) {
  QElapsedTimer sinceProgress;
  sinceProgress.start();
  while (true) {
    auto record = reader.next();
    if (!record) return fail(record.error());
    if (*record == nullptr) break;
    HELIOGRAPH_TRY(take(**record));
    if (m_report.read % rowsBetweenLooks != 0) continue;
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("The import was cancelled."));
    if (progress && sinceProgress.elapsed() >= millisecondsBetweenProgress) {
      progress({m_report.read, reader.bytesRead(), reader.bytesTotal()});
      sinceProgress.restart();
    }
  }
  if (m_writer) HELIOGRAPH_TRY(m_writer->commit());
  if (progress) progress({m_report.read, reader.bytesTotal(), reader.bytesTotal()});
  return {};
}

void Run::finishRejects() {
  auto path = m_rejects.finish();
  if (path) {
    m_report.rejectsFile = *path;
  } else {
    m_report.remarks << path.error().message;
  }
}

Error Run::withCount(Error error) const {
  if (!m_options.dryRun && m_report.created + m_report.updated > 0) {
    error.message += QStringLiteral(" Part of the file is in the workspace; import the same file again to go on.");
  }
  return error;
}

Result<ImportReport> Run::run(const ProfileImport::Progress& progress, const CancelToken& cancel) {
  QElapsedTimer timer;
  timer.start();
  auto reader = CsvReader::open(m_file);
  if (!reader) return fail(reader.error());
  HELIOGRAPH_TRY(plan(*reader, cancel));
  HELIOGRAPH_TRY(openTarget());
  if (auto rows = readRows(*reader, progress, cancel); !rows) return fail(withCount(rows.error()));
  finishRejects();
  m_report.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  qCInfo(logAudience) << "import:" << m_report.read << "rows," << m_report.created << "created," << m_report.updated
                      << "updated," << m_report.rejected << "rejected";
  return m_report;
}

}  // namespace

Result<ImportReport> ProfileImport::run(const QString& file, const ImportOptions& options, const Progress& progress,
                                        const CancelToken& cancel) const {
  return Run(m_database, m_clock, file, options).run(progress, cancel);
}

}  // namespace heliograph::audience
