// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report_repository.h"

#include "core/clock.h"
#include "delivery/reason_text.h"
#include "delivery/run_repository.h"
#include "reports/recipient_sql.h"
#include "storage/read_transaction.h"
#include "storage/statement.h"

namespace heliograph::reports {
namespace {

using storage::Statement;

/// Recipients read at a time while streaming.
constexpr int kPage = 1000;

Result<> readCounts(const storage::Database& database, RunReport& report) {
  Statement find(database,
                 QStringLiteral("SELECT state, reason, COUNT(*) AS people FROM outbox WHERE run_id = ? GROUP BY "
                                "state, reason ORDER BY state, people DESC, reason"));
  find.bind(report.run.id);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    const QString reason = find.text(1);
    report.counts.push_back(
        {delivery::rowStateFromName(find.text(0)), reason, delivery::reasonText(reason), find.integer(2)});
  }
}

Result<> readProviders(const storage::Database& database, RunReport& report) {
  Statement find(database,
                 QStringLiteral("SELECT o.provider_id, p.name, SUM(o.state = 'accepted'), SUM(o.state = 'refused'), "
                                "SUM(CASE WHEN o.state = 'accepted' THEN o.parts ELSE 0 END) FROM outbox o LEFT JOIN "
                                "provider p ON p.id = o.provider_id WHERE o.run_id = ? AND o.state IN ('accepted', "
                                "'refused') GROUP BY o.provider_id ORDER BY 3 DESC"));
  find.bind(report.run.id);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    const QString name = find.isNull(1) ? QStringLiteral("Removed provider") : find.text(1);
    report.providers.push_back({find.id<ProviderId>(0), name, find.integer(2), find.integer(3), find.integer(4)});
    report.acceptedParts += find.integer(4);
  }
}

Result<> readTimes(const storage::Database& database, RunReport& report) {
  Statement find(
      database,
      QStringLiteral("SELECT MIN(a.finished_at), MAX(a.finished_at) FROM outbox o JOIN attempt a ON a.outbox_id "
                     "= o.id AND a.number = o.tries WHERE o.run_id = ? AND o.state = 'accepted'"));
  auto row = find.bind(report.run.id).next();
  if (!row) return fail(row.error());
  report.firstAcceptedAt = find.instant(0);
  report.lastAcceptedAt = find.instant(1);
  return {};
}

Result<RunReport> readReport(const storage::Database& database, const delivery::Run& run) {
  RunReport report;
  report.run = run;
  HELIOGRAPH_TRY(readCounts(database, report));
  HELIOGRAPH_TRY(readProviders(database, report));
  HELIOGRAPH_TRY(readTimes(database, report));
  return report;
}

}  // namespace

Result<std::vector<RunReport>> ReportRepository::ofCampaign(CampaignId campaign) const {
  const SystemClock clock;
  auto reading = storage::ReadTransaction::begin(m_database);
  if (!reading) return fail(reading.error());
  auto runs = delivery::RunRepository(m_database, clock).ofCampaign(campaign);
  if (!runs) return fail(runs.error());
  std::vector<RunReport> reports;
  for (const delivery::Run& run : *runs) {
    auto report = readReport(m_database, run);
    if (!report) return fail(report.error());
    reports.push_back(std::move(*report));
  }
  return reports;
}

Result<RunReport> ReportRepository::ofRun(RunId run) const {
  const SystemClock clock;
  auto reading = storage::ReadTransaction::begin(m_database);
  if (!reading) return fail(reading.error());
  auto found = delivery::RunRepository(m_database, clock).byId(run);
  if (!found) return fail(found.error());
  return readReport(m_database, *found);
}

Result<std::vector<Recipient>> ReportRepository::recipients(const RecipientQuery& query) const {
  const RecipientSql sql(query);
  Statement find(m_database, sql.page());
  sql.bind(find);
  find.bind(query.after.value).bind(query.limit);
  std::vector<Recipient> page;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return page;
    page.push_back(RecipientSql::read(find));
  }
}

Result<qint64> ReportRepository::count(const RecipientQuery& query) const {
  const RecipientSql sql(query);
  Statement find(m_database, sql.count());
  sql.bind(find);
  auto row = find.next();
  if (!row) return fail(row.error());
  return find.integer(0);
}

Result<> ReportRepository::stream(RecipientQuery query, const std::function<Result<>(const Recipient&)>& each) const {
  query.limit = kPage;
  while (true) {
    auto page = recipients(query);
    if (!page) return fail(page.error());
    for (const Recipient& recipient : *page) HELIOGRAPH_TRY(each(recipient));
    if (page->size() < kPage) return {};
    query.after = page->back().id;
  }
}

}  // namespace heliograph::reports
