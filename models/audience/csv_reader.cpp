// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/csv_reader.h"

#include <QFile>
#include <QStringDecoder>
#include <algorithm>
#include <string>

#include "audience/csv_dialect.h"
#include "audience/csv_scanner.h"
#include "audience/windows_1252.h"

namespace heliograph::audience {

struct CsvReader::State {
  QFile file;
  qint64 bytesTotal = 0;
  QStringConverter::Encoding encoding = QStringConverter::Utf8;
  QStringDecoder decoder;
  bool windows1252 = false;
  bool guessed = false;  ///< that it is Windows-1252
  char delimiter = ',';
  std::string buffer;
  std::size_t position = 0;
  bool atEnd = false;
  std::vector<CsvField> fields;
  TableRow record;
  qint64 row = 0;

  Result<> refill();
  void takeEncoding(const QString& wanted);
  CsvScan scan() { return scanCsvRecord(buffer, position, atEnd, delimiter, fields); }
  TableRow::Damage damageOf(CsvScan scanned);
  Result<> skipLine();
  /// A line without anything, or with delimiters only, as spreadsheets export rows that were cleared.
  [[nodiscard]] bool isBlank() const {
    return std::all_of(fields.begin(), fields.end(), [](const CsvField& field) { return field.begin == field.end; });
  }
};

/// The encoding of a file without a mark: as wanted, else by its bytes.
void CsvReader::State::takeEncoding(const QString& wanted) {
  static const QList<QPair<QString, QStringConverter::Encoding>> known{
      {QStringLiteral("UTF-8"), QStringConverter::Utf8},
      {QStringLiteral("UTF-16 LE"), QStringConverter::Utf16LE},
      {QStringLiteral("UTF-16 BE"), QStringConverter::Utf16BE}};
  for (const auto& [name, value] : known) {
    if (name != wanted) continue;
    encoding = value;
    return;
  }
  guessed = wanted.isEmpty() && looksLikeWindows1252(file);
  windows1252 = guessed || wanted == QLatin1String("Windows-1252");
  file.seek(0);
}

/// Throws away what was read and adds the next piece of the file, as UTF-8.
Result<> CsvReader::State::refill() {
  static constexpr qint64 piece = qint64{1} << 20;
  buffer.erase(0, position);
  position = 0;
  const QByteArray bytes = file.read(piece);
  if (bytes.isEmpty() && file.error() != QFileDevice::NoError) {
    return fail(ErrorCode::Io,
                QStringLiteral("Reading “%1” failed. Check the disk, then try again.").arg(file.fileName()),
                file.errorString());
  }
  atEnd = bytes.isEmpty();
  if (windows1252) {
    appendWindows1252(buffer, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
  } else if (encoding == QStringConverter::Utf8) {
    buffer.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
  } else {
    const QString text = decoder.decode(bytes);
    buffer += text.toStdString();
  }
  return {};
}

/// Leaves the line at the position out, so that a stray quote costs one line and not the rest of the file.
Result<> CsvReader::State::skipLine() {
  std::size_t end = buffer.find_first_of("\r\n", position);
  while (end == std::string::npos && !atEnd) {
    position = buffer.size();
    HELIOGRAPH_TRY(refill());
    end = buffer.find_first_of("\r\n", position);
  }
  position = end == std::string::npos ? buffer.size() : end + 1;
  if (end != std::string::npos && buffer[end] == '\r' && position < buffer.size() && buffer[position] == '\n')
    ++position;
  return {};
}

CsvReader::CsvReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;

Result<CsvReader> CsvReader::open(const QString& path, const TableOptions& options) {
  auto state = std::make_unique<State>();
  state->file.setFileName(path);
  if (!state->file.exists()) return fail(ErrorCode::NotFound, QStringLiteral("There is no file “%1”.").arg(path));
  if (!state->file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io, QStringLiteral("“%1” can't be read. Check that you may read it.").arg(path),
                state->file.errorString());
  }
  state->bytesTotal = state->file.size();
  const QByteArray beginning = state->file.peek(4);
  int mark = 0;
  state->encoding = csvEncoding({beginning.constData(), static_cast<std::size_t>(beginning.size())}, mark);
  if (mark == 0) state->takeEncoding(options.encoding);
  state->file.skip(mark);
  state->decoder = QStringDecoder(state->encoding);
  HELIOGRAPH_TRY(state->refill());
  if (state->buffer.find_first_not_of(" \t\r\n") == std::string::npos) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is empty.").arg(path));
  }
  if (state->buffer.find('\0') != std::string::npos) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” isn't a CSV file (perhaps a spreadsheet's own format). "
                                                        "Export it as CSV in UTF-8, then import that.")
                                             .arg(path));
  }
  state->delimiter = options.delimiter.isNull() ? csvDelimiter(state->buffer) : options.delimiter.toLatin1();
  state->position = csvSeparatorLine(state->buffer);
  return CsvReader(std::move(state));
}

/// Why a record couldn't be read to its end.
TableRow::Damage CsvReader::State::damageOf(CsvScan scanned) {
  if (scanned == CsvScan::Record) return TableRow::Damage::None;
  std::size_t behind = position;
  const bool isWhole = scanCsvRecord(buffer, behind, true, delimiter, fields) == CsvScan::Record;
  return isWhole ? TableRow::Damage::TooLong : TableRow::Damage::OpenQuote;
}

Result<const TableRow*> CsvReader::next() {
  State& s = *m_state;
  while (true) {
    if (s.position == s.buffer.size()) {
      if (!s.atEnd) HELIOGRAPH_TRY(s.refill());
      if (s.position == s.buffer.size()) return nullptr;
    }
    CsvScan scanned = s.scan();
    while (scanned == CsvScan::NeedMore && s.buffer.size() - s.position <= longestRecord) {
      HELIOGRAPH_TRY(s.refill());
      scanned = s.scan();
    }
    ++s.row;
    s.record = {s.row, std::move(s.record.fields), s.damageOf(scanned), false, {}, {}};
    s.record.fields.clear();
    if (s.record.damage != TableRow::Damage::None) {
      HELIOGRAPH_TRY(s.skipLine());
      return &s.record;
    }
    if (s.isBlank()) continue;
    for (const CsvField& field : s.fields) s.record.fields.push_back(takeCsvValue(s.buffer, field));
    return &s.record;
  }
}

char CsvReader::delimiter() const {
  return m_state->delimiter;
}
bool CsvReader::isEncodingGuessed() const {
  return m_state->guessed;
}
QString CsvReader::encoding() const {
  if (m_state->windows1252) return QStringLiteral("Windows-1252");
  switch (m_state->encoding) {
    case QStringConverter::Utf16LE:
      return QStringLiteral("UTF-16 LE");
    case QStringConverter::Utf16BE:
      return QStringLiteral("UTF-16 BE");
    default:
      return QStringLiteral("UTF-8");
  }
}
qint64 CsvReader::bytesRead() const {
  return m_state->file.pos();
}
qint64 CsvReader::bytesTotal() const {
  return m_state->bytesTotal;
}

}  // namespace heliograph::audience
