// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "providers/definition/provider_definition.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::providers {

/// The tokens of a send, by where they stand.
struct SendTokens {
  QStringList address;  ///< path and query
  QStringList headers;
  QStringList element;  ///< in the element of a batched list; without one nothing
  QStringList body;     ///< the rest of the body
};

[[nodiscard]] SendTokens tokensOfSend(const ProviderDefinition& definition);
/// All of them.
[[nodiscard]] QStringList sendTokens(const ProviderDefinition& definition);

/// Which messages may share a request, as indexes in their order: at most `batch.most`, never two to one number, and
/// none that differ in what stands outside their own elements. One a group where the definition sends one a request.
/// `alone`: messages that share with none, in the order of `messages`; may be shorter.
[[nodiscard]] std::vector<std::vector<std::size_t>> groupsForSending(const ProviderDefinition& definition,
                                                                     const std::vector<OutgoingMessage>& messages,
                                                                     const std::vector<bool>& alone = {});

}  // namespace heliograph::providers
