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

namespace heliograph::audience {
namespace {

constexpr qint64 rowsBetweenCancelLooks = 1024;
constexpr qint64 millisecondsBetweenProgress = 100;

Result<QString> regionFor(const storage::Database& database, const QString& wanted) {
  if (!wanted.isEmpty() && !phone::isKnownRegion(wanted)) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("“%1” is no region. Use two letters, such as IN, DE or US.").arg(wanted));
  }
  return wanted.isEmpty() ? defaultRegion(database) : wanted;
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
  Result<> plan(const ImportTable& table, const CancelToken& cancel);
  [[nodiscard]] Result<> checkProperties(const std::vector<Property>& known) const;
  Result<> openTarget();
  Result<> readRows(ImportTable& table, const ProfileImport::Progress& progress, const CancelToken& cancel);
  Result<> take(const TableRow& record);
  void note(const TableRow& record);
  Result<ImportEffect> put(const TableRow& record, const ImportedPerson& person);
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
  ImportTally m_tally;
  ImportReport m_report;
};

Result<> Run::plan(const ImportTable& table, const CancelToken& cancel) {
  auto mapping = mapHeader(table.header(), m_options.mapping);
  if (!mapping) return fail(mapping.error());
  auto known = PropertyRepository(m_database, m_clock).list();
  if (!known) return fail(known.error());
  HELIOGRAPH_TRY(settleTypes(*mapping, m_file, m_options.table, *known, -1, cancel));
  noteEncoding(table.facts(), mapping->remarks);
  m_plan = planImport(*mapping, *known);
  HELIOGRAPH_TRY(checkProperties(*known));
  m_report.remarks = mapping->remarks;
  auto region = regionFor(m_database, m_options.region);
  if (!region) return fail(region.error());
  m_people.emplace(m_plan, region->toStdString(), m_options.zone, m_options.repairs);
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
    auto counter = ProfileCounter::open(m_database, m_plan);
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

void Run::note(const TableRow& record) {
  m_tally.phone(record.row, m_people->phoneText(), m_people->phoneReading());
  for (const RowProblem& problem : m_people->problems()) {
    m_tally.problem(record.row, problem);
    if (!m_options.dryRun) m_rejects.add(record.row, problem);
  }
}

/// What became of a person, or would become.
Result<ImportEffect> Run::put(const TableRow& record, const ImportedPerson& person) {
  if (m_writer) return m_writer->write(person);
  auto answer = m_counter->count(person);
  if (!answer) return fail(answer.error());
  if (answer->optedOut) m_tally.optedOut(record.row);
  return answer->effect;
}

Result<> Run::take(const TableRow& record) {
  ++m_report.read;
  const ImportedPerson* person = m_people->read(record);
  note(record);
  if (person == nullptr) {
    ++m_report.rejected;
    return {};
  }
  if (!m_people->problems().empty()) ++m_report.warned;
  auto effect = put(record, *person);
  if (!effect) return fail(effect.error());
  const std::string_view number = phone::isSendable(person->phoneState) ? std::string_view(person->phone) : "";
  const bool repeated = m_tally.person(record.row, person->identity, number);
  ++(*effect == ImportEffect::Added && !repeated ? m_report.created : m_report.updated);
  if (*effect == ImportEffect::Same && !repeated) ++m_report.unchanged;
  return {};
}

Result<> Run::readRows(ImportTable& table, const ProfileImport::Progress& progress, const CancelToken& cancel) {
  QElapsedTimer sinceProgress;
  sinceProgress.start();
  while (true) {
    auto record = table.next();
    if (!record) return fail(record.error());
    if (*record == nullptr) break;
    HELIOGRAPH_TRY(take(**record));
    if (m_report.read % rowsBetweenCancelLooks != 0) continue;
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("The import was cancelled."));
    if (progress && sinceProgress.elapsed() >= millisecondsBetweenProgress) {
      progress({m_report.read, table.bytesRead(), table.bytesTotal()});
      sinceProgress.restart();
    }
  }
  if (m_writer) HELIOGRAPH_TRY(m_writer->commit());
  if (progress) progress({m_report.read, table.bytesTotal(), table.bytesTotal()});
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
  auto table = ImportTable::open(m_file, m_options.table);
  if (!table) return fail(table.error());
  HELIOGRAPH_TRY(plan(*table, cancel));
  HELIOGRAPH_TRY(openTarget());
  if (auto rows = readRows(*table, progress, cancel); !rows) return fail(withCount(rows.error()));
  finishRejects();
  m_report.findings = m_tally.finish();
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
