// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/test_ways.h"

#include <algorithm>

#include "providers/routes/definition_catalog.h"
#include "providers/routes/group_repository.h"
#include "providers/routes/provider_repository.h"

namespace heliograph::ui {

TestWays testWays(const Services& services) {
  const auto providers = services.providers.list();
  const auto groups = services.groups.list();
  if (!providers || !groups) return {};
  TestWays ways{items::routeEntries(*groups, *providers, services.clock.now()), {}};
  const auto isFree = [&](ProviderId id) {
    const auto known = std::find_if(providers->begin(), providers->end(),
                                    [id](const providers::Provider& one) { return one.id == id; });
    if (known == providers->end()) return false;
    const auto* definition = services.definitions.find(known->type);
    return definition != nullptr && definition->forTesting;
  };
  for (const providers::Provider& one : *providers) {
    if (isFree(one.id)) ways.free.push_back({QStringLiteral("provider"), one.id.value});
  }
  for (const providers::ProviderGroup& group : *groups) {
    const bool free = !group.members.empty() && std::all_of(group.members.begin(), group.members.end(), isFree);
    if (free) ways.free.push_back({QStringLiteral("group"), group.id.value});
  }
  return ways;
}

}  // namespace heliograph::ui
