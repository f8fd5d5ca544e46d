// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/coupon_promises.h"

#include <algorithm>
#include <numeric>

#include "campaign/campaign_body.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "library/coupon_repository.h"
#include "storage/statement.h"

namespace heliograph::campaign {
namespace {

using storage::Statement;

Result<qint64> numberOf(Statement& find) {
  auto row = find.next();
  if (!row) return fail(row.error());
  return *row ? find.integer(0) : 0;
}

/// Rows of a run that are still to be sent and have no code of the pool yet.
Result<qint64> rowsWithoutCode(const storage::Database& database, qint64 run, const QString& pool) {
  Statement left(database,
                 QStringLiteral("SELECT COUNT(*) FROM outbox WHERE run_id = ? AND state IN ('pending', 'claimed') "
                                "AND seed = 0"));
  auto rows = numberOf(left.bind(run));
  if (!rows || *rows == 0) return rows;
  Statement having(database,
                   QStringLiteral("SELECT COUNT(*) FROM coupon c JOIN outbox o ON o.id = c.outbox_id WHERE c.pool_id = "
                                  "(SELECT id FROM coupon_pool WHERE name = ?) AND c.state = 'reserved' AND o.run_id = "
                                  "? AND o.state IN ('pending', 'claimed')"));
  auto codes = numberOf(having.bind(pool).bind(run));
  if (!codes) return codes;
  return *rows - *codes;
}

/// A run that isn't over, with its frozen campaign.
struct OpenRun {
  qint64 run = 0;
  CampaignId campaign;
  bool isFilled = false;
  qint64 people = 0;  ///< agreed to
  QString body;
};

Result<std::vector<OpenRun>> openRuns(const storage::Database& database, CampaignId except) {
  Statement find(
      database,
      QStringLiteral("SELECT r.id, r.campaign_id, r.filled_at IS NOT NULL, MIN(r.approved_reach, COALESCE("
                     "r.only_people, r.approved_reach)), v.body FROM run r JOIN campaign_version v ON v.id = "
                     "r.version_id WHERE r.state IN ('due', 'held', 'filling', 'running', 'paused') AND r.campaign_id "
                     "IS NOT ? AND v.body LIKE '%Coupon%' ORDER BY r.due_at, r.id"));
  find.bind(except);
  std::vector<OpenRun> runs;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return runs;
    runs.push_back({find.integer(0), find.id<CampaignId>(1), find.integer(2) != 0, find.integer(3), find.text(4)});
  }
}

}  // namespace

Result<std::vector<CouponPromise>> couponPromises(const storage::Database& database, const Clock& clock,
                                                  const QString& pool, CampaignId except) {
  auto runs = openRuns(database, except);
  if (!runs) return fail(runs.error());
  std::vector<CouponPromise> promises;
  for (const OpenRun& run : *runs) {
    // What can't be read can't be sent either, and says so where it is opened.
    auto campaign = campaignOfRow(run.campaign, 0, run.body);
    if (!campaign) continue;
    const QString name = campaign->name;
    const auto plan = withCoupons(database, clock, std::move(*campaign)).and_then(messagePlanOf);
    if (!plan || !plan->couponPools().contains(pool)) continue;
    auto codes = run.isFilled ? rowsWithoutCode(database, run.run, pool) : Result<qint64>(run.people);
    if (!codes) return fail(codes.error());
    if (*codes > 0) promises.push_back({run.campaign, name, *codes});
  }
  return promises;
}

Result<qint64> codesToGive(const storage::Database& database, const Clock& clock, const QString& pool,
                           CampaignId except) {
  auto found = library::CouponRepository(database, clock).find(pool);
  if (!found) return fail(found.error());
  auto promises = couponPromises(database, clock, pool, except);
  if (!promises) return fail(promises.error());
  const qint64 promised = std::accumulate(promises->begin(), promises->end(), qint64{0},
                                          [](qint64 sum, const CouponPromise& one) { return sum + one.codes; });
  return std::max<qint64>(0, found->free - promised);
}

}  // namespace heliograph::campaign
