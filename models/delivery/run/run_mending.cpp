// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/run_mending.h"

#include <algorithm>

#include "campaign/campaign_repository.h"
#include "delivery/outbox/left_out_providers.h"
#include "storage/transaction.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

constexpr auto kMendingEvery = 2s;
constexpr auto kVainHolds = 60s;

bool waitsForTaker(const Run& run) {
  return run.state == RunState::Paused && (run.reason == hold::noProvider || run.reason == hold::noCountry);
}

}  // namespace

RunMending::RunMending(const DeliveryContext& context)
    : m_context(context),
      m_runs(context.database, context.clock),
      m_providers(context.database, context.catalog, context.clock),
      m_groups(context.database, context.clock),
      m_routes(m_providers, m_groups, context.catalog, context.secrets) {}

Result<> RunMending::look() {
  const auto now = std::chrono::steady_clock::now();
  if (now < m_nextLook) return {};
  m_nextLook = now + kMendingEvery;
  auto open = m_runs.open();
  if (!open) return fail(open.error());
  std::erase_if(m_inVain, [&](const auto& entry) {
    return std::none_of(open->begin(), open->end(),
                        [&](const Run& run) { return run.id == entry.first && waitsForTaker(run); });
  });
  Result<> looked;
  for (const Run& run : *open) {
    if (auto done = lookAt(run); !done && looked) looked = std::move(done);
  }
  return looked;
}

Result<> RunMending::lookAt(const Run& run) {
  if (run.state != RunState::Running && !waitsForTaker(run)) return {};
  const LeftOutProviders leftOut(m_context.database);
  auto without = leftOut.of(run.id);
  if (!without) return fail(without.error());
  if (without->empty() && !waitsForTaker(run)) return {};
  auto frozen = campaign::CampaignRepository(m_context.database, m_context.clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  auto route = m_routes.resolve(frozen->campaign.route);
  // Nobody is there at all: that is said elsewhere.
  if (!route && route.error().code == ErrorCode::NotFound) return {};
  if (!route) return fail(route.error());
  auto transaction = storage::Transaction::begin(m_context.database);
  if (!transaction) return fail(transaction.error());
  HELIOGRAPH_TRY(leftOut.forgetMended(run.id, route->ready));
  auto still = leftOut.of(run.id);
  if (!still) return fail(still.error());
  HELIOGRAPH_TRY(transaction->commit());
  if (!waitsForTaker(run)) return {};
  std::vector<Taker> takers;
  for (const providers::ReadyProvider& ready : route->ready) {
    if (!still->contains(ready.provider.id)) takers.push_back({ready.provider.id, ready.coverage});
  }
  return letGoOn(run, std::move(takers));
}

Result<> RunMending::letGoOn(const Run& run, std::vector<Taker> takers) {
  // With the same as before it would be looked for in vain again, among all that wait.
  const auto now = std::chrono::steady_clock::now();
  Vain& inVain = m_inVain[run.id];
  if (takers.empty() || (takers == inVain.takers && now < inVain.until)) return {};
  auto can = somebodyCanTake(m_context.database, run.id, takers);
  if (!can) return fail(can.error());
  if (!*can) {
    inVain = {std::move(takers), now + kVainHolds};
    return {};
  }
  return m_runs.move(run.id, RunState::Paused, RunState::Running).map([](bool) {});
}

}  // namespace heliograph::delivery
