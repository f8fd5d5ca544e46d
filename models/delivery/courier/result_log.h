// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/clock.h"
#include "delivery/outbox/left_out_providers.h"
#include "delivery/outbox/outbox.h"
#include "delivery/outbox/provider_circuit.h"
#include "delivery/outbox/rate_lease.h"
#include "delivery/outbox/refusal_watch.h"
#include "providers/routes/provider_repository.h"

namespace heliograph::delivery {

/// What came back of one try, with everything that follows from it.
struct Landing {
  RunId run;
  TryResult result;
  ProviderId provider;
  QString optedOut;                    ///< this number asked the provider not to be texted
  std::chrono::milliseconds pause{0};  ///< leave the provider alone for so long
  QString pauseReason;
  QString problem;                                        ///< of the provider, in words; empty: none
  bool notKept = false;                                   ///< it keeps no messages until the run's time
  std::optional<LeftOutProviders::Cause> leavesOut = {};  ///< nothing more of this run goes through it
  std::optional<Contact> contact = {};                    ///< told once a request, however many messages shared it
  qint64 left = 0;                                        ///< when the message left, milliseconds since 1970
};

/// Results that wait to be written, so that many share one commit. They stay until they are: a full disk or a long lock
/// costs time, not results.
class ResultLog final {
 public:
  /// Runs of which more than `mostRefusedPercent` of the last messages were refused are paused.
  ResultLog(const storage::Database& database, const Clock& clock, const providers::ProviderRepository& providers,
            int mostRefusedPercent)
      : m_database(database), m_clock(clock), m_providers(providers), m_refusals(database, mostRefusedPercent) {}

  void add(Landing landing) { m_waiting.push_back(std::move(landing)); }
  [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }

  /// Writes all that waits, inside the caller's Transaction.
  [[nodiscard]] Result<> write();
  /// The transaction was committed.
  void written() { m_waiting.clear(); }

 private:
  [[nodiscard]] Result<> writeHealth(const Landing& landing);
  [[nodiscard]] Result<> writeContacts() const;
  [[nodiscard]] Result<> watchRefusals() const;

  const storage::Database& m_database;
  const Clock& m_clock;
  const providers::ProviderRepository& m_providers;
  RefusalWatch m_refusals;
  std::vector<Landing> m_waiting;
  std::unordered_map<qint64, std::chrono::steady_clock::time_point> m_acceptedNoted;  ///< by provider
};

}  // namespace heliograph::delivery
