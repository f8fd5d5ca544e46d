// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/result_log.h"

#include <set>

#include "audience/suppression_repository.h"
#include "delivery/held/held_messages.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

/// A provider's "last accepted" needs no more precision than a person sees.
constexpr auto kHealthEvery = 1s;

}  // namespace

Result<> ResultLog::write() {
  std::vector<TryResult> results;
  results.reserve(m_waiting.size());
  const RateLease rates(m_database);
  const audience::SuppressionRepository suppressions(m_database, m_clock);
  for (const Landing& landing : m_waiting) {
    results.push_back(landing.result);
    if (landing.pause.count() > 0) HELIOGRAPH_TRY(rates.pause(landing.provider, landing.pause, landing.pauseReason));
    if (!landing.optedOut.isEmpty()) {
      HELIOGRAPH_TRY(suppressions.add(landing.optedOut, QStringLiteral("provider"), landing.result.code));
    }
    HELIOGRAPH_TRY(writeHealth(landing));
    if (landing.notKept) HELIOGRAPH_TRY(HeldMessages(m_database, m_clock).keepNoMore(landing.run));
  }
  HELIOGRAPH_TRY(writeContacts());
  HELIOGRAPH_TRY(Outbox(m_database).record(results));
  return watchRefusals();
}

/// Of several answers in a row from one provider one says as much as all.
Result<> ResultLog::writeContacts() const {
  const ProviderCircuit circuit(m_database);
  std::set<ProviderId> answered;
  for (const Landing& landing : m_waiting) {
    if (!landing.contact) continue;
    if (landing.contact != Contact::Answered) {
      answered.erase(landing.provider);
    } else if (!answered.insert(landing.provider).second) {
      continue;
    }
    HELIOGRAPH_TRY(circuit.note(landing.provider, *landing.contact, landing.left));
  }
  return {};
}

Result<> ResultLog::watchRefusals() const {
  std::map<RunId, Answers> answers;
  for (const Landing& landing : m_waiting) {
    if (landing.result.fate == TryResult::Fate::Accepted) ++answers[landing.run].accepted;
    if (landing.result.fate == TryResult::Fate::Refused) ++answers[landing.run].refused;
  }
  for (const auto& [run, came] : answers) HELIOGRAPH_TRY(m_refusals.note(run, came));
  return {};
}

Result<> ResultLog::writeHealth(const Landing& landing) {
  if (landing.leavesOut) {
    HELIOGRAPH_TRY(LeftOutProviders(m_database).add(landing.run, landing.provider, *landing.leavesOut));
  }
  if (!landing.problem.isEmpty()) return m_providers.recordProblem(landing.provider, landing.problem);
  if (landing.result.fate != TryResult::Fate::Accepted) return {};
  const auto now = std::chrono::steady_clock::now();
  const auto [noted, first] = m_acceptedNoted.try_emplace(landing.provider.value, now);
  if (!first && now - noted->second < kHealthEvery) return {};
  noted->second = now;
  return m_providers.recordAccepted(landing.provider);
}

}  // namespace heliograph::delivery
