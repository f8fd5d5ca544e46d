// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include "core/result.h"
#include "providers/definition/provider_definition.h"

namespace heliograph::providers {

/// What a definition says otherwise than the provider's own specification (OpenAPI 3.0 or 3.1 as JSON), a sentence
/// each, beginning with the place: requests that aren't there, content types, unknown and missing fields, texts where
/// numbers stand, and selectors and statuses that no answer has. Empty if they agree. Error: InvalidInput for what
/// isn't such a specification.
[[nodiscard]] Result<QStringList> compareWithOpenApi(const ProviderDefinition& definition,
                                                     const QByteArray& specification);

}  // namespace heliograph::providers
