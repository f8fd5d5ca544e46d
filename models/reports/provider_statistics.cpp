// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/provider_statistics.h"

#include "storage/statement.h"

namespace heliograph::reports {

using storage::Statement;

ProviderDay ProviderStatistics::total() const {
  ProviderDay sum;
  for (const ProviderDay& day : days) {
    sum.sent += day.sent;
    sum.delivered += day.delivered;
    sum.errors += day.errors;
    sum.clicks += day.clicks;
  }
  return sum;
}

Result<ProviderStatistics> providerStatistics(const storage::Database& database, ProviderId provider,
                                              const QDateTime& now, int days) {
  const QDateTime local = now.toLocalTime();
  const QDate last = local.date();
  const QDateTime begin = last.addDays(1 - days).startOfDay();
  ProviderStatistics statistics;
  for (int i = 0; i < days; ++i) statistics.days.push_back({last.addDays(i + 1 - days)});
  // The index over runs and their settled rows answers this: other runs aren't read.
  Statement find(
      database,
      QStringLiteral("SELECT CAST((o.updated_at + ?) / 86400000 AS INTEGER), sum(o.state = 'accepted'), "
                     "sum(o.delivery_state IS 'delivered'), sum(o.state = 'refused'), sum(o.clicked_at IS NOT "
                     "NULL), sum(o.delivery_state IN ('delivered', 'failed')) FROM run r CROSS JOIN outbox o ON "
                     "o.run_id = r.id AND o.seed = 0 AND o.state IN ('accepted', 'refused') AND o.updated_at "
                     ">= ? WHERE o.provider_id = ? GROUP BY 1"));
  find.bind(static_cast<qint64>(local.offsetFromUtc()) * 1000).bind(begin).bind(provider);
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return statistics;
    const QDate day = QDate(1970, 1, 1).addDays(find.integer(0));
    const auto place = statistics.days.front().day.daysTo(day);
    if (place < 0 || place >= days) continue;
    statistics.days[static_cast<std::size_t>(place)] = {day, find.integer(1), find.integer(2), find.integer(3),
                                                        find.integer(4)};
    statistics.hasReceipts = statistics.hasReceipts || find.integer(5) > 0;
  }
}

Result<QHash<qint64, ProviderTaken>> takenSince(const storage::Database& database, const QDateTime& since) {
  Statement find(database,
                 QStringLiteral("SELECT o.provider_id, count(*), sum(o.delivery_state IS 'delivered'), "
                                "sum(o.delivery_state IN ('delivered', 'failed')) FROM run r CROSS JOIN outbox o ON "
                                "o.run_id = r.id AND o.seed = 0 AND o.state = 'accepted' AND o.updated_at >= ? WHERE "
                                "o.provider_id IS NOT NULL GROUP BY 1"));
  find.bind(since);
  QHash<qint64, ProviderTaken> taken;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return taken;
    taken.insert(find.integer(0), {find.integer(1), find.integer(2), find.integer(3) > 0});
  }
}

}  // namespace heliograph::reports
