// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/import_preview.h"

#include <algorithm>

#include "audience/cell_value.h"
#include "audience/import_plan.h"
#include "audience/property_repository.h"
#include "core/clock.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

constexpr qint64 rowsToGuessFrom = 1000;
constexpr std::size_t rowsToShow = 15;

/// A table without a row of names is told by its first row being data.
Result<ImportTable> openTable(const QString& file, TableOptions options) {
  auto table = ImportTable::open(file, options);
  if (!table || options.headerRow) return table;
  const QStringList& header = table->header();
  if (std::none_of(header.begin(), header.end(), looksLikeData)) return table;
  options.headerRow = 0;
  return ImportTable::open(file, options);
}

bool looksLikePhone(const QString& cell) {
  const auto digits = std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
  static const QString between = QStringLiteral("+ -().'/,eE");
  return digits >= 8 && digits <= 16 &&
         std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit() || between.contains(c); });
}

/// Of the columns that aren't taken for something of their own, the one whose values look like phone numbers most.
void findPhoneByValues(ImportPreview& preview) {
  const auto isPhone = [](const MappedColumn& column) { return column.use == ColumnUse::Phone; };
  if (std::any_of(preview.columns.begin(), preview.columns.end(), isPhone)) return;
  static constexpr int mostShare = 100;
  int bestShare = 60;
  MappedColumn* best = nullptr;
  for (std::size_t i = 0; i < preview.columns.size(); ++i) {
    const MappedColumn& column = preview.columns[i];
    if (column.use != ColumnUse::Property || column.type == PropertyType::Date) continue;
    int filled = 0;
    int phones = 0;
    for (const QStringList& row : preview.rows) {
      const QString cell = row.value(static_cast<qsizetype>(i)).trimmed();
      if (cell.isEmpty()) continue;
      ++filled;
      if (looksLikePhone(cell)) ++phones;
    }
    if (filled == 0 || phones * mostShare <= filled * bestShare) continue;
    bestShare = phones * mostShare / filled;
    best = &preview.columns[i];
  }
  if (best == nullptr) return;
  best->use = ColumnUse::Phone;
  best->property.clear();
  preview.remarks.removeIf(
      [](const QString& remark) { return remark.startsWith(QLatin1String("No column is taken")); });
  preview.remarks << QStringLiteral("“%1” is taken for the phone number by what is in it.").arg(best->column);
}

Result<> readRows(ImportTable& table, ImportPreview& preview) {
  while (preview.rows.size() < rowsToShow) {
    auto record = table.next();
    if (!record) return fail(record.error());
    if (*record == nullptr) break;
    QStringList row;
    for (const std::string_view field : (*record)->fields) {
      row << QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    }
    preview.rows.push_back(std::move(row));
  }
  return {};
}

}  // namespace

Result<ImportPreview> previewImport(const QString& file, const storage::Database& database,
                                    const TableOptions& options) {
  auto table = openTable(file, options);
  if (!table) return fail(table.error());
  ImportPreview preview;
  preview.header = table->header();
  preview.headerRow = table->headerRow();
  preview.head = table->head();
  preview.facts = table->facts();
  HELIOGRAPH_TRY(readRows(*table, preview));
  auto mapping = proposeMapping(preview.header);
  if (!mapping) return fail(mapping.error());
  const SystemClock clock;
  auto known = PropertyRepository(database, clock).list();
  if (!known) return fail(known.error());
  TableOptions settled = options;
  settled.headerRow = preview.headerRow;
  HELIOGRAPH_TRY(settleTypes(*mapping, file, settled, *known, rowsToGuessFrom));
  noteEncoding(preview.facts, mapping->remarks);
  preview.columns = std::move(mapping->columns);
  preview.remarks = std::move(mapping->remarks);
  findPhoneByValues(preview);
  auto region = defaultRegion(database);
  if (!region) return fail(region.error());
  preview.region = *region;
  return preview;
}

}  // namespace heliograph::audience
