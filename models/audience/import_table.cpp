// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/import_table.h"

#include <algorithm>

#include "audience/cell_value.h"
#include "audience/csv_reader.h"
#include "audience/events/json_people.h"
#include "audience/spreadsheet_reader.h"

namespace heliograph::audience {
namespace {

constexpr std::size_t rowsAtTheHead = 12;

/// A text file as a source.
class CsvSource final : public RowSource {
 public:
  explicit CsvSource(CsvReader reader) : m_reader(std::move(reader)) {}

  [[nodiscard]] Result<const TableRow*> next() override { return m_reader.next(); }
  [[nodiscard]] TableFacts facts() const override {
    return {{}, QString(), QLatin1Char(m_reader.delimiter()), m_reader.encoding(), m_reader.isEncodingGuessed()};
  }
  [[nodiscard]] qint64 bytesRead() const override { return m_reader.bytesRead(); }
  [[nodiscard]] qint64 bytesTotal() const override { return m_reader.bytesTotal(); }

 private:
  CsvReader m_reader;
};

Result<std::unique_ptr<RowSource>> openSource(const QString& path, const TableOptions& options) {
  if (looksLikeSpreadsheet(path)) {
    auto reader = SpreadsheetReader::open(path, options.sheet);
    if (!reader) return fail(reader.error());
    return std::unique_ptr<RowSource>(std::move(*reader));
  }
  if (looksLikeJson(path)) {
    auto people = JsonPeople::open(path);
    if (!people) return fail(people.error());
    return std::unique_ptr<RowSource>(std::move(*people));
  }
  auto reader = CsvReader::open(path, options);
  if (!reader) return fail(reader.error());
  return std::make_unique<CsvSource>(std::move(*reader));
}

std::size_t filledCells(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !trimmedCell(cell).empty(); }));
}

tl::unexpected<Error> noHeader() {
  return fail(ErrorCode::InvalidInput, QStringLiteral("The first line isn't a header of column names."));
}

}  // namespace

QString columnLetters(qsizetype column) {
  QString letters;
  for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.prepend(QLatin1Char(static_cast<char>('A' + (rest - 1) % 26)));
  }
  return letters;
}

Result<ImportTable> ImportTable::open(const QString& path, const TableOptions& options) {
  auto source = openSource(path, options);
  if (!source) return fail(source.error());
  ImportTable table(std::move(*source));
  HELIOGRAPH_TRY(table.readHead());
  HELIOGRAPH_TRY(table.takeHeader(options));
  return table;
}

Result<> ImportTable::readHead() {
  while (m_first.size() < rowsAtTheHead) {
    auto row = m_source->next();
    if (!row) return fail(row.error());
    if (*row == nullptr) break;
    Kept kept;
    kept.row = **row;
    kept.row.fields.clear();
    HeadRow shown{kept.row.row, {}};
    for (const std::string_view field : (*row)->fields) {
      kept.cells.emplace_back(field);
      shown.cells << QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    }
    kept.devices = (*row)->devices;
    kept.consents = (*row)->consents;
    m_first.push_back(std::move(kept));
    m_head.push_back(std::move(shown));
  }
  return {};
}

/// The first row, unless only titles of one cell stand above a row of several.
std::size_t ImportTable::guessHeader() const {
  for (std::size_t i = 0; i < m_first.size(); ++i) {
    if (m_first[i].row.damage != TableRow::Damage::None) return 0;
    const auto& cells = m_first[i].cells;
    if (filledCells(cells) < 2) continue;
    const bool hasNumbers = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
      const std::string_view text = trimmedCell(cell);
      return !text.empty() && (text.find('@') != std::string_view::npos ||
                               text.find_first_not_of("0123456789+-. ()") == std::string_view::npos);
    });
    return hasNumbers ? 0 : i;
  }
  return 0;
}

Result<> ImportTable::takeHeader(const TableOptions& options) {
  if (m_first.empty()) return noHeader();
  const bool named = facts().namesFields;
  if (options.headerRow == 0 && !named) {
    countColumns();
    return {};
  }
  std::size_t header = named ? 0 : guessHeader();
  if (options.headerRow && !named) {
    const auto found = std::find_if(m_first.begin(), m_first.end(),
                                    [&options](const Kept& kept) { return kept.row.row == *options.headerRow; });
    if (found == m_first.end()) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("Row %1 can't name the columns: only one of the first %2 "
                                                          "filled rows can.")
                                               .arg(*options.headerRow)
                                               .arg(rowsAtTheHead));
    }
    header = static_cast<std::size_t>(found - m_first.begin());
  }
  HELIOGRAPH_TRY(nameColumns(m_first[header]));
  m_first.erase(m_first.begin(), m_first.begin() + static_cast<std::ptrdiff_t>(header) + 1);
  return {};
}

Result<> ImportTable::nameColumns(const Kept& kept) {
  if (kept.row.damage != TableRow::Damage::None) return noHeader();
  m_headerRow = kept.row.row;
  for (const std::string& cell : kept.cells) {
    if (!isUtf8(cell)) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("The file isn't UTF-8. Export it as “CSV UTF-8”, then import that."));
    }
    m_header << QString::fromStdString(cell).trimmed();
  }
  return {};
}

void ImportTable::countColumns() {
  std::size_t columns = 0;
  for (const Kept& kept : m_first) columns = std::max(columns, kept.cells.size());
  for (std::size_t i = 0; i < columns; ++i) {
    m_header << QStringLiteral("Column %1").arg(columnLetters(static_cast<qsizetype>(i)));
  }
}

Result<const TableRow*> ImportTable::next() {
  if (m_first.empty()) return m_source->next();
  m_given = std::move(m_first.front());
  m_first.pop_front();
  m_row = m_given.row;
  m_row.fields.assign(m_given.cells.begin(), m_given.cells.end());
  m_row.devices = m_given.devices;
  m_row.consents = m_given.consents;
  return &m_row;
}

}  // namespace heliograph::audience
