// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/ready_desk.h"

#include "providers/routes/provider_secrets.h"

namespace heliograph::delivery {

std::optional<providers::ReadyProvider> readyDesk(const DeliveryContext& context,
                                                  const providers::ProviderRepository& providers, ProviderId id) {
  auto provider = providers.byId(id);
  if (!provider) return std::nullopt;
  auto definition = context.catalog.definitionOf(*provider);
  if (!definition) return std::nullopt;
  auto secrets = providers::readSecrets(*definition, *provider, context.secrets);
  if (!secrets || !secrets->isComplete()) return std::nullopt;
  providers::ReadyProvider ready;
  ready.provider = std::move(*provider);
  ready.definition = std::move(*definition);
  ready.secrets = std::move(secrets->values);
  return ready;
}

}  // namespace heliograph::delivery
