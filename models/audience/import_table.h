// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "audience/row_source.h"
#include "core/result.h"

namespace heliograph::audience {

/// One of a table's first rows.
struct HeadRow {
  qint64 row = 0;
  QStringList cells;
};

/// A table, whatever kind of file it is in: its columns' names and the rows below them.
class ImportTable final {
 public:
  /// Opens a text file (CSV, TSV), an Excel workbook, an OpenDocument spreadsheet or people in JSON, told by what is in
  /// it. The header
  /// is the first row; titles of one cell above a wider one are passed over. Errors: NotFound, Io, InvalidInput.
  [[nodiscard]] static Result<ImportTable> open(const QString& path, const TableOptions& options = {});

  /// The columns' names; "Column A" and so on if there is no row of names.
  [[nodiscard]] const QStringList& header() const { return m_header; }
  /// The row they stand in; 0 if none.
  [[nodiscard]] qint64 headerRow() const { return m_headerRow; }
  /// Up to 12 rows from the table's beginning, the header and what is above it included.
  [[nodiscard]] const std::vector<HeadRow>& head() const { return m_head; }
  [[nodiscard]] TableFacts facts() const { return m_source->facts(); }

  /// The next row below the header, or nullptr at the end.
  [[nodiscard]] Result<const TableRow*> next();
  [[nodiscard]] qint64 bytesRead() const { return m_source->bytesRead(); }
  [[nodiscard]] qint64 bytesTotal() const { return m_source->bytesTotal(); }

 private:
  struct Kept {
    TableRow row;
    std::vector<std::string> cells;
    std::string devices;
    std::string consents;
  };

  explicit ImportTable(std::unique_ptr<RowSource> source) : m_source(std::move(source)) {}
  Result<> readHead();
  Result<> takeHeader(const TableOptions& options);
  [[nodiscard]] std::size_t guessHeader() const;
  Result<> nameColumns(const Kept& kept);
  void countColumns();

  std::unique_ptr<RowSource> m_source;
  std::deque<Kept> m_first;  ///< read already; the header goes with what is above it
  std::vector<HeadRow> m_head;
  QStringList m_header;
  qint64 m_headerRow = 0;
  TableRow m_row;
  Kept m_given;
};

/// "A", "B", …, "Z", "AA", as spreadsheets name their columns; from 0.
[[nodiscard]] QString columnLetters(qsizetype column);

}  // namespace heliograph::audience
