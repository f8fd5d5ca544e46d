// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/spreadsheet_reader.h"

#include <QFile>
#include <QFileInfo>

#include "audience/csv_reader.h"
#include "audience/ods_book.h"
#include "audience/xlsx_book.h"

namespace heliograph::audience {
namespace {

const QByteArray& zipMark() {
  static const QByteArray mark("PK\3\4", 4);
  return mark;
}

/// How compound files of old Office programs begin; encrypted new ones are wrapped in one, too.
const QByteArray& compoundMark() {
  static const QByteArray mark = QByteArray::fromHex("d0cf11e0a1b11ae1");
  return mark;
}

QByteArray beginningOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.read(8) : QByteArray();
}

tl::unexpected<Error> unreadable(const QString& path, const QString& what) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” %2").arg(QFileInfo(path).fileName(), what));
}

bool contains(QFile& file, const QByteArray& needle) {
  static constexpr qint64 piece = qint64{1} << 20;
  static constexpr int pieces = 256;
  QByteArray bytes;
  for (int i = 0; i < pieces; ++i) {
    bytes = bytes.right(needle.size()) + file.read(piece);
    if (bytes.contains(needle)) return true;
    if (file.atEnd()) break;
  }
  return false;
}

/// Why a compound file isn't read.
tl::unexpected<Error> refuseCompound(const QString& path) {
  QFile file(path);
  const QByteArray name = QByteArray::fromHex("45006e00630072007900700074006500640050006100");  // "EncryptedPa"
  if (file.open(QIODevice::ReadOnly) && contains(file, name)) {
    return unreadable(path, QStringLiteral("is protected by a password. Open it in its own program, save it without "
                                           "one, then import that."));
  }
  return unreadable(path, QStringLiteral("is in the old format of Excel. Open it in a spreadsheet program and save it "
                                         "as .xlsx or .ods, then import that."));
}

Result<std::unique_ptr<SpreadsheetBook>> openBook(const QString& path) {
  if (beginningOf(path).startsWith(compoundMark())) return refuseCompound(path);
  auto archive = ZipArchive::open(path);
  if (!archive) return fail(archive.error());
  if (XlsxBook::isOne(*archive)) return XlsxBook::open(std::move(*archive));
  if (OdsBook::isOne(*archive)) return OdsBook::open(std::move(*archive));
  if (archive->find("xl/workbook.bin") != nullptr) {
    return unreadable(path, QStringLiteral("is in Excel's binary format. Save it as .xlsx, then import that."));
  }
  return unreadable(path, QStringLiteral("isn't a spreadsheet that can be read. Save it as .xlsx, .ods or CSV, then "
                                         "import that."));
}

}  // namespace

bool looksLikeSpreadsheet(const QString& path) {
  const QByteArray beginning = beginningOf(path);
  return beginning.startsWith(zipMark()) || beginning.startsWith(compoundMark());
}

Result<std::unique_ptr<SpreadsheetReader>> SpreadsheetReader::open(const QString& path, const QString& sheet) {
  auto book = openBook(path);
  if (!book) return fail(book.error());
  std::unique_ptr<SpreadsheetReader> reader(new SpreadsheetReader(std::move(*book)));
  const QStringList names = reader->m_book->sheets();
  if (!sheet.isEmpty() && !names.contains(sheet)) {
    return fail(
        ErrorCode::NotFound,
        QStringLiteral("There is no sheet “%1”. The file has: %2.").arg(sheet, names.join(QStringLiteral(", "))));
  }
  for (qsizetype i = 0; i < names.size(); ++i) {
    if (!sheet.isEmpty() && names[i] != sheet) continue;
    auto filled = reader->enter(i);
    if (!filled) return fail(filled.error());
    if (!*filled) continue;
    // The row that was looked at is read again.
    reader->m_rows = std::move(*reader->m_book->rows(i));
    return reader;
  }
  return unreadable(path, sheet.isEmpty() ? QStringLiteral("has no filled cells.")
                                          : QStringLiteral("has no filled cells on the sheet “%1”.").arg(sheet));
}

/// Begins a sheet; whether a cell of it is filled.
Result<bool> SpreadsheetReader::enter(qsizetype sheet) {
  auto rows = m_book->rows(sheet);
  if (!rows) return fail(rows.error());
  m_rows = std::move(*rows);
  m_sheet = sheet;
  return m_rows->next(m_cells);
}

Result<const TableRow*> SpreadsheetReader::next() {
  auto more = m_rows->next(m_cells);
  if (!more) return fail(more.error());
  if (!*more) return nullptr;
  m_row.row = m_cells.number;
  m_row.ragged = true;
  m_row.damage = m_cells.bytes() > CsvReader::longestRecord ? TableRow::Damage::TooLong : TableRow::Damage::None;
  m_cells.view(m_row.fields);
  return &m_row;
}

TableFacts SpreadsheetReader::facts() const {
  TableFacts facts;
  facts.sheets = m_book->sheets();
  facts.sheet = facts.sheets.value(m_sheet);
  return facts;
}

}  // namespace heliograph::audience
