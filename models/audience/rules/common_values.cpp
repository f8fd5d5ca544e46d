// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/common_values.h"

#include <QHash>
#include <algorithm>

#include "storage/statement.h"

namespace heliograph::audience {
namespace {

constexpr qint64 kRowsAPiece = 50000;
constexpr qsizetype kMostDistinct = 20000;

QString pieceQuery(const ColumnOfValues& column) {
  const QString of = QStringLiteral("t.") + column.column;
  const bool list = column.type == PropertyType::List;
  const QString value = list ? QStringLiteral("each.value") : of;
  const QString from = list ? QStringLiteral(", json_each(%1) AS each").arg(of) : QString();
  return QStringLiteral("SELECT %1, count(*) FROM %2 AS t%3 WHERE t.id > ? AND t.id <= ? AND %4 IS NOT NULL GROUP BY 1")
      .arg(value, column.table, from, of);
}

Result<> addCounted(storage::Statement& piece, QHash<QString, qint64>& counted) {
  while (true) {
    auto row = piece.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (const QString text = piece.text(0); !text.isEmpty()) counted[text] += piece.integer(1);
  }
}

std::vector<CommonValue> mostCommon(const QHash<QString, qint64>& counted, int most) {
  std::vector<CommonValue> values;
  values.reserve(static_cast<std::size_t>(counted.size()));
  for (auto it = counted.cbegin(); it != counted.cend(); ++it) values.push_back({it.key(), it.value()});
  std::sort(values.begin(), values.end(), [](const CommonValue& a, const CommonValue& b) {
    return a.people != b.people ? a.people > b.people : a.text < b.text;
  });
  if (static_cast<int>(values.size()) > most) values.resize(static_cast<std::size_t>(most));
  return values;
}

}  // namespace

bool hasCommonValues(PropertyType type) {
  return type == PropertyType::Text || type == PropertyType::Number || type == PropertyType::List;
}

Result<std::vector<CommonValue>> commonValues(const storage::Database& database, const ColumnOfValues& column, int most,
                                              const CancelToken& cancel) {
  storage::Statement highest(database, QStringLiteral("SELECT coalesce(max(id), 0) FROM %1").arg(column.table));
  auto row = highest.next();
  if (!row) return fail(row.error());
  const qint64 last = highest.integer(0);
  const qint64 first = std::max<qint64>(0, last - column.rows);
  storage::Statement piece(database, pieceQuery(column));
  QHash<QString, qint64> counted;
  for (qint64 until = last; until > first && counted.size() < kMostDistinct; until -= kRowsAPiece) {
    if (cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    piece.reset();
    piece.bind(std::max(first, until - kRowsAPiece)).bind(until);
    HELIOGRAPH_TRY(addCounted(piece, counted));
  }
  return mostCommon(counted, most);
}

}  // namespace heliograph::audience
