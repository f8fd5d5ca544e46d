// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace heliograph::audience {

/// One record; the fields are UTF-8 views that hold until the next call of the reader.
struct CsvRecord {
  qint64 row = 0;  ///< as a spreadsheet counts: from 1, the header and blank ones included
  std::vector<std::string_view> fields;
  /// Why the line is left out, if it is.
  enum class Damage { None, OpenQuote /*not closed before the limit*/, TooLong } damage = Damage::None;
};

/// Streams a CSV file by RFC 4180, in constant memory: quoted fields with newlines and doubled quotes, LF or CRLF or
/// CR, UTF-8 with or without mark, UTF-16 with one, Windows-1252 if it can't be UTF-8, a delimiter among comma,
/// semicolon, tab and bar that is found from the first lines.
class CsvReader final {
 public:
  /// Errors: NotFound, Io, InvalidInput (an empty file, or one that is no text).
  [[nodiscard]] static Result<CsvReader> open(const QString& path);
  ~CsvReader();
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;

  /// The next record with something in it, or nullptr at the end of the file.
  [[nodiscard]] Result<const CsvRecord*> next();

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
