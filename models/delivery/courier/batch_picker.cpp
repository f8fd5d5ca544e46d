// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/batch_picker.h"

#include <algorithm>
#include <iterator>

#include "delivery/outbox/rate_lease.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/outbox/takers.h"

namespace heliograph::delivery {
namespace {

/// Seconds of sending for which rows are picked ahead, so that their linked content is there in time.
constexpr double kSecondsAhead = 10;

/// Of quiet people so many are put aside at a time, so that the first who may be disturbed is soon found, and no
/// other program waits long for the workspace.
constexpr int kQuietAtOnce = 500;
constexpr int kQuietRounds = 4;

/// Nothing could be picked: so often it is looked whether anything ever will.
constexpr std::chrono::milliseconds kStuckLookEvery{500};

using TokenState = providers::AccessTokens::State;

/// How long messages are gathered until a request that several share is full.
constexpr std::chrono::seconds kGatherFor{1};

int mostARequest(const providers::ReadyProvider& provider) {
  return provider.definition.batch.isUsed() ? provider.definition.batch.most : 1;
}

/// How many rows may wait for linked content; `perSecond` of 0 is no limit.
int aheadOf(double perSecond) {
  constexpr int noLimit = 1'000'000;
  return perSecond <= 0 ? noLimit : static_cast<int>(std::clamp(perSecond * kSecondsAhead, 1.0, 1e6));
}

}  // namespace

Result<std::vector<Batch>> BatchPicker::pick(const std::vector<RunContext*>& runs, const ProviderGates& gates,
                                             int room) {
  std::vector<Batch> batches;
  ++m_turn;
  for (std::size_t i = 0; i < runs.size() && room > 0; ++i) {
    HELIOGRAPH_TRY(pickOf(*runs[(i + m_turn) % runs.size()], gates, room, batches));
  }
  return batches;
}

Result<> BatchPicker::pickOf(RunContext& run, const ProviderGates& gates, int& room, std::vector<Batch>& batches) {
  const RateLease rates(m_database);
  if (run.quiet.isOn()) {
    HELIOGRAPH_TRY(Outbox(m_database).wakeQuiet(run.run, m_clock.now(), kQuietAtOnce * kQuietRounds));
  }
  const Members candidates = run.candidates();
  auto countries = countriesOf(run, candidates);
  if (!countries) return fail(countries.error());
  Members before;
  bool picked = false;
  Claim claim{run.run, m_owner, {}, {}, 0, m_lease};
  for (const auto& candidate : candidates) {
    claim.provider = candidate->provider.id;
    const double perSecond = candidate->definition.limits.perSecond;
    const int most = mostARequest(*candidate);
    const int wanted = std::min(room * most, roomAt(*candidate, gates, batches));
    const auto token = run.tokens.find(claim.provider);
    if (token != run.tokens.end() && token->second.state == TokenState::Failed) continue;
    auto offer = rates.offered(claim.provider, perSecond, wanted, most);
    if (!offer) return fail(offer.error());
    if (offer->paused) continue;
    const bool lacksToken = token != run.tokens.end() && token->second.state == TokenState::Waiting;
    if (lacksToken || isGathering(*candidate, offer->slots, wanted)) {
      before.push_back(candidate);
      continue;
    }
    const bool awaits = !run.linked.isEmpty();
    // Those that wait for linked content use their slots up when they leave.
    if (awaits) offer->slots = std::clamp(aheadOf(perSecond) - run.awaitingLinked, 0, wanted);
    if (offer->slots > 0) {
      claim.limit = offer->slots;
      auto rows = claimFor(run, claim, before, candidate->coverage, *countries);
      if (!rows) return fail(rows.error());
      if (!awaits) HELIOGRAPH_TRY(rates.take(claim.provider, perSecond, static_cast<int>(rows->size()), most));
      room -= (static_cast<int>(rows->size()) + most - 1) / most;
      picked = picked || !rows->empty();
      if (!rows->empty()) batches.push_back({&run, candidate, std::move(*rows)});
    }
    before.push_back(candidate);
  }
  if (!picked) return lookWhetherStuck(run, candidates);
  run.isStuck = false;
  return {};
}

/// A row that was turned away by all who are left, or whose country they don't cover, would wait for ever.
Result<> BatchPicker::lookWhetherStuck(RunContext& run, const Members& candidates) const {
  const auto now = std::chrono::steady_clock::now();
  if (now - run.stuckLookedAt < kStuckLookEvery) return {};
  run.stuckLookedAt = now;
  run.isStuck = false;
  auto underWay = Outbox(m_database).isUnderWay(run.run);
  if (!underWay) return fail(underWay.error());
  if (*underWay) return {};
  auto waiting = Outbox(m_database).pendingCountries(run.run);
  if (!waiting) return fail(waiting.error());
  if (waiting->empty()) return {};
  std::vector<Taker> takers;
  for (const auto& candidate : candidates) takers.push_back({candidate->provider.id, candidate->coverage});
  return somebodyCanTake(m_database, run.run, takers).map([&](bool can) { run.isStuck = !can; });
}

Result<std::vector<QString>> BatchPicker::countriesOf(RunContext& run, const Members& candidates) const {
  run.lacksCountry = false;
  if (!run.goesByCountry()) return std::vector<QString>{};
  auto countries = Outbox(m_database).pendingCountries(run.run);
  if (!countries) return countries;
  const auto isCovered = [&](const QString& country) {
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const auto& candidate) { return candidate->coverage.covers(country); });
  };
  run.lacksCountry = !countries->empty() && std::none_of(countries->begin(), countries->end(), isCovered);
  return countries;
}

/// Of the candidates before this one only those that cover a country can have turned its rows away.
Result<std::vector<ClaimedRow>> BatchPicker::claimFor(RunContext& run, Claim claim, const Members& before,
                                                      const providers::Coverage& coverage,
                                                      const std::vector<QString>& countries) const {
  if (!run.goesByCountry()) {
    for (const auto& other : before) claim.turnedAwayBy.push_back(other->provider.id);
    return this->claim(run, claim);
  }
  std::vector<ClaimedRow> rows;
  for (const QString& country : countries) {
    if (claim.limit <= 0) break;
    if (!coverage.covers(country)) continue;
    claim.country = country;
    claim.turnedAwayBy.clear();
    for (const auto& other : before) {
      if (other->coverage.covers(country)) claim.turnedAwayBy.push_back(other->provider.id);
    }
    auto some = this->claim(run, claim);
    if (!some) return some;
    claim.limit -= static_cast<int>(some->size());
    std::move(some->begin(), some->end(), std::back_inserter(rows));
  }
  return rows;
}

Result<std::vector<ClaimedRow>> BatchPicker::claim(RunContext& run, Claim claim) const {
  const Outbox outbox(m_database);
  const auto wanted = static_cast<std::size_t>(claim.limit);
  auto rows = outbox.claim(claim);
  if (!rows || !run.quiet.isOn()) return rows;
  std::size_t looked = rows->size();
  HELIOGRAPH_TRY(sortOutQuiet(run, *rows));
  claim.limit = std::max(claim.limit, kQuietAtOnce);
  for (int round = 0; round < kQuietRounds && looked > 0 && rows->size() < wanted; ++round) {
    auto more = outbox.claim(claim);
    if (!more) return more;
    looked = more->size();
    HELIOGRAPH_TRY(sortOutQuiet(run, *more));
    rows->insert(rows->end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  if (rows->size() <= wanted) return rows;
  std::vector<OutboxId> tooMany;
  for (std::size_t i = wanted; i < rows->size(); ++i) tooMany.push_back((*rows)[i].id);
  rows->resize(wanted);
  return outbox.giveBack(tooMany, m_owner).map([&] { return std::move(*rows); });
}

/// Keeps those who may be disturbed now.
Result<> BatchPicker::sortOutQuiet(RunContext& run, std::vector<ClaimedRow>& rows) const {
  const Outbox outbox(m_database);
  const QDateTime now = m_clock.now();
  std::vector<ClaimedRow> awake;
  for (ClaimedRow& row : rows) {
    auto until = run.quiet.until(m_database, row.profile, run.arrivalOf(now));
    if (!until) return fail(until.error());
    if (!*until) {
      awake.push_back(std::move(row));
    } else if (run.quiet.inForce().discards()) {
      HELIOGRAPH_TRY(outbox.skip(row.id, reason::quietHours, m_owner));
    } else {
      HELIOGRAPH_TRY(outbox.letWait(row.id, **until, m_owner));
    }
  }
  rows = std::move(awake);
  return {};
}

bool BatchPicker::isGathering(const providers::ReadyProvider& provider, int slots, int wanted) {
  const int most = mostARequest(provider);
  if (most <= 1 || provider.definition.limits.perSecond <= 0 || slots <= 0) return false;
  const auto now = std::chrono::steady_clock::now();
  const auto [last, isFirst] = m_lastFull.try_emplace(provider.provider.id, now - kGatherFor);
  if (slots < std::min(most, wanted) && now - last->second < kGatherFor) return true;
  last->second = now;
  return false;
}

int BatchPicker::roomAt(const providers::ReadyProvider& provider, const ProviderGates& gates,
                        const std::vector<Batch>& batches) const {
  int room = gates.at(provider.provider.id).room() * mostARequest(provider);
  for (const Batch& batch : batches) {
    if (batch.provider->provider.id == provider.provider.id) room -= static_cast<int>(batch.rows.size());
  }
  return std::max(room, 0);
}

}  // namespace heliograph::delivery
