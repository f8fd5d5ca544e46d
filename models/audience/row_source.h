// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace heliograph::audience {

/// One row of a table; the fields are UTF-8 views that hold until the next call of the source.
struct TableRow {
  qint64 row = 0;  ///< as a spreadsheet counts: from 1, the header and blank ones included
  std::vector<std::string_view> fields;
  /// Why the row is left out, if it is.
  enum class Damage { None, OpenQuote /*not closed before the limit*/, TooLong, NoJson } damage = Damage::None;
  bool ragged = false;  ///< cells at the end may be missing, as spreadsheets keep only what is filled
  // Of people in JSON, arrays of what can't stand in a cell; see readDevices() and readConsents().
  std::string_view devices = {};
  std::string_view consents = {};
};

/// What is known of a table as a whole.
struct TableFacts {
  QStringList sheets;            ///< empty for a text file
  QString sheet;                 ///< the one that is read
  QChar delimiter;               ///< of a text file
  QString encoding;              ///< of a text file: "UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1252"
  bool encodingGuessed = false;  ///< told by what the bytes can't be, which may be wrong
  bool namesFields = false;      ///< JSON: the records name their fields, there is no row of names to be found
};

/// Rows of a table, one after another, wherever they come from.
class RowSource {
 public:
  RowSource() = default;
  virtual ~RowSource() = default;
  Q_DISABLE_COPY_MOVE(RowSource)

  /// The next row with something in it, or nullptr at the end.
  [[nodiscard]] virtual Result<const TableRow*> next() = 0;
  [[nodiscard]] virtual TableFacts facts() const = 0;
  /// How far the reading is, for a progress bar.
  [[nodiscard]] virtual qint64 bytesRead() const = 0;
  [[nodiscard]] virtual qint64 bytesTotal() const = 0;
};

/// How a file's table is to be found in it; what is empty is guessed.
struct TableOptions {
  QString sheet;                    ///< name; else the first that isn't empty
  QChar delimiter;                  ///< of a text file
  QString encoding;                 ///< of a text file: as in TableFacts
  std::optional<qint64> headerRow;  ///< the row with the columns' names; 0: there is none

  bool operator==(const TableOptions&) const = default;
};

}  // namespace heliograph::audience
