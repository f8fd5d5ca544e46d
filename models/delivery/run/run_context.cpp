// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/run_context.h"

#include <algorithm>

#include "campaign/campaign_repository.h"
#include "campaign/campaign_snippets.h"
#include "campaign/message_plan_of.h"
#include "delivery/outbox/left_out_providers.h"
#include "delivery/outbox/outbox.h"

namespace heliograph::delivery {
namespace {

using namespace std::chrono_literals;

constexpr auto kRouteHolds = 30s;
/// While nobody can send, somebody may be typing the secret in.
constexpr auto kEmptyRouteHolds = 2s;

}  // namespace

std::vector<std::shared_ptr<const providers::ReadyProvider>> RunContext::candidates() const {
  std::vector<std::shared_ptr<const providers::ReadyProvider>> left;
  for (const providers::ReadyProvider& ready : route->ready) {
    if (!leftOut.contains(ready.provider.id)) left.emplace_back(route, &ready);
  }
  return left;
}

bool RunContext::mayLeave(const QDateTime& now) const {
  if (!sendAt.isValid()) return true;
  if (keepsNoMore) return false;
  std::vector<providers::Holding> all;
  for (const providers::ReadyProvider& ready : route->ready) {
    all.push_back(providers::holdingOf(ready.definition, ready.provider));
  }
  return providers::joined(all, route->name).reaches(now, sendAt);
}

bool RunContext::goesByCountry() const {
  return std::any_of(route->ready.begin(), route->ready.end(),
                     [](const providers::ReadyProvider& ready) { return ready.coverage.isStated(); });
}

RunContexts::RunContexts(const DeliveryContext& context)
    : m_context(context),
      m_providers(context.database, context.catalog, context.clock),
      m_groups(context.database, context.clock),
      m_routes(m_providers, m_groups, context.catalog, context.secrets) {}

Result<RunContext*> RunContexts::of(const Run& run) {
  auto& slot = m_contexts[run.id.value];
  if (!slot) {
    auto made = make(run);
    if (!made) return fail(made.error());
    slot = std::move(*made);
  }
  slot->sendAt = run.isHandedOver ? run.dueAt : QDateTime();
  slot->keepsNoMore = run.keepsNoMore;
  const auto age = std::chrono::steady_clock::now() - slot->resolvedAt;
  const bool isReady = !slot->route->ready.empty() && slot->linked.isReady() && !slot->isStuck;
  if (age > (isReady ? kRouteHolds : kEmptyRouteHolds)) HELIOGRAPH_TRY(resolve(*slot));
  return slot.get();
}

RunContext* RunContexts::find(RunId run) const {
  const auto it = m_contexts.find(run.value);
  return it == m_contexts.end() ? nullptr : it->second.get();
}

void RunContexts::keepOnly(const std::vector<Run>& runs) {
  std::erase_if(m_contexts, [&](const auto& entry) {
    return std::none_of(runs.begin(), runs.end(), [&](const Run& run) { return run.id.value == entry.first; });
  });
}

Result<> RunContexts::readLeftOut() {
  for (const auto& [id, context] : m_contexts) {
    auto providers = LeftOutProviders(m_context.database).of(context->run);
    if (!providers) return fail(providers.error());
    // Who was mended is looked up again before it gets anything.
    const bool cameBack = std::any_of(context->leftOut.begin(), context->leftOut.end(),
                                      [&](ProviderId one) { return !providers->contains(one); });
    if (cameBack) {
      context->resolvedAt = {};
      continue;
    }
    context->leftOut = std::move(*providers);
  }
  return {};
}

Result<std::unique_ptr<RunContext>> RunContexts::make(const Run& run) const {
  auto frozen = campaign::CampaignRepository(m_context.database, m_context.clock).version(run.version);
  if (!frozen) return fail(frozen.error());
  auto message =
      campaign::withCoupons(m_context.database, m_context.clock, frozen->campaign).and_then(campaign::messagePlanOf);
  if (!message) return fail(message.error());
  auto schema = audience::ProfileSchema::load(m_context.database);
  if (!schema) return fail(schema.error());
  auto made = std::make_unique<RunContext>(run.id, std::move(*frozen), std::move(*message), std::move(*schema));
  made->linked = LinkedNeeds(made->message, made->frozen);
  HELIOGRAPH_TRY(resolve(*made));
  return made;
}

/// The workspace's hours may change while a run is being sent.
Result<> RunContexts::readQuiet(RunContext& context) const {
  auto inForce = quietInForce(m_context.database, context.frozen.campaign);
  if (!inForce) return fail(inForce.error());
  const bool isFirst = !context.route;
  // None are in force: whoever was put aside by hours that were taken back need not wait.
  if (*inForce == context.quiet.inForce()) {
    return isFirst ? Outbox(m_context.database).wakeAllQuiet(context.run) : Result<>();
  }
  context.quiet = QuietGate(std::move(*inForce), zoneProperty(context.schema->properties()));
  return isFirst ? Result<>() : Outbox(m_context.database).wakeAllQuiet(context.run);
}

Result<> RunContexts::resolve(RunContext& context) const {
  context.resolvedAt = std::chrono::steady_clock::now();
  context.leftOut.clear();
  HELIOGRAPH_TRY(readQuiet(context));
  HELIOGRAPH_TRY(context.linked.readSecrets(m_context.secrets));
  auto route = m_routes.resolve(context.frozen.campaign.route);
  if (route) {
    context.route = std::make_shared<const providers::ResolvedRoute>(std::move(*route));
    return {};
  }
  const ErrorCode why = route.error().code;
  if (why != ErrorCode::NotFound && why != ErrorCode::Credentials) return fail(route.error());
  // The provider was removed, or its secrets can't be read: nobody can send until that is mended.
  providers::ResolvedRoute nobody;
  nobody.unready.push_back({ProviderId{}, QString(), route.error().message});
  context.route = std::make_shared<const providers::ResolvedRoute>(std::move(nobody));
  return {};
}

}  // namespace heliograph::delivery
