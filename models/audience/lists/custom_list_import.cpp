// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/lists/custom_list_import.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <memory>
#include <vector>

#include "audience/cell_value.h"
#include "audience/csv_writer.h"
#include "audience/display_name.h"
#include "audience/import_table.h"
#include "audience/lists/custom_list_repository.h"
#include "storage/native_connection.h"

namespace heliograph::audience {
namespace {

using storage::NativeConnection;
using storage::NativeStatement;

constexpr qint64 rowsBetweenListLooks = 4096;

/// Where a list's file has what.
struct ListColumns {
  int type = -1;
  int identity = -1;
};

int listColumnNamed(const QStringList& header, const QString& plain) {
  for (qsizetype i = 0; i < header.size(); ++i) {
    if (plainName(header[i]) == plain) return static_cast<int>(i);
  }
  return -1;
}

Result<ListColumns> findListColumns(const QStringList& header, const QString& wanted) {
  if (!wanted.isEmpty()) {
    const qsizetype at = header.indexOf(wanted);
    if (at >= 0) return ListColumns{-1, static_cast<int>(at)};
    return fail(ErrorCode::InvalidInput, QStringLiteral("The file has no column “%1”. It has the columns %2.")
                                             .arg(wanted, header.join(QStringLiteral(", "))));
  }
  const int identity = listColumnNamed(header, QStringLiteral("identity"));
  if (identity >= 0) return ListColumns{listColumnNamed(header, QStringLiteral("type")), identity};
  if (header.size() == 1) return ListColumns{-1, 0};
  for (const QString& name :
       {QStringLiteral("userid"), QStringLiteral("customerid"), QStringLiteral("contactid"), QStringLiteral("memberid"),
        QStringLiteral("id"), QStringLiteral("email"), QStringLiteral("phone")}) {
    if (const int at = listColumnNamed(header, name); at >= 0) return ListColumns{-1, at};
  }
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("No column has the identities: name one. The file has the columns "
                             "%1.")
                  .arg(header.join(QStringLiteral(", "))));
}

/// A file of nothing but identities has no row that names its only column.
Result<ImportTable> openListTable(const QString& file, const ListImportOptions& options) {
  auto table = ImportTable::open(file, options.table);
  if (!table || options.table.headerRow || table->header().size() != 1 || !options.column.isEmpty()) return table;
  static const QStringList names{QStringLiteral("identity"),   QStringLiteral("identities"), QStringLiteral("userid"),
                                 QStringLiteral("customerid"), QStringLiteral("contactid"),  QStringLiteral("memberid"),
                                 QStringLiteral("id"),         QStringLiteral("email")};
  if (names.contains(plainName(table->header().front()))) return table;
  TableOptions withoutNames = options.table;
  withoutNames.headerRow = 0;
  return ImportTable::open(file, withoutNames);
}

/// Rows that lead to nobody, in a file that is written whole or not at all.
class UnknownFile final {
 public:
  explicit UnknownFile(QString path) : m_path(std::move(path)) {}

  void add(qint64 row, std::string_view identity, const QString& reason) {
    if (!m_file) {
      m_file = std::make_unique<QSaveFile>(m_path);
      if (m_file->open(QIODevice::WriteOnly)) {
        m_file->write(csvLine({QStringLiteral("row"), QStringLiteral("identity"), QStringLiteral("reason")}));
      }
    }
    if (!m_file->isOpen()) return;
    m_file->write(csvLine(
        {QString::number(row), QString::fromUtf8(identity.data(), static_cast<qsizetype>(identity.size())), reason}));
  }
  /// The path; empty if there was nothing, or an error.
  Result<QString> finish() {
    if (!m_file) return QString();
    if (m_file->isOpen() && m_file->commit()) return m_path;
    return fail(ErrorCode::Io, QStringLiteral("The unknown identities could not be written to “%1”.").arg(m_path),
                m_file->errorString());
  }

 private:
  QString m_path;
  std::unique_ptr<QSaveFile> m_file;
};

/// One file from its first row to its last.
class ListRun final {
 public:
  ListRun(const storage::Database& database, NativeConnection connection, ListColumns columns,
          const QString& unknownFile)
      : m_database(database), m_connection(std::move(connection)), m_columns(columns), m_unknown(unknownFile) {}

  Result<> readAll(ImportTable& table, const CancelToken& cancel);
  Result<ListImportReport> finish(const QString& name, const Clock& clock);

 private:
  Result<> prepare();
  Result<> take(const TableRow& row);
  void leaveOut(const TableRow& row, std::string_view identity, const QString& reason);
  [[nodiscard]] Result<std::int64_t> find(NativeStatement& statement, std::string_view text);

  const storage::Database& m_database;
  NativeConnection m_connection;
  ListColumns m_columns;
  UnknownFile m_unknown;
  std::unique_ptr<NativeStatement> m_byIdentity;
  std::unique_ptr<NativeStatement> m_byDevice;
  std::vector<ProfileId> m_people;
  ListImportReport m_report;
};

Result<> ListRun::prepare() {
  auto byIdentity = m_connection.prepare(QStringLiteral("SELECT id FROM profile WHERE identity = ?"));
  if (!byIdentity) return fail(byIdentity.error());
  m_byIdentity = std::make_unique<NativeStatement>(std::move(*byIdentity));
  auto byDevice = m_connection.prepare(QStringLiteral("SELECT profile_id FROM device WHERE key = ?"));
  if (!byDevice) return fail(byDevice.error());
  m_byDevice = std::make_unique<NativeStatement>(std::move(*byDevice));
  return {};
}

/// The person, or 0.
Result<std::int64_t> ListRun::find(NativeStatement& statement, std::string_view text) {
  statement.bindText(1, text);
  auto row = statement.step();
  if (!row) return fail(row.error());
  if (!*row) return 0;
  const std::int64_t person = statement.integer(0);
  statement.reset();
  return person;
}

void ListRun::leaveOut(const TableRow& row, std::string_view identity, const QString& reason) {
  ++m_report.rejected;
  m_unknown.add(row.row, isUtf8(identity) ? identity : std::string_view(), reason);
}

Result<> ListRun::take(const TableRow& row) {
  ++m_report.read;
  const auto cell = [&row](int column) {
    const auto index = static_cast<std::size_t>(column);
    return column >= 0 && index < row.fields.size() ? trimmedCell(row.fields[index]) : std::string_view();
  };
  const std::string_view identity = cell(m_columns.identity);
  const std::string_view type = m_columns.type < 0 ? std::string_view("i") : cell(m_columns.type);
  if (row.damage != TableRow::Damage::None || identity.empty() || !isUtf8(identity)) {
    leaveOut(row, identity, QStringLiteral("there is no identity that can be read"));
    return {};
  }
  const bool byDevice = type == "g" || type == "G";
  if (!byDevice && type != "i" && type != "I") {
    leaveOut(row, identity, QStringLiteral("the type is neither i nor g"));
    return {};
  }
  auto person = find(byDevice ? *m_byDevice : *m_byIdentity, identity);
  // Programs that know no other id use that of the device as the identity.
  if (person && *person == 0 && byDevice) person = find(*m_byIdentity, identity);
  if (!person) return fail(person.error());
  if (*person == 0) {
    ++m_report.unknown;
    m_unknown.add(row.row, identity, QStringLiteral("nobody has it"));
  } else {
    m_people.push_back(ProfileId{*person});
  }
  return {};
}

Result<> ListRun::readAll(ImportTable& table, const CancelToken& cancel) {
  HELIOGRAPH_TRY(prepare());
  while (true) {
    auto row = table.next();
    if (!row) return fail(row.error());
    if (*row == nullptr) return {};
    HELIOGRAPH_TRY(take(**row));
    if (m_report.read % rowsBetweenListLooks == 0 && cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled. The list is as it was."));
    }
  }
}

Result<ListImportReport> ListRun::finish(const QString& name, const Clock& clock) {
  const auto given = m_people.size();
  std::sort(m_people.begin(), m_people.end());
  m_people.erase(std::unique(m_people.begin(), m_people.end()), m_people.end());
  m_report.members = static_cast<qint64>(m_people.size());
  m_report.duplicates = static_cast<qint64>(given - m_people.size());
  auto unknown = m_unknown.finish();
  if (unknown) m_report.unknownFile = *unknown;
  if (!unknown) m_report.remarks << unknown.error().message;
  if (m_people.empty()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("Nobody in the workspace has one of the %1 identities, so that no list was made or "
                               "changed. Check that the right column was taken.")
                    .arg(m_report.read));
  }
  const CustomListRepository lists(m_database, clock);
  m_report.replaced = lists.find(name).has_value();
  auto list = lists.replace(name, m_people);
  if (!list) return fail(list.error());
  return std::move(m_report);
}

}  // namespace

Result<ListImportReport> CustomListImport::run(const QString& name, const QString& file,
                                               const ListImportOptions& options, const CancelToken& cancel) const {
  QElapsedTimer timer;
  timer.start();
  if (name.trimmed().isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("Give the list a name."));
  auto table = openListTable(file, options);
  if (!table) return fail(table.error());
  auto columns = findListColumns(table->header(), options.column);
  if (!columns) return fail(columns.error());
  auto connection = NativeConnection::open(m_database, NativeConnection::Mode::Read);
  if (!connection) return fail(connection.error());
  const QFileInfo source(file);
  const QString beside = source.dir().filePath(source.completeBaseName() + QStringLiteral(".unknown.csv"));
  ListRun run(m_database, std::move(*connection), *columns,
              options.unknownFile.isEmpty() ? beside : options.unknownFile);
  HELIOGRAPH_TRY(run.readAll(*table, cancel));
  auto report = run.finish(name, m_clock);
  if (report) report->seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  return report;
}

}  // namespace heliograph::audience
