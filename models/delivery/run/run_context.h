// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "audience/profile_schema.h"
#include "campaign/published_version.h"
#include "delivery/delivery_context.h"
#include "delivery/outbox/run_progress.h"
#include "delivery/quiet/quiet_gate.h"
#include "delivery/run/linked_needs.h"
#include "message/message_plan.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::delivery {

/// All that one courier needs of a run to send it.
struct RunContext {
  RunContext(RunId r, campaign::FrozenCampaign f, message::MessagePlan m,
             std::shared_ptr<const audience::ProfileSchema> s)
      : run(r), frozen(std::move(f)), message(std::move(m)), schema(std::move(s)) {}

  RunId run;
  campaign::FrozenCampaign frozen;
  message::MessagePlan message;
  std::shared_ptr<const audience::ProfileSchema> schema;
  std::shared_ptr<const providers::ResolvedRoute> route;
  LinkedNeeds linked;        ///< what its texts read of linked content
  QuietGate quiet;           ///< when its people aren't to be disturbed
  QDateTime sendAt;          ///< providers keep its messages until then; invalid: they send at once
  bool keepsNoMore = false;  ///< but one of them said that it doesn't
  int awaitingLinked = 0;    ///< rows that are picked and wait for it
  std::map<ProviderId, providers::AccessTokens::Look> tokens;  ///< of the providers with OAuth 2.0
  std::set<ProviderId> leftOut;  ///< rejected the account: nothing more of this run, by anybody
  std::chrono::steady_clock::time_point resolvedAt;
  std::optional<Obstacle> told;                         ///< what was last said of who can send
  bool isStuck = false;                                 ///< no candidate can take any of those who are left
  bool lacksCountry = false;                            ///< likewise, as none covers their countries
  std::chrono::steady_clock::time_point stuckLookedAt;  ///< whether it is stuck

  /// The providers that may be tried, in their order. They outlive a new look-up of the route.
  [[nodiscard]] std::vector<std::shared_ptr<const providers::ReadyProvider>> candidates() const;
  /// Whether messages may leave at `now`: always, unless providers are to keep them and can't until their time.
  [[nodiscard]] bool mayLeave(const QDateTime& now) const;
  /// When a message that leaves at `now` is sent to the person.
  [[nodiscard]] QDateTime arrivalOf(const QDateTime& now) const { return sendAt.isValid() ? sendAt : now; }
  /// Some provider of the route says which countries it covers.
  [[nodiscard]] bool goesByCountry() const;
};

/// The contexts of the runs that are being sent. A route is looked up again now and then, so that a provider that was
/// added, corrected or given its secret is used without a restart.
class RunContexts final {
 public:
  explicit RunContexts(const DeliveryContext& context);

  /// The context of a run, made at first use. Errors: those of storage and of the secret store, Damaged.
  [[nodiscard]] Result<RunContext*> of(const Run& run);
  /// Of a run that is in use; nullptr if it isn't.
  [[nodiscard]] RunContext* find(RunId run) const;
  /// Reads anew whom the runs go on without; inside a Transaction.
  [[nodiscard]] Result<> readLeftOut();
  /// Forgets a run, and all that aren't among these.
  void forget(RunId run) { m_contexts.erase(run.value); }
  void keepOnly(const std::vector<Run>& runs);

  [[nodiscard]] const providers::ProviderRepository& providers() const { return m_providers; }

 private:
  [[nodiscard]] Result<std::unique_ptr<RunContext>> make(const Run& run) const;
  [[nodiscard]] Result<> resolve(RunContext& context) const;
  [[nodiscard]] Result<> readQuiet(RunContext& context) const;

  DeliveryContext m_context;
  providers::ProviderRepository m_providers;
  providers::GroupRepository m_groups;
  providers::RouteResolver m_routes;
  std::unordered_map<qint64, std::unique_ptr<RunContext>> m_contexts;
};

}  // namespace heliograph::delivery
