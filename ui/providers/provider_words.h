// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign.h"
#include "ui/providers/store_provider.h"

namespace heliograph::ui {

/// What asking a provider brought, in a line: whether account and sender are good, its own words, what is left.
[[nodiscard]] QString verdictWords(const ProviderVerdict& verdict);

/// Where credentials go by a definition of a person's own, and that a key travels in the address; empty where there is
/// nothing to say.
[[nodiscard]] QString credentialWords(const providers::ProviderDefinition& definition);

/// What is sent when a provider is tested by itself.
[[nodiscard]] campaign::Campaign providerTest();

}  // namespace heliograph::ui
