// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include "core/result.h"
#include "net/http_request.h"
#include "providers/outgoing_message.h"
#include "providers/provider.h"
#include "providers/provider_definition.h"

namespace heliograph::providers {

/// A provider's secrets by field name, read for this run only.
using SecretValues = QHash<QString, QString>;

/// The request that sends `message`. Whatever the values hold, they stay values. Errors: InvalidInput (a value its
/// place can't hold, a base URL that is refused), LimitExceeded
/// (longer than the provider takes), Credentials (a secret is missing).
[[nodiscard]] Result<net::HttpRequest> buildSend(const ProviderDefinition& definition, const Provider& provider,
                                                 const SecretValues& secrets, const OutgoingMessage& message);

/// The request that asks a shortener for the short link of `link`; `definition` is that of a shortener. Errors:
/// InvalidInput, Credentials.
[[nodiscard]] Result<net::HttpRequest> buildShorten(const ProviderDefinition& definition, const Provider& shortener,
                                                    const SecretValues& secrets, const QString& link);

/// The request that asks whether the account is good. Error: Unsupported where the definition has none; else as above.
[[nodiscard]] Result<net::HttpRequest> buildAccountCheck(const ProviderDefinition& definition, const Provider& provider,
                                                         const SecretValues& secrets);

/// What an unclear message is asked for by. The provider's id is used when it is known and the definition can.
struct LookUpKey {
  QString messageId;  ///< the provider's, may be empty
  QString clientId;   ///< ours
};

/// The exchange by which a message with this key is asked for; null if the definition can't.
[[nodiscard]] const Exchange* lookUpExchange(const ProviderDefinition& definition, const LookUpKey& key);
/// True if the definition can ask about a message with this key.
[[nodiscard]] bool canLookUp(const ProviderDefinition& definition, const LookUpKey& key);

/// The request that asks what became of a message. Error: Unsupported where the definition can't; else as above.
[[nodiscard]] Result<net::HttpRequest> buildLookUp(const ProviderDefinition& definition, const Provider& provider,
                                                   const SecretValues& secrets, const LookUpKey& key);

}  // namespace heliograph::providers
