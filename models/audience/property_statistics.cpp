// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/property_statistics.h"

#include <algorithm>

#include "audience/profile_select.h"
#include "core/clock.h"

namespace heliograph::audience {
namespace {

using storage::Statement;

Result<qint64> highestId(const storage::Database& database) {
  Statement highest(database, QStringLiteral("SELECT coalesce(max(id), 0) FROM profile"));
  auto row = highest.next();
  if (!row) return fail(row.error());
  return highest.integer(0);
}

void look(const Statement& row, std::vector<PropertyStatistic>& statistics) {
  int column = 1;
  for (PropertyStatistic& statistic : statistics) {
    const QVariant value = propertyValue(row, column++, statistic.property.type);
    if (!value.isValid()) continue;
    statistic.share += 1;
    if (!statistic.sample.isValid()) statistic.sample = value;
  }
}

}  // namespace

Result<std::vector<PropertyStatistic>> propertyStatistics(const storage::Database& database, int people) {
  const SystemClock clock;
  auto properties = PropertyRepository(database, clock).list();
  if (!properties) return fail(properties.error());
  auto highest = highestId(database);
  if (!highest) return fail(highest.error());

  std::vector<PropertyStatistic> statistics;
  QString columns = QStringLiteral("id");
  for (const Property& property : *properties) {
    statistics.push_back({property, 0, QVariant()});
    columns += QStringLiteral(", ") + propertyColumn(property.id);
  }
  Statement next(database, QStringLiteral("SELECT %1 FROM profile WHERE id >= ? ORDER BY id LIMIT 1").arg(columns));
  const qint64 step = std::max<qint64>(1, *highest / std::max(1, people));
  int looked = 0;
  qint64 id = 1;
  while (looked < people) {
    next.reset();
    next.bind(id);
    auto row = next.next();
    if (!row) return fail(row.error());
    if (!*row) break;
    look(next, statistics);
    ++looked;
    id = std::max(id, next.integer(0)) + step;
  }
  for (PropertyStatistic& statistic : statistics) statistic.share /= std::max(1, looked);
  return statistics;
}

}  // namespace heliograph::audience
