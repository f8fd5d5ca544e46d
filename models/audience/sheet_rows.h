// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QXmlStreamReader>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "audience/zip_archive.h"
#include "core/result.h"

namespace heliograph::audience {

/// The cells of one row of a sheet, as texts.
class SheetRow final {
 public:
  qint64 number = 0;  ///< from 1

  void clear(qint64 rowNumber);
  /// Puts a text into a column, counted from 0; those between stay empty.
  void set(std::size_t column, std::string_view text);
  /// Another cell with the text of the one that was set last.
  void repeat(std::size_t column);
  [[nodiscard]] bool isEmpty() const { return m_cells.empty(); }
  [[nodiscard]] std::size_t bytes() const { return m_text.size(); }
  /// The cells; they hold until the row is changed.
  void view(std::vector<std::string_view>& fields) const;

  static constexpr std::size_t mostColumns = 16384;
  static constexpr qint64 mostRows = qint64{1} << 20;

 private:
  struct Cell {
    std::size_t begin = 0;
    std::size_t length = 0;
  };
  std::string m_text;
  std::vector<Cell> m_cells;
  Cell m_last;
};

/// An XML part of a spreadsheet, unpacked while it is read.
struct XmlPart {
  explicit XmlPart(std::unique_ptr<ZipEntryStream> source) : stream(std::move(source)), xml(stream.get()) {}

  /// Whether it was read to its end as it was meant to be.
  [[nodiscard]] bool isWhole() const { return !xml.hasError() && !stream->isBroken(); }

  std::unique_ptr<ZipEntryStream> stream;
  QXmlStreamReader xml;
};

/// The rows of one sheet from its first to its last.
class SheetRows {
 public:
  SheetRows() = default;
  virtual ~SheetRows() = default;
  Q_DISABLE_COPY_MOVE(SheetRows)

  /// Fills in the next row that has a cell; false at the end.
  [[nodiscard]] virtual Result<bool> next(SheetRow& row) = 0;
  /// Bytes of the file that were used so far.
  [[nodiscard]] virtual qint64 packedRead() const = 0;
};

/// A spreadsheet that was opened: its sheets and, for each, its rows. Read by hand rather than by liborcus: its 0.17
/// leaves out repeated rows, yes and no, money and the texts of formulas of open documents, keeps whole parts in
/// memory, and can't be stopped.
class SpreadsheetBook {
 public:
  SpreadsheetBook() = default;
  virtual ~SpreadsheetBook() = default;
  Q_DISABLE_COPY_MOVE(SpreadsheetBook)

  [[nodiscard]] virtual QStringList sheets() const = 0;
  /// Rows of a sheet by its place. Errors: InvalidInput, Io.
  [[nodiscard]] virtual Result<std::unique_ptr<SheetRows>> rows(qsizetype sheet) const = 0;
  /// Bytes of the file that a sheet takes up.
  [[nodiscard]] virtual qint64 packedTotal(qsizetype sheet) const = 0;
};

}  // namespace heliograph::audience
