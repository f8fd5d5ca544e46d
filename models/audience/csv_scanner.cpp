// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/csv_scanner.h"

namespace heliograph::audience {
namespace {

constexpr char quote = '"';

/// Behind the closing quote of the quoted part that begins at `at`; npos when it isn't in the text.
std::size_t behindQuoted(std::string_view text, std::size_t at) {
  ++at;
  while (true) {
    at = text.find(quote, at);
    if (at == std::string_view::npos) return at;
    if (at + 1 < text.size() && text[at + 1] == quote) {
      at += 2;
      continue;
    }
    return at + 1;
  }
}

std::size_t fieldEnd(std::string_view text, std::size_t at, char delimiter) {
  while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') ++at;
  return at;
}

}  // namespace

CsvScan scanCsvRecord(std::string_view text, std::size_t& position, bool last, char delimiter,
                      std::vector<CsvField>& fields) {
  fields.clear();
  std::size_t at = position;
  while (true) {
    CsvField field{at, at, false};
    if (at < text.size() && text[at] == quote) {
      field.quoted = true;
      at = behindQuoted(text, at);
      if (at == std::string_view::npos) return last ? CsvScan::Unclosed : CsvScan::NeedMore;
    }
    at = fieldEnd(text, at, delimiter);
    field.end = at;
    fields.push_back(field);
    if (at == text.size()) {
      if (!last) return CsvScan::NeedMore;
      position = at;
      return CsvScan::Record;
    }
    const char stop = text[at++];
    if (stop == delimiter) continue;
    if (stop == '\r') {
      // Whether a line feed follows is only known with the next byte.
      if (at == text.size() && !last) return CsvScan::NeedMore;
      if (at < text.size() && text[at] == '\n') ++at;
    }
    position = at;
    return CsvScan::Record;
  }
}

std::string_view takeCsvValue(std::string& text, const CsvField& field) {
  if (!field.quoted) return std::string_view(text).substr(field.begin, field.end - field.begin);
  std::size_t to = field.begin;
  bool inside = true;
  for (std::size_t from = field.begin + 1; from < field.end; ++from) {
    if (inside && text[from] == quote) {
      if (from + 1 < field.end && text[from + 1] == quote) {
        ++from;
      } else {
        inside = false;
        continue;
      }
    }
    text[to++] = text[from];
  }
  return std::string_view(text).substr(field.begin, to - field.begin);
}

}  // namespace heliograph::audience
