// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <vector>

#include "delivery/delivery_context.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/outbox/takers.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::delivery {

/// Lets runs use a provider again that was left out, once it is mended, and lets those go on by themselves that were
/// paused because nobody was left who takes the rest.
class RunMending final {
 public:
  explicit RunMending(const DeliveryContext& context);

  /// Looks every few seconds; cheap when nobody waits. Errors: those of storage and of the secret store.
  [[nodiscard]] Result<> look();

 private:
  /// With these nobody took the rest of a paused run.
  struct Vain {
    std::vector<Taker> takers;
    std::chrono::steady_clock::time_point until;  ///< a person may have given it other rows since
  };

  [[nodiscard]] Result<> lookAt(const Run& run);
  [[nodiscard]] Result<> letGoOn(const Run& run, std::vector<Taker> takers);

  DeliveryContext m_context;
  RunRepository m_runs;
  providers::ProviderRepository m_providers;
  providers::GroupRepository m_groups;
  providers::RouteResolver m_routes;
  std::chrono::steady_clock::time_point m_nextLook;
  std::map<RunId, Vain> m_inVain;
};

}  // namespace heliograph::delivery
