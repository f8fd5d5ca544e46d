// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heliograph::audience {

/// Where a field stands in the text that was scanned.
struct CsvField {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool quoted = false;  ///< has quotes that are no part of the value
};

/// How a scan of one record ended.
enum class CsvScan {
  Record,    ///< a whole record
  NeedMore,  ///< the text ends inside it
  Unclosed,  ///< the file ends inside a quote
};

/// Finds the fields of the record that begins at `position` and moves it behind the record's end. With `last` the text
/// is the rest of the file. NeedMore and Unclosed leave the position as it was.
[[nodiscard]] CsvScan scanCsvRecord(std::string_view text, std::size_t& position, bool last, char delimiter,
                                    std::vector<CsvField>& fields);

/// The value of a field; takes the quotes out in place, so only once a field.
[[nodiscard]] std::string_view takeCsvValue(std::string& text, const CsvField& field);

}  // namespace heliograph::audience
