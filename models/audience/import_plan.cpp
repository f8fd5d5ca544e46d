// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/import_plan.h"

#include <algorithm>

#include "audience/cell_value.h"
#include "audience/display_name.h"
#include "audience/property_repository.h"
#include "audience/type_guess.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

/// The property a column's values are kept under; empty for none.
QString propertyOf(const MappedColumn& column) {
  if (column.use == ColumnUse::Property) return column.property;
  const bool worthKeeping = column.use == ColumnUse::Identity && plainName(column.column) != QLatin1String("identity");
  return worthKeeping ? column.column.trimmed() : QString();
}

/// Takes over the types of the workspace; true if a column is left whose type has to be guessed.
bool takeKnownTypes(HeaderMapping& mapping, const std::vector<Property>& known) {
  bool open = false;
  for (MappedColumn& column : mapping.columns) {
    const QString name = propertyOf(column);
    if (name.isEmpty()) continue;
    const Property* property = findProperty(known, name);
    if (property != nullptr && column.type && *column.type != property->type) {
      mapping.remarks << QStringLiteral("“%1” stays of type %2, as it is in the workspace.")
                             .arg(name, propertyTypeName(property->type));
    }
    if (property != nullptr) column.type = property->type;
    open = open || !column.type;
  }
  return open;
}

Result<> observe(std::vector<TypeGuess>& guesses, ImportTable& table, qint64 rows, const CancelToken& cancel) {
  static constexpr qint64 rowsBetweenLooks = 4096;
  for (qint64 row = 0; rows < 0 || row < rows; ++row) {
    if (row % rowsBetweenLooks == 0 && cancel.isCancelled()) {
      return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled. Nothing was changed."));
    }
    auto record = table.next();
    if (!record) return fail(record.error());
    if (*record == nullptr) break;
    const auto& fields = (*record)->fields;
    for (std::size_t i = 0; i < std::min(fields.size(), guesses.size()); ++i) {
      if (!guesses[i].isSettled()) guesses[i].observe(trimmedCell(fields[i]));
    }
  }
  return {};
}

}  // namespace

void noteEncoding(const TableFacts& facts, QStringList& remarks) {
  if (!facts.encodingGuessed) return;
  remarks << QStringLiteral(
                 "The file isn't UTF-8 and is read as %1. If letters come out wrong, export it as “CSV "
                 "UTF-8” and import that.")
                 .arg(facts.encoding);
}

Result<> settleTypes(HeaderMapping& mapping, const QString& file, const TableOptions& options,
                     const std::vector<Property>& known, qint64 rows, const CancelToken& cancel) {
  if (!takeKnownTypes(mapping, known)) return {};
  auto table = ImportTable::open(file, options);
  if (!table) return fail(table.error());
  std::vector<TypeGuess> guesses(mapping.columns.size());
  HELIOGRAPH_TRY(observe(guesses, *table, rows, cancel));
  for (std::size_t i = 0; i < guesses.size(); ++i) {
    MappedColumn& column = mapping.columns[i];
    if (!propertyOf(column).isEmpty() && !column.type) column.type = guesses[i].type();
  }
  return {};
}

Result<QString> defaultRegion(const storage::Database& database) {
  storage::Statement find(database, QStringLiteral("SELECT value FROM workspace WHERE name = 'default_region'"));
  auto row = find.next();
  if (!row) return fail(row.error());
  return *row ? find.text(0) : QString();
}

ImportPlan planImport(const HeaderMapping& mapping, const std::vector<Property>& known) {
  ImportPlan plan;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    const MappedColumn& column = mapping.columns[i];
    const int index = static_cast<int>(i);
    plan.header << column.column;
    switch (column.use) {
      case ColumnUse::Identity:
        plan.identity = index;
        break;
      case ColumnUse::Phone:
        plan.phone = index;
        break;
      case ColumnUse::Subscribed:
      case ColumnUse::Unsubscribed:
        plan.subscription = index;
        plan.trueUnsubscribes = column.use == ColumnUse::Unsubscribed;
        break;
      case ColumnUse::TimeZone:
        plan.timeZone = index;
        break;
      case ColumnUse::Property:
      case ColumnUse::Ignore:
        break;
    }
    const QString name = propertyOf(column);
    if (name.isEmpty()) continue;
    const Property* property = findProperty(known, name);
    plan.properties.push_back({index, name, column.type.value_or(PropertyType::Text),
                               column.dateFormat.isEmpty() ? std::nullopt : DateFormat::parse(column.dateFormat),
                               property == nullptr ? PropertyId() : property->id});
  }
  // Without a column of their own the numbers tell people apart.
  if (plan.identity < 0) plan.identity = plan.phone;
  return plan;
}

}  // namespace heliograph::audience
