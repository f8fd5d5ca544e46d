// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/import_preview.h"

#include "audience/csv_reader.h"
#include "audience/import_plan.h"
#include "audience/property_repository.h"
#include "core/clock.h"

namespace heliograph::audience {
namespace {

constexpr qint64 rowsToGuessFrom = 1000;
constexpr std::size_t rowsToShow = 15;

}  // namespace

Result<ImportPreview> previewImport(const QString& file, const storage::Database& database,
                                    const std::vector<MappedColumn>& overrides) {
  auto reader = CsvReader::open(file);
  if (!reader) return fail(reader.error());
  ImportPreview preview;
  preview.delimiter = QLatin1Char(reader->delimiter());
  preview.encoding = reader->encoding();
  auto header = readHeader(*reader);
  if (!header) return fail(header.error());
  preview.header = *header;
  while (preview.rows.size() < rowsToShow) {
    auto record = reader->next();
    if (!record) return fail(record.error());
    if (*record == nullptr) break;
    QStringList row;
    for (const std::string_view field : (*record)->fields) {
      row << QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    }
    preview.rows.push_back(std::move(row));
  }
  auto mapping = mapHeader(*header, overrides);
  if (!mapping) return fail(mapping.error());
  const SystemClock clock;
  auto known = PropertyRepository(database, clock).list();
  if (!known) return fail(known.error());
  HELIOGRAPH_TRY(settleTypes(*mapping, file, *known, rowsToGuessFrom));
  noteEncoding(*reader, mapping->remarks);
  preview.columns = std::move(mapping->columns);
  preview.remarks = std::move(mapping->remarks);
  return preview;
}

}  // namespace heliograph::audience
