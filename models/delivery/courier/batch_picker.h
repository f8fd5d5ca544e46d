// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "core/clock.h"
#include "delivery/courier/provider_gate.h"
#include "delivery/outbox/outbox.h"
#include "delivery/run/run_context.h"

namespace heliograph::delivery {

/// Rows of one run for one provider.
struct Batch {
  RunContext* context = nullptr;
  std::shared_ptr<const providers::ReadyProvider> provider;
  std::vector<ClaimedRow> rows;
  bool isComplete = false;  ///< the linked content of its texts is there
};

/// What one courier keeps in mind of the providers.
using ProviderGates = std::map<ProviderId, ProviderGate>;

/// Chooses what is sent next: for each run, the first provider of its route that may be used now gets the rows that no
/// provider before it can have, because it has turned them away, can't be reached or doesn't cover their country.
class BatchPicker final {
 public:
  BatchPicker(const storage::Database& database, const Clock& clock, QString owner, std::chrono::milliseconds lease)
      : m_database(database), m_clock(clock), m_owner(std::move(owner)), m_lease(lease) {}

  /// Claims rows of these runs for up to `room` requests, inside the caller's Transaction. Runs take turns at being
  /// first. Whose person has quiet hours now waits until they are over, or is left out, as the campaign says.
  [[nodiscard]] Result<std::vector<Batch>> pick(const std::vector<RunContext*>& runs, const ProviderGates& gates,
                                                int room);

 private:
  [[nodiscard]] Result<> pickOf(RunContext& run, const ProviderGates& gates, int& room, std::vector<Batch>& batches);
  [[nodiscard]] Result<std::vector<ClaimedRow>> claim(RunContext& run, Claim claim) const;
  [[nodiscard]] Result<> sortOutQuiet(RunContext& run, std::vector<ClaimedRow>& rows) const;
  using Members = std::vector<std::shared_ptr<const providers::ReadyProvider>>;
  /// Whether those who are left wait for somebody who isn't among the candidates.
  [[nodiscard]] Result<> lookWhetherStuck(RunContext& run, const Members& candidates) const;
  /// The countries of who is left, where that matters.
  [[nodiscard]] Result<std::vector<QString>> countriesOf(RunContext& run, const Members& candidates) const;
  [[nodiscard]] Result<std::vector<ClaimedRow>> claimFor(RunContext& run, Claim claim, const Members& before,
                                                         const providers::Coverage& coverage,
                                                         const std::vector<QString>& countries) const;
  /// Whether it is better to wait until there is room for a whole request.
  [[nodiscard]] bool isGathering(const providers::ReadyProvider& provider, int slots, int wanted);
  [[nodiscard]] int roomAt(const providers::ReadyProvider& provider, const ProviderGates& gates,
                           const std::vector<Batch>& batches) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  QString m_owner;
  std::chrono::milliseconds m_lease;
  std::size_t m_turn = 0;
  std::map<ProviderId, std::chrono::steady_clock::time_point> m_lastFull;  ///< of who takes several messages a request
};

}  // namespace heliograph::delivery
