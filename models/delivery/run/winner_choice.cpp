// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/winner_choice.h"

#include "campaign/campaign_repository.h"
#include "core/logging.h"
#include "delivery/run/run_conversions.h"
#include "schedule/when.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using campaign::WinnerRule;

/// Of a run for whose winner nobody has decided yet.
QString undecidedRun() {
  return QStringLiteral(
             "id = ? AND state = 'held' AND hold_reason = '%1' AND winner_copy IS NULL AND decided_at IS NULL "
             "AND decide_by IN ('%2', '%3')")
      .arg(hold::abTest, decide_by::conversions, decide_by::clicks);
}

/// Of each copy, how many got it and how many of them followed a link.
Result<std::vector<CopyShare>> countClicks(const storage::Database& database, RunId run, int copies) {
  storage::Statement find(database,
                          QStringLiteral("SELECT copy, COUNT(*), COUNT(clicked_at) FROM outbox WHERE run_id = ? AND "
                                         "seed = 0 AND state = 'accepted' AND copy IS NOT NULL GROUP BY copy"));
  find.bind(run);
  std::vector<CopyShare> shares(static_cast<std::size_t>(copies), CopyShare{0, 0, true});
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return shares;
    const auto copy = static_cast<std::size_t>(find.integer(0));
    if (copy < shares.size()) shares[copy] = {find.integer(1), find.integer(2), true};
  }
}

}  // namespace

bool WinnerChoice::isDue(const Run& run) const {
  return run.state == RunState::Held && run.reason == hold::abTest && run.choosesItself() && !run.winner &&
         !run.decidedAt.isValid() && run.decideAt <= m_clock.now();
}

Result<bool> WinnerChoice::settle(const Run& run) const {
  if (!isDue(run)) return false;
  auto frozen = campaign::CampaignRepository(m_database, m_clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  auto counted = sharesOf(run, campaign::copyCount(frozen->campaign.variants));
  if (!counted) return fail(counted.error());
  const std::vector<CopyShare>& shares = *counted;
  if (shares.empty()) return leaveToPerson(run, {});
  // Nothing leaves late by itself.
  if (schedule::isMissed(run.decideAt, m_clock.now())) return leaveToPerson(run, shares);
  const std::vector<int> leading = leadingCopies(shares);
  if (leading.size() == 1) return letGo(run, leading.front(), shares);
  if (frozen->campaign.variants.winner.tie == WinnerRule::Tie::Ask) return leaveToPerson(run, shares);
  return letGo(run, leading.empty() ? 0 : leading.front(), shares);
}

Result<std::vector<CopyShare>> WinnerChoice::sharesOf(const Run& run, int copies) const {
  if (run.decideBy == decide_by::clicks) return countClicks(m_database, run.id, copies);
  auto counted = countConversions(m_database, run);
  if (!counted && counted.error().code != ErrorCode::InvalidInput) return fail(counted.error());
  std::vector<CopyShare> shares;
  if (!counted || !*counted) return shares;
  for (const ConversionFigures& copy : (*counted)->copies) shares.push_back(copy.share());
  return shares;
}

/// Choosing and letting go are one change: whoever is killed here has done both or neither.
Result<bool> WinnerChoice::letGo(const Run& run, int winner, const std::vector<CopyShare>& shares) const {
  storage::Statement change(m_database,
                            QStringLiteral("UPDATE run SET state = 'running', hold_reason = '', winner_copy = ?, "
                                           "decided_at = ?, decision = ? WHERE ") +
                                undecidedRun());
  HELIOGRAPH_TRY(change.bind(winner).bind(m_clock.now()).bind(copySharesText(shares)).bind(run.id).run());
  if (change.affected() > 0) qCInfo(logDelivery) << "run" << run.id.value << "goes on with copy" << winner;
  return change.affected() > 0;
}

Result<bool> WinnerChoice::leaveToPerson(const Run& run, const std::vector<CopyShare>& shares) const {
  storage::Statement change(
      m_database, QStringLiteral("UPDATE run SET decide_by = ?, decided_at = ?, decision = ? WHERE ") + undecidedRun());
  change.bind(QString(decide_by::person)).bind(m_clock.now()).bind(shares.empty() ? QString() : copySharesText(shares));
  HELIOGRAPH_TRY(change.bind(run.id).run());
  return change.affected() > 0;
}

}  // namespace heliograph::delivery
