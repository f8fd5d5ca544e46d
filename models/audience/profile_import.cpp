// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/profile_import.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <optional>
#include <thread>

#include "audience/address_hasher.h"
#include "audience/events/hand_over.h"
#include "audience/events/import_position.h"
#include "audience/person_batch.h"
#include "audience/person_reader.h"
#include "audience/profile_counter.h"
#include "audience/profile_writer.h"
#include "audience/property_repository.h"
#include "audience/rejects_file.h"
#include "core/logging.h"
#include "phone/phone_number.h"

namespace heliograph::audience {
namespace {

constexpr qint64 peopleABatch = 5000;
constexpr std::size_t peopleBatchesUnderWay = 4;
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
  [[nodiscard]] QByteArray howItIsRead() const;
  Result<> readRows(ImportTable& table, const ProfileImport::Progress& progress, const CancelToken& cancel);
  Result<> handOver(ImportTable& table);
  Result<bool> fill(ImportTable& table, PersonBatch& batch);
  void read(const TableRow& record, PersonBatch& batch);
  void note(const TableRow& record);
  Result<> take(const PersonBatch& batch);
  Result<> take(const PersonBatch::Row& row);
  Result<ImportEffect> put(const PersonBatch::Row& row);
  Result<> commit(qint64 records, bool done);
  void finishRejects();
  [[nodiscard]] Error withCount(Error error) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  const QString& m_file;
  const ImportOptions& m_options;
  RejectsFile m_rejects;
  ImportPlan m_plan;
  std::optional<PersonReader> m_people;
  std::optional<AddressHasher> m_hasher;
  std::unique_ptr<ProfileWriter> m_writer;
  std::unique_ptr<ProfileCounter> m_counter;
  HandOver<PersonBatch> m_batches{peopleBatchesUnderWay};
  // Of the thread that reads, until it is over.
  ImportTally m_tally;
  qint64 m_records = 0;
  std::optional<Error> m_readError;
  // Of the calling thread.
  CountedRows m_optedOut;
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
  auto hasher = AddressHasher::load(m_database);
  if (!hasher) return fail(hasher.error());
  m_hasher = std::move(*hasher);
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
  auto fingerprint = importFingerprint(m_file, howItIsRead());
  if (!fingerprint) return fail(fingerprint.error());
  auto writer = ProfileWriter::open(m_database, m_plan, m_clock.now(), *fingerprint);
  if (!writer) return fail(writer.error());
  m_writer = std::move(*writer);
  const ImportPosition& earlier = m_writer->earlier();
  if (earlier.records == 0) return {};
  m_report.resumedAt = earlier.records;
  m_report.created = earlier.counts[QLatin1String("created")].toInteger();
  m_report.updated = earlier.counts[QLatin1String("updated")].toInteger();
  m_report.unchanged = earlier.counts[QLatin1String("unchanged")].toInteger();
  m_report.remarks << QStringLiteral(
                          "An earlier import of this file was broken off after %1 rows; this one went on from "
                          "there.")
                          .arg(earlier.records);
  return {};
}

/// What the people of the file depend on beside its bytes.
QByteArray Run::howItIsRead() const {
  QStringList parts{QStringLiteral("people"),
                    m_options.table.sheet,
                    QString(m_options.table.delimiter),
                    m_options.table.encoding,
                    QString::number(m_options.table.headerRow.value_or(-1)),
                    m_options.region,
                    QString::number(m_options.repairs.toInt()),
                    QString::fromLatin1(m_options.zone.id())};
  for (const MappedColumn& column : m_options.mapping) {
    parts << column.column << QString::number(static_cast<int>(column.use)) << column.property << column.dateFormat
          << (column.type ? propertyTypeName(*column.type) : QString()) << QString::number(column.index);
  }
  return parts.join(QChar(u'\x1f')).toUtf8();
}

void Run::note(const TableRow& record) {
  m_tally.phone(record.row, m_people->phoneText(), m_people->phoneReading());
  for (const RowProblem& problem : m_people->problems()) {
    m_tally.problem(record.row, problem);
    if (!m_options.dryRun) m_rejects.add(record.row, problem);
  }
}

/// On the reading thread: one row, with texts that live as long as the batch.
void Run::read(const TableRow& record, PersonBatch& batch) {
  ++m_records;
  const ImportedPerson* person = m_people->read(record);
  note(record);
  if (person == nullptr) {
    ++batch.rejected;
    return;
  }
  if (!m_people->problems().empty()) ++batch.warned;
  PersonBatch::Row& row = batch.add();
  row.record = m_records;
  row.row = record.row;
  row.person = *person;
  row.person.identity = batch.texts.keep(person->identity);
  row.person.timeZone = batch.texts.keep(person->timeZone);
  for (StoredValue& value : row.person.values) {
    if (auto* text = std::get_if<std::string_view>(&value)) *text = batch.texts.keep(*text);
  }
  const std::string_view number = phone::isSendable(person->phoneState) ? std::string_view(person->phone) : "";
  row.person.addressHash = number.empty() ? number : batch.texts.keep(m_hasher->hash(number).toStdString());
  row.repeated = m_tally.person(record.row, person->identity, number);
}

Result<bool> Run::fill(ImportTable& table, PersonBatch& batch) {
  batch.clear();
  const qint64 before = m_records;
  while (m_records - before < peopleABatch) {
    auto record = table.next();
    if (!record) return fail(record.error());
    if (*record == nullptr) break;
    read(**record, batch);
  }
  batch.records = m_records;
  batch.bytesRead = table.bytesRead();
  return m_records > before;
}

/// What the reading thread does.
Result<> Run::handOver(ImportTable& table) {
  while (auto batch = m_batches.empty()) {
    auto some = fill(table, *batch);
    if (!some) return fail(some.error());
    if (!*some) break;
    m_batches.giveFull(std::move(batch));
  }
  return {};
}

/// What became of a person, or would become.
Result<ImportEffect> Run::put(const PersonBatch::Row& row) {
  if (m_writer) return m_writer->write(row.person);
  auto answer = m_counter->count(row.person);
  if (!answer) return fail(answer.error());
  if (answer->optedOut) m_optedOut.add(row.row);
  return answer->effect;
}

Result<> Run::take(const PersonBatch::Row& row) {
  auto effect = put(row);
  if (!effect) return fail(effect.error());
  ++(*effect == ImportEffect::Added && !row.repeated ? m_report.created : m_report.updated);
  if (*effect == ImportEffect::Same && !row.repeated) ++m_report.unchanged;
  return {};
}

Result<> Run::take(const PersonBatch& batch) {
  m_report.read = batch.records;
  m_report.rejected += batch.rejected;
  m_report.warned += batch.warned;
  for (const PersonBatch::Row& row : batch) {
    // What an import that was broken off has written already is only looked at.
    if (row.record > m_report.resumedAt) HELIOGRAPH_TRY(take(row));
  }
  return m_writer && m_writer->isDue() ? commit(batch.records, false) : Result<>();
}

Result<> Run::commit(qint64 records, bool done) {
  if (!m_writer) return {};
  ImportPosition position{records, {}, done};
  position.counts = {{QStringLiteral("created"), m_report.created},
                     {QStringLiteral("updated"), m_report.updated},
                     {QStringLiteral("unchanged"), m_report.unchanged}};
  return m_writer->commit(position);
}

Result<> Run::readRows(ImportTable& table, const ProfileImport::Progress& progress, const CancelToken& cancel) {
  std::thread reader([this, &table] {
    if (auto read = handOver(table); !read) m_readError = read.error();
    m_batches.end();
  });
  const auto join = qScopeGuard([&] {
    m_batches.close();
    reader.join();
  });
  QElapsedTimer sinceProgress;
  sinceProgress.start();
  const qint64 total = table.bytesTotal();
  while (auto batch = m_batches.full()) {
    HELIOGRAPH_TRY(take(*batch));
    const qint64 bytes = batch->bytesRead;
    m_batches.giveEmpty(std::move(batch));
    if (cancel.isCancelled()) {
      if (m_report.read > m_report.resumedAt) HELIOGRAPH_TRY(commit(m_report.read, false));
      return fail(ErrorCode::Cancelled, QStringLiteral("The import was cancelled."));
    }
    if (progress && sinceProgress.elapsed() >= millisecondsBetweenProgress) {
      progress({m_report.read, bytes, total});
      sinceProgress.restart();
    }
  }
  if (m_readError) return fail(*m_readError);
  HELIOGRAPH_TRY(commit(m_report.read, true));
  if (progress) progress({m_report.read, total, total});
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
  m_report.findings.optedOut = m_optedOut;
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
