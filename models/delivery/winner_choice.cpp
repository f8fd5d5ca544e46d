// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/winner_choice.h"

#include "campaign/campaign_repository.h"
#include "core/logging.h"
#include "delivery/run_conversions.h"
#include "schedule/when.h"
#include "storage/statement.h"

namespace heliograph::delivery {
namespace {

using campaign::WinnerRule;

/// Of a run for whose winner nobody has decided yet.
QString undecidedRun() {
  return QStringLiteral(
             "id = ? AND state = 'held' AND hold_reason = '%1' AND winner_copy IS NULL AND decided_at IS NULL "
             "AND decide_by = '%2'")
      .arg(hold::abTest, decide_by::conversions);
}

}  // namespace

bool WinnerChoice::isDue(const Run& run) const {
  return run.state == RunState::Held && run.reason == hold::abTest && run.decideBy == decide_by::conversions &&
         !run.winner && !run.decidedAt.isValid() && run.decideAt <= m_clock.now();
}

Result<bool> WinnerChoice::settle(const Run& run) const {
  if (!isDue(run)) return false;
  auto frozen = campaign::CampaignRepository(m_database, m_clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  auto counted = countConversions(m_database, run);
  if (!counted && counted.error().code != ErrorCode::InvalidInput) return fail(counted.error());
  if (!counted || !*counted) return leaveToPerson(run, {});
  std::vector<CopyShare> shares;
  for (const ConversionFigures& copy : (*counted)->copies) shares.push_back(copy.share());
  // Nothing leaves late by itself.
  if (schedule::isMissed(run.decideAt, m_clock.now())) return leaveToPerson(run, shares);
  const std::vector<int> leading = leadingCopies(shares);
  if (leading.size() == 1) return letGo(run, leading.front(), shares);
  if (frozen->campaign.variants.winner.tie == WinnerRule::Tie::Ask) return leaveToPerson(run, shares);
  return letGo(run, leading.empty() ? 0 : leading.front(), shares);
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
