// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/run_control.h"

#include "campaign/campaign_repository.h"
#include "delivery/outbox/left_out_providers.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/outbox/run_repository.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using storage::Statement;
using storage::Transaction;

/// Where a run goes on that somebody let go on.
RunState resumedState(const Run& run) {
  return run.filledAt.isValid() ? RunState::Running : RunState::Filling;
}

Result<> conflict(const QString& message) {
  return fail(ErrorCode::Conflict, message);
}

}  // namespace

Result<> RunControl::pause(RunId run) const {
  // One change: a run may go from being filled to being sent in between.
  Statement change(m_database, QStringLiteral("UPDATE run SET state = 'paused', hold_reason = ? WHERE id = ? AND state "
                                              "IN ('filling', 'running')"));
  HELIOGRAPH_TRY(change.bind(QString(hold::byPerson)).bind(run).run());
  if (change.affected() > 0) return {};
  HELIOGRAPH_TRY(RunRepository(m_database, m_clock).byId(run).map([](const Run&) {}));
  return conflict(QStringLiteral("Nothing of this campaign is being sent now, so it can't be paused."));
}

Result<> RunControl::resume(RunId run) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  const RunRepository runs(m_database, m_clock);
  auto paused = runs.byId(run);
  if (!paused) return fail(paused.error());
  Statement change(m_database, QStringLiteral("UPDATE run SET state = ?, hold_reason = '', fill_owner = NULL, "
                                              "fill_expires_at = NULL, held_by_provider = held_by_provider AND due_at "
                                              "> ?, refusals_waived = MAX(refusals_waived, CASE "
                                              "hold_reason WHEN ? THEN 1 WHEN ? THEN 2 ELSE 0 END) WHERE id = ? AND "
                                              "state = 'paused'"));
  change.bind(runStateName(resumedState(*paused)))
      .bind(m_clock.now())
      .bind(QString(hold::manyRefused))
      .bind(QString(hold::limitRefused));
  HELIOGRAPH_TRY(change.bind(run).run());
  if (change.affected() == 0) return conflict(QStringLiteral("This campaign isn't paused."));
  HELIOGRAPH_TRY(LeftOutProviders(m_database).forget(run));
  return transaction->commit();
}

Result<> RunControl::release(RunId run) const {
  return letGo(run, nullptr);
}

Result<> RunControl::release(RunId run, const QString& heldFor) const {
  return letGo(run, &heldFor);
}

Result<> RunControl::letGo(RunId run, const QString* heldFor) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  auto held = RunRepository(m_database, m_clock).byId(run);
  if (!held) return fail(held.error());
  if (held->state != RunState::Held) return conflict(QStringLiteral("This campaign isn't held."));
  if (held->reason == hold::abTest) {
    return conflict(QStringLiteral("This campaign waits for the winner of its A/B test. Choose the copy that wins."));
  }
  if (heldFor && held->reason != *heldFor) {
    return conflict(QStringLiteral("This campaign waits for another reason by now. Look at it again, then decide."));
  }
  // Whoever picks its people next is no successor of a program that ended: a person just let it go.
  Statement change(
      m_database,
      QStringLiteral("UPDATE run SET state = ?, hold_reason = '', started_at = COALESCE(started_at, ?), fill_owner = "
                     "NULL, fill_expires_at = NULL, held_by_provider = held_by_provider AND due_at > ?, first_batch = "
                     "CASE hold_reason WHEN ? THEN NULL ELSE first_batch "
                     "END, approved_reach = MAX(approved_reach, (SELECT COUNT(*) FROM outbox WHERE run_id = run.id AND "
                     "seed = 0 AND state = 'pending')) WHERE id = ?"));
  change.bind(runStateName(resumedState(*held))).bind(m_clock.now()).bind(m_clock.now());
  change.bind(QString(hold::firstSent)).bind(run);
  HELIOGRAPH_TRY(change.run());
  return transaction->commit();
}

Result<> RunControl::chooseWinner(RunId run, int copy) const {
  auto found = RunRepository(m_database, m_clock).byId(run);
  if (!found) return fail(found.error());
  auto frozen = campaign::CampaignRepository(m_database, m_clock).version(found->version);
  if (!frozen) return fail(frozen.error());
  if (copy < 0 || copy >= campaign::copyCount(frozen->campaign.variants)) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("The campaign has no such copy."));
  }
  // One change, whoever else chooses at the same moment.
  Statement change(m_database,
                   QStringLiteral("UPDATE run SET state = 'running', hold_reason = '', winner_copy = ?, decide_by = ?, "
                                  "decided_at = ? WHERE id = ? AND "
                                  "state = 'held' AND hold_reason = ? AND winner_copy IS NULL"));
  HELIOGRAPH_TRY(change.bind(copy)
                     .bind(QString(decide_by::person))
                     .bind(m_clock.now())
                     .bind(run)
                     .bind(QString(hold::abTest))
                     .run());
  if (change.affected() > 0) return {};
  if (found->winner) {
    return conflict(QStringLiteral("The winner was chosen already: copy %1.")
                        .arg(campaign::copyName(frozen->campaign.variants, *found->winner)));
  }
  return conflict(found->hasTest
                      ? QStringLiteral("The A/B test isn't sent yet, so its winner can't be chosen.")
                      : QStringLiteral("Nobody waits for a winner in this campaign, so none can be chosen."));
}

Result<> RunControl::stop(RunId run) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(end(run));
  return transaction->commit();
}

Result<> RunControl::skipMissed(RunId run) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  Statement change(
      m_database, QStringLiteral("UPDATE run SET state = 'stopped', hold_reason = '', finished_at = ? WHERE id = ? AND "
                                 "state = 'held' AND hold_reason = ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE "
                                 "run_id = run.id AND state NOT IN ('pending', 'skipped'))"));
  HELIOGRAPH_TRY(change.bind(m_clock.now()).bind(run).bind(QString(hold::missed)).run());
  if (change.affected() == 0) {
    HELIOGRAPH_TRY(RunRepository(m_database, m_clock).byId(run).map([](const Run&) {}));
    return conflict(QStringLiteral("This campaign doesn't wait to be sent late any more, so it can't be skipped."));
  }
  HELIOGRAPH_TRY(leaveOutTheRest(run));
  return transaction->commit();
}

/// stop() within a transaction.
Result<> RunControl::end(RunId run) const {
  auto found = RunRepository(m_database, m_clock).byId(run);
  if (!found) return fail(found.error());
  if (found->state == RunState::Stopped) return {};
  if (found->state == RunState::Done) return conflict(QStringLiteral("This campaign has been sent already."));
  Statement change(m_database,
                   QStringLiteral("UPDATE run SET state = 'stopped', hold_reason = '', finished_at = ? WHERE id = ?"));
  HELIOGRAPH_TRY(change.bind(m_clock.now()).bind(run).run());
  return leaveOutTheRest(run);
}

/// Rows being sent keep their state: their answers are still to come.
Result<> RunControl::leaveOutTheRest(RunId run) const {
  Statement skip(m_database,
                 QStringLiteral("UPDATE outbox SET state = 'skipped', reason = ?, owner = NULL, expires_at = NULL, "
                                "updated_at = ? WHERE run_id = ? AND state IN ('pending', 'claimed')"));
  return skip.bind(QString(reason::campaignStopped)).bind(m_clock.now()).bind(run).run();
}

Result<int> RunControl::forAll(CampaignId campaign, const std::function<Result<>(RunId)>& change) const {
  auto runs = RunRepository(m_database, m_clock).ofCampaign(campaign);
  if (!runs) return fail(runs.error());
  int changed = 0;
  for (const Run& run : *runs) {
    if (run.isOver()) continue;
    auto done = change(run.id);
    if (done) {
      ++changed;
    } else if (done.error().code != ErrorCode::Conflict) {
      return fail(done.error());
    }
  }
  return changed;
}

Result<int> RunControl::pauseCampaign(CampaignId campaign) const {
  return forAll(campaign, [this](RunId run) { return pause(run); });
}

Result<int> RunControl::resumeCampaign(CampaignId campaign) const {
  return forAll(campaign, [this](RunId run) { return resume(run); });
}

Result<int> RunControl::releaseCampaign(CampaignId campaign) const {
  return forAll(campaign, [this](RunId run) { return release(run); });
}

Result<int> RunControl::releaseCampaign(CampaignId campaign, const QString& heldFor) const {
  return forAll(campaign, [this, &heldFor](RunId run) { return release(run, heldFor); });
}

Result<int> RunControl::stopCampaign(CampaignId campaign) const {
  auto transaction = Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  auto stopped = forAll(campaign, [this](RunId run) { return end(run); });
  if (!stopped) return stopped;
  HELIOGRAPH_TRY(campaign::CampaignRepository(m_database, m_clock).markStopped(campaign));
  HELIOGRAPH_TRY(transaction->commit());
  return stopped;
}

}  // namespace heliograph::delivery
