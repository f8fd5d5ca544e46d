// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/property_values.h"

#include <QHash>
#include <algorithm>

#include "audience/built_in_field.h"
#include "audience/property_repository.h"
#include "storage/statement.h"

namespace heliograph::audience {
namespace {

constexpr qint64 kPeopleAPiece = 50000;
constexpr qsizetype kMostDistinct = 20000;

bool isOffered(PropertyType type) {
  return type == PropertyType::Text || type == PropertyType::Number;
}

/// The column of a property whose values are offered; empty for others.
QString columnNamed(const std::vector<Property>& properties, const QString& name) {
  if (const Property* property = findProperty(properties, name)) {
    return isOffered(property->type) ? propertyColumn(property->id) : QString();
  }
  for (const BuiltInField& field : builtInFields()) {
    if (field.name == name) return field.column;
  }
  return {};
}

Result<> addPiece(storage::Statement& piece, QHash<QString, qint64>& people) {
  while (true) {
    auto row = piece.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    people[piece.text(0)] += piece.integer(1);
  }
}

}  // namespace

Result<std::vector<CommonValue>> PropertyValues::of(const QString& property, int most,
                                                    const CancelToken& cancel) const {
  const auto properties = PropertyRepository(m_database, m_clock).list();
  if (!properties) return fail(properties.error());
  const QString column = columnNamed(*properties, property);
  if (column.isEmpty()) return std::vector<CommonValue>{};
  storage::Statement highest(m_database, QStringLiteral("SELECT coalesce(max(id), 0) FROM profile"));
  auto row = highest.next();
  if (!row) return fail(row.error());
  const qint64 last = highest.integer(0);

  storage::Statement piece(m_database,
                           QStringLiteral("SELECT %1, count(*) FROM profile WHERE id > ? AND id <= ? AND %1 "
                                          "IS NOT NULL GROUP BY 1")
                               .arg(column));
  QHash<QString, qint64> people;
  for (qint64 from = 0; from < last && people.size() < kMostDistinct; from += kPeopleAPiece) {
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    piece.reset();
    piece.bind(from).bind(from + kPeopleAPiece);
    HELIOGRAPH_TRY(addPiece(piece, people));
  }
  std::vector<CommonValue> values;
  values.reserve(static_cast<std::size_t>(people.size()));
  for (auto it = people.cbegin(); it != people.cend(); ++it) values.push_back({it.key(), it.value()});
  std::sort(values.begin(), values.end(), [](const CommonValue& a, const CommonValue& b) {
    return a.people != b.people ? a.people > b.people : a.text < b.text;
  });
  if (static_cast<int>(values.size()) > most) values.resize(static_cast<std::size_t>(most));
  return values;
}

}  // namespace heliograph::audience
