// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "delivery/delivery_context.h"
#include "providers/routes/provider_repository.h"
#include "providers/routes/route_resolver.h"

namespace heliograph::delivery {

/// A provider that can be asked about messages it has; nothing if it was removed, or lacks a secret.
[[nodiscard]] std::optional<providers::ReadyProvider> readyDesk(const DeliveryContext& context,
                                                                const providers::ProviderRepository& providers,
                                                                ProviderId id);

}  // namespace heliograph::delivery
