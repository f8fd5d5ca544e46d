// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report_repository.h"

#include <map>

#include "campaign/campaign_repository.h"
#include "core/clock.h"
#include "delivery/held/held_messages.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/outbox/run_repository.h"
#include "reports/recipient_sql.h"
#include "storage/read_transaction.h"
#include "storage/statement.h"

namespace heliograph::reports {
namespace {

using storage::Statement;

/// Recipients read at a time while streaming.
constexpr int kPage = 1000;

/// Of everybody of the audience, or of the colleagues of the seed list.
Result<> readCounts(const storage::Database& database, RunId run, bool seeds, std::vector<ReasonCount>& counts) {
  Statement find(database,
                 QStringLiteral("SELECT state, reason, COUNT(*) AS people FROM outbox WHERE run_id = ? AND seed = ? "
                                "GROUP BY state, reason ORDER BY state, people DESC, reason"));
  find.bind(run).bind(seeds);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    const QString reason = find.text(1);
    counts.push_back({delivery::rowStateFromName(find.text(0)), reason, delivery::reasonText(reason), find.integer(2)});
  }
}

Result<> readProviders(const storage::Database& database, RunReport& report) {
  Statement find(database,
                 QStringLiteral("SELECT o.provider_id, p.name, SUM(o.state = 'accepted'), SUM(o.state = 'refused'), "
                                "SUM(CASE WHEN o.state = 'accepted' THEN o.parts ELSE 0 END) FROM outbox o LEFT JOIN "
                                "provider p ON p.id = o.provider_id WHERE o.run_id = ? AND o.seed = 0 AND o.state IN "
                                "('accepted', 'refused') GROUP BY o.provider_id ORDER BY 3 DESC"));
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

Result<> readDeliveries(const storage::Database& database, RunReport& report) {
  Statement find(database,
                 QStringLiteral("SELECT coalesce(delivery_state, ''), coalesce(delivery_code, 0), COUNT(*) AS people "
                                "FROM outbox WHERE run_id = ? AND seed = 0 AND state = 'accepted' GROUP BY 1, 2 ORDER "
                                "BY people DESC, 1, 2"));
  find.bind(report.run.id);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    report.deliveries.push_back({find.text(0), static_cast<int>(find.integer(1)), find.integer(2)});
  }
}

Result<> readTimes(const storage::Database& database, RunReport& report) {
  Statement find(
      database,
      QStringLiteral("SELECT MIN(a.finished_at), MAX(a.finished_at) FROM outbox o JOIN attempt a ON a.outbox_id "
                     "= o.id AND a.number = o.tries WHERE o.run_id = ? AND o.seed = 0 AND o.state = "
                     "'accepted'"));
  auto row = find.bind(report.run.id).next();
  if (!row) return fail(row.error());
  report.firstAcceptedAt = find.instant(0);
  report.lastAcceptedAt = find.instant(1);
  return {};
}

/// The copies of the version that a run sends.
Result<campaign::Variants> variantsOf(const storage::Database& database, const delivery::Run& run) {
  const SystemClock clock;
  auto frozen = campaign::CampaignRepository(database, clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  return std::move(frozen->campaign.variants);
}

void addToCopy(CopyCount& copy, delivery::RowState state, qint64 people, qint64 parts) {
  copy.people += people;
  if (state == delivery::RowState::Accepted) copy.accepted += people;
  if (state == delivery::RowState::Refused) copy.refused += people;
  if (state == delivery::RowState::InDoubt) copy.unclear += people;
  if (state == delivery::RowState::Skipped) copy.skipped += people;
  if (state == delivery::RowState::Accepted) copy.parts += parts;
}

Result<> readCopies(const storage::Database& database, RunReport& report) {
  auto variants = variantsOf(database, report.run);
  if (!variants) return fail(variants.error());
  const int copies = campaign::copyCount(*variants);
  if (copies < 2) return {};
  report.byValue = variants->kind == campaign::Variants::Kind::ByProperty;
  for (int copy = 0; copy < copies; ++copy) report.copies.push_back({copy, campaign::copyName(*variants, copy)});
  Statement find(
      database,
      QStringLiteral(
          "SELECT copy, state, COUNT(*), SUM(parts), COUNT(clicked_at) FROM outbox WHERE run_id = ? AND seed = 0 "
          "GROUP BY copy, state"));
  find.bind(report.run.id);
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return {};
    const delivery::RowState state = delivery::rowStateFromName(find.text(1));
    const bool undecided = find.isNull(0);
    if (undecided && state == delivery::RowState::Pending) report.waitForWinner += find.integer(2);
    // Once there is a winner, whoever still waits gets that.
    const auto winner = state == delivery::RowState::Pending ? report.run.winner : std::optional<int>();
    const auto copy = static_cast<std::size_t>(undecided ? winner.value_or(-1) : static_cast<int>(find.integer(0)));
    if (copy >= report.copies.size()) continue;
    addToCopy(report.copies[copy], state, find.integer(2), find.integer(3));
    report.copies[copy].clicked += find.integer(4);
  }
}

/// A goal that asks for what events don't have any more keeps nobody from the rest of the report.
Result<> readConversions(const storage::Database& database, RunReport& report) {
  auto counted = delivery::countConversions(database, report.run);
  if (counted) {
    report.conversions = std::move(*counted);
  } else if (counted.error().code == ErrorCode::InvalidInput) {
    report.conversionsProblem = counted.error().message;
  } else {
    return fail(counted.error());
  }
  return {};
}

Result<RunReport> readReport(const storage::Database& database, const delivery::Run& run) {
  RunReport report;
  report.run = run;
  HELIOGRAPH_TRY(readCounts(database, run.id, false, report.counts));
  HELIOGRAPH_TRY(readCounts(database, run.id, true, report.seeds));
  HELIOGRAPH_TRY(readProviders(database, report));
  auto leftOut = leftOutCounts(database, run);
  if (!leftOut) return fail(leftOut.error());
  report.leftOut = std::move(*leftOut);
  HELIOGRAPH_TRY(readDeliveries(database, report));
  HELIOGRAPH_TRY(readTimes(database, report));
  HELIOGRAPH_TRY(readCopies(database, report));
  if (report.run.winner) report.waitForWinner = 0;
  HELIOGRAPH_TRY(readConversions(database, report));
  const SystemClock clock;
  auto taking = delivery::HeldMessages(database, clock).toTakeBack(run.id);
  if (!taking) return fail(taking.error());
  report.takingBack = taking->messages - taking->unanswered;
  if (report.run.isOver()) return report;
  auto wait = delivery::RunRepository(database, clock).quietWait(report.run);
  if (!wait) return fail(wait.error());
  report.quiet = wait->people;
  report.quietUntil = wait->first;
  return report;
}

/// Calls the copies by what they are called in their campaign.
Result<> nameCopies(const storage::Database& database, std::vector<Recipient>& page) {
  const SystemClock clock;
  std::map<RunId, campaign::Variants> known;
  for (Recipient& one : page) {
    auto found = known.find(one.run);
    if (found == known.end()) {
      auto run = delivery::RunRepository(database, clock).byId(one.run);
      if (!run) return fail(run.error());
      auto variants = variantsOf(database, *run);
      if (!variants) return fail(variants.error());
      found = known.emplace(one.run, std::move(*variants)).first;
    }
    if (one.copyNumber && campaign::copyCount(found->second) > 1) {
      one.copy = campaign::copyName(found->second, *one.copyNumber);
    }
  }
  return {};
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
    if (!*row) break;
    page.push_back(RecipientSql::read(find));
  }
  HELIOGRAPH_TRY(nameCopies(m_database, page));
  return page;
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
