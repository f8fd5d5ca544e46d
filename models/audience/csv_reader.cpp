// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/csv_reader.h"

#include <algorithm>

#include "audience/csv_dialect.h"
#include "audience/csv_scanner.h"
#include "audience/text_window.h"

namespace heliograph::audience {

struct CsvReader::State : TextWindow {
  char delimiter = ',';
  std::vector<CsvField> fields;
  TableRow record;
  qint64 row = 0;

  CsvScan scan() { return scanCsvRecord(buffer, position, atEnd, delimiter, fields); }
  TableRow::Damage damageOf(CsvScan scanned);
  Result<> skipLine();
  /// A line without anything, or with delimiters only, as spreadsheets export rows that were cleared.
  [[nodiscard]] bool isBlank() const {
    return std::all_of(fields.begin(), fields.end(), [](const CsvField& field) { return field.begin == field.end; });
  }
};

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
  HELIOGRAPH_TRY(state->open(path));
  if (!state->hasMark()) state->takeEncoding(options.encoding);
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
  return m_state->isEncodingGuessed();
}
QString CsvReader::encoding() const {
  return m_state->encodingName();
}
qint64 CsvReader::bytesRead() const {
  return m_state->bytesRead();
}
qint64 CsvReader::bytesTotal() const {
  return m_state->bytesTotal();
}

}  // namespace heliograph::audience
