// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "audience/row_source.h"
#include "audience/sheet_rows.h"

namespace heliograph::audience {

/// Streams the rows of one sheet of an Excel workbook (.xlsx, .xlsm) or an OpenDocument spreadsheet (.ods). Numbers
/// come as plain digits, dates as ISO 8601 by their cell's format, yes and no as "true" and "false", formulas as their
/// results.
class SpreadsheetReader final : public RowSource {
 public:
  /// Opens a sheet by its name; an empty one means the first with a filled cell. Errors: Io; NotFound if no sheet is
  /// called so (names the ones that are); InvalidInput if the file is damaged, empty, protected by a password or of
  /// another kind.
  [[nodiscard]] static Result<std::unique_ptr<SpreadsheetReader>> open(const QString& path, const QString& sheet);

  [[nodiscard]] Result<const TableRow*> next() override;
  [[nodiscard]] TableFacts facts() const override;
  [[nodiscard]] qint64 bytesRead() const override { return m_rows->packedRead(); }
  [[nodiscard]] qint64 bytesTotal() const override { return m_book->packedTotal(m_sheet); }

 private:
  explicit SpreadsheetReader(std::unique_ptr<SpreadsheetBook> book) : m_book(std::move(book)) {}
  Result<bool> enter(qsizetype sheet);

  std::unique_ptr<SpreadsheetBook> m_book;
  std::unique_ptr<SheetRows> m_rows;
  qsizetype m_sheet = 0;
  SheetRow m_cells;
  TableRow m_row;
};

/// Whether a file is a spreadsheet of any kind by its first bytes, readable or not, rather than text.
[[nodiscard]] bool looksLikeSpreadsheet(const QString& path);

}  // namespace heliograph::audience
