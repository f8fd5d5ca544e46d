// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "providers/definition/provider_definition.h"
#include "providers/provider.h"

namespace heliograph::providers {

/// How the answers of an instance of the generic provider are read. 429 is taken as "later", then come the person's own
/// table of codes, the refusal that stands in an answer, success (any 2xx unless a success is described), 401 and 403
/// as rejected credentials, 400, 404 and 422 as refused. All else is in doubt. What is wrong is added to `errors`.
/// `idSetting` names the setting that says where the answer's id stands. `ofWhole`: of an answer that holds the results
/// of several messages, in which success is looked for.
[[nodiscard]] AnswerSpec answerFromSettings(const ProviderDefinition& kind, const Provider& provider,
                                            const QString& idSetting, bool ofWhole, std::vector<FieldError>& errors);

}  // namespace heliograph::providers
