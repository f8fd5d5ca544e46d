// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "net/http_answer.h"
#include "providers/definition/provider_definition.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::providers {

/// The results in `root`. An object where the whole answer is to be the list has none: it is an error of its own.
[[nodiscard]] std::vector<const AnswerNode*> resultNodes(const BatchSpec& batch, const AnswerNode& root);

/// Which of the results in `root` belong to which message; none for a message of which nothing can be told for sure. An
/// answer that holds a result of a message that wasn't sent with these was given to another request, and says nothing.
[[nodiscard]] std::vector<std::vector<const AnswerNode*>> resultsOf(const ProviderDefinition& definition,
                                                                    const net::HttpAnswer& answer,
                                                                    const AnswerNode& root,
                                                                    const std::vector<OutgoingMessage>& messages);

}  // namespace heliograph::providers
