// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "providers/definition/provider_definition.h"

namespace heliograph::providers {

/// True for a definition that comes with the program; others are a person's own.
[[nodiscard]] bool isBuiltIn(const ProviderDefinition& definition);

/// The host names that requests of this definition go to with credentials, as it writes them: no others ever get any.
/// Empty where each instance gives its own.
[[nodiscard]] QStringList credentialHosts(const ProviderDefinition& definition);

/// True if a secret stands in the path or query of one of its requests.
[[nodiscard]] bool sendsSecretInAddress(const ProviderDefinition& definition);

}  // namespace heliograph::providers
