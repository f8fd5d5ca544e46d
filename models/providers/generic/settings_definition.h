// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "providers/definition/provider_definition.h"
#include "providers/provider.h"

namespace heliograph::providers {

/// What became of an instance's settings.
struct MadeDefinition {
  ProviderDefinition definition;
  std::vector<FieldError> errors;  ///< empty if the definition can be used
};

/// Turns the settings of an instance of the generic provider (resources/providers/http.json) into a definition by which
/// the one engine sends. Tokens there: $$To, $$Body, $$TemplateID, $$TemplateVariables, $$MessageID (our id),
/// $$CampaignID, and $$Secret_NAME for a value from the secret store, which becomes a secret field NAME of the made
/// definition; any other $$NAME is a value that each campaign gives. The generic shortener
/// (resources/shorteners/http.json) has $$Link alone.
[[nodiscard]] MadeDefinition definitionFromSettings(const ProviderDefinition& kind, const Provider& provider);

}  // namespace heliograph::providers
