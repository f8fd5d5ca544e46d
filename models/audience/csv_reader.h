// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

#include "audience/row_source.h"
#include "core/result.h"

namespace heliograph::audience {

/// A record of a text file is a row like any other.
using CsvRecord = TableRow;

/// Streams a CSV file by RFC 4180, in constant memory: quoted fields with newlines and doubled quotes, LF or CRLF or
/// CR, UTF-8 with or without mark, UTF-16 with one, Windows-1252 if it can't be UTF-8, a delimiter among comma,
/// semicolon, tab and bar that is found from the first lines.
class CsvReader final {
 public:
  /// Takes the delimiter and the encoding of `options` where they say one. Errors: NotFound, Io, InvalidInput (an empty
  /// file, or one that is no text).
  [[nodiscard]] static Result<CsvReader> open(const QString& path, const TableOptions& options = {});
  ~CsvReader();
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;

  /// The next record with something in it, or nullptr at the end of the file.
  [[nodiscard]] Result<const TableRow*> next();

  [[nodiscard]] char delimiter() const;
  [[nodiscard]] QString encoding() const;
  /// Whether the encoding was told by what the bytes can't be, which may be wrong.
  [[nodiscard]] bool isEncodingGuessed() const;
  [[nodiscard]] qint64 bytesRead() const;
  [[nodiscard]] qint64 bytesTotal() const;

  /// Longest record, in bytes; beyond it lies an unclosed quote rather than data.
  static constexpr std::size_t longestRecord = std::size_t{1} << 20;

 private:
  struct State;
  explicit CsvReader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace heliograph::audience
