// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/csv_dialect.h"

#include <vector>

#include "audience/csv_scanner.h"

namespace heliograph::audience {
namespace {

constexpr std::string_view likelyDelimiters = ",;\t|";
constexpr std::string_view separatorMark = "sep=";
constexpr int sampleRecords = 50;

struct Evenness {
  double share = 0;  ///< of the records that have as many fields as the first
  std::size_t fields = 0;
};

Evenness evenness(std::string_view text, char delimiter) {
  std::vector<CsvField> fields;
  std::size_t position = 0;
  std::size_t expected = 0;
  int records = 0;
  int even = 0;
  while (records < sampleRecords && position < text.size() &&
         scanCsvRecord(text, position, false, delimiter, fields) == CsvScan::Record) {
    if (fields.size() == 1 && fields[0].begin == fields[0].end) continue;
    if (records++ == 0) expected = fields.size();
    if (fields.size() == expected) ++even;
  }
  // A file of one line without an end.
  if (records == 0 && scanCsvRecord(text, position, true, delimiter, fields) == CsvScan::Record) {
    return {1.0, fields.size()};
  }
  return {records == 0 ? 0.0 : static_cast<double>(even) / records, expected};
}

}  // namespace

QStringConverter::Encoding csvEncoding(std::string_view beginning, int& markLength) {
  using namespace std::string_view_literals;
  markLength = 0;
  if (beginning.starts_with("\xEF\xBB\xBF"sv)) {
    markLength = 3;
    return QStringConverter::Utf8;
  }
  if (beginning.starts_with("\xFF\xFE"sv)) {
    markLength = 2;
    return QStringConverter::Utf16LE;
  }
  if (beginning.starts_with("\xFE\xFF"sv)) {
    markLength = 2;
    return QStringConverter::Utf16BE;
  }
  return QStringConverter::Utf8;
}

std::size_t csvSeparatorLine(std::string_view beginning) {
  if (!beginning.starts_with(separatorMark) || beginning.size() < separatorMark.size() + 2) return 0;
  std::size_t end = separatorMark.size() + 1;
  if (beginning[end] != '\r' && beginning[end] != '\n') return 0;
  if (beginning[end] == '\r') ++end;
  if (end < beginning.size() && beginning[end] == '\n') ++end;
  return end;
}

char csvDelimiter(std::string_view beginning) {
  if (csvSeparatorLine(beginning) > 0) return beginning[separatorMark.size()];
  char best = ',';
  Evenness bestEvenness;
  for (const char candidate : likelyDelimiters) {
    const Evenness found = evenness(beginning, candidate);
    if (found.fields < 2) continue;
    if (found.share > bestEvenness.share || (found.share == bestEvenness.share && found.fields > bestEvenness.fields)) {
      best = candidate;
      bestEvenness = found;
    }
  }
  return best;
}

}  // namespace heliograph::audience
