// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What a person may do to a run, whoever sends it: couriers of every process look at the run before each batch. Any
/// thread; each call is one short transaction.
class RunControl final {
 public:
  RunControl(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Nothing more leaves until resume(). Conflict if the run isn't being sent or filled.
  [[nodiscard]] Result<> pause(RunId run) const;
  /// Goes on. A run that paused by itself for its refusals doesn't do so again. Conflict if the run isn't paused.
  [[nodiscard]] Result<> resume(RunId run) const;
  /// Sends a held run after all: what it counts now is approved. After a first batch the rest goes; a run held for
  /// another reason still asks after its first batch. Conflict if it isn't held.
  [[nodiscard]] Result<> release(RunId run) const;
  /// The same only for what a person was asked: Conflict if it is held for another reason (namespace hold) by now.
  [[nodiscard]] Result<> release(RunId run, const QString& heldFor) const;
  /// Sends the copy that won an A/B test, from 0, to everybody who wasn't in it. Conflict unless the test was sent and
  /// waits for its winner; InvalidInput for a copy that there isn't.
  [[nodiscard]] Result<> chooseWinner(RunId run, int copy) const;
  /// Ends a run for good: whoever hasn't been sent to is skipped ('campaign_stopped'). What is at a provider's door
  /// can't be called back. Stopping twice is fine; Conflict if it is done.
  [[nodiscard]] Result<> stop(RunId run) const;
  /// Ends a missed run that nobody was sent. Conflict if it isn't held as missed any more.
  [[nodiscard]] Result<> skipMissed(RunId run) const;

  /// The same for all runs of a campaign that it applies to, and how many they were. stopCampaign() marks the campaign
  /// as stopped, too.
  [[nodiscard]] Result<int> pauseCampaign(CampaignId campaign) const;
  [[nodiscard]] Result<int> resumeCampaign(CampaignId campaign) const;
  [[nodiscard]] Result<int> releaseCampaign(CampaignId campaign) const;
  [[nodiscard]] Result<int> releaseCampaign(CampaignId campaign, const QString& heldFor) const;
  [[nodiscard]] Result<int> stopCampaign(CampaignId campaign) const;

 private:
  [[nodiscard]] Result<int> forAll(CampaignId campaign, const std::function<Result<>(RunId)>& change) const;
  [[nodiscard]] Result<> letGo(RunId run, const QString* heldFor) const;
  [[nodiscard]] Result<> end(RunId run) const;
  [[nodiscard]] Result<> leaveOutTheRest(RunId run) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
