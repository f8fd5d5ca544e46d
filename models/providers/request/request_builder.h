// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"
#include "net/http_request.h"
#include "providers/definition/provider_definition.h"
#include "providers/provider.h"
#include "providers/template/outgoing_message.h"
#include "providers/template/secret_values.h"

namespace heliograph::providers {

/// The request that sends `message`. Whatever the values hold, they stay values. Errors: InvalidInput (a value its
/// place can't hold, a base URL that is refused), LimitExceeded
/// (longer than the provider takes), Credentials (a secret is missing).
[[nodiscard]] Result<net::HttpRequest> buildSend(const ProviderDefinition& definition, const Provider& provider,
                                                 const SecretValues& secrets, const OutgoingMessage& message);

/// The same for several messages in one request, of which buildSend() puts no two to the same number and none that
/// differ in what they share; groupsForSending() makes such groups. Error also: Unsupported for several messages where
/// the definition sends one a request.
[[nodiscard]] Result<net::HttpRequest> buildSend(const ProviderDefinition& definition, const Provider& provider,
                                                 const SecretValues& secrets,
                                                 const std::vector<OutgoingMessage>& messages);

/// Whether a campaign's own pairs can be part of a request: none whose name is there already, is empty, or isn't one
/// for a header. Error: InvalidInput, in words for the person. Values aren't looked at.
[[nodiscard]] Result<> checkExtraPairs(const ProviderDefinition& definition, const Provider& provider,
                                       const std::vector<NamedValue>& body, const std::vector<NamedValue>& headers,
                                       const std::vector<NamedValue>& globals);

/// The request that asks a shortener for the short link of `link`; `definition` is that of a shortener. Errors:
/// InvalidInput, Credentials.
[[nodiscard]] Result<net::HttpRequest> buildShorten(const ProviderDefinition& definition, const Provider& shortener,
                                                    const SecretValues& secrets, const QString& link);

/// The request that asks whether the account is good. Error: Unsupported where the definition has none; else as above.
[[nodiscard]] Result<net::HttpRequest> buildAccountCheck(const ProviderDefinition& definition, const Provider& provider,
                                                         const SecretValues& secrets);

/// The request for an access token (OAuth 2.0 client credentials). Errors: Credentials, InvalidInput.
[[nodiscard]] Result<net::HttpRequest> buildTokenRequest(const ProviderDefinition& definition, const Provider& provider,
                                                         const SecretValues& secrets);

/// The request that asks whether what messages come from can be used. Errors: as above.
[[nodiscard]] Result<net::HttpRequest> buildSenderCheck(const ProviderDefinition& definition, const Provider& provider,
                                                        const SecretValues& secrets);

/// What an unclear message is asked for by. The provider's id is used when it is known and the definition can, then our
/// id, then the number and time.
struct LookUpKey {
  QString messageId;  ///< the provider's, may be empty
  QString clientId;   ///< ours
  QString to = {};    ///< E.164; empty: not known any more
  QString text = {};
  QDateTime sentAt = {};  ///< when the try began
};

/// A message that is looked for by number was made so long before or after its try began, if it is the one.
inline constexpr int lookUpSecondsBefore = 60;
inline constexpr int lookUpSecondsAfter = 900;

/// The exchange by which a message with this key is asked for; null if the definition can't.
[[nodiscard]] const Exchange* lookUpExchange(const ProviderDefinition& definition, const LookUpKey& key);
/// True if the definition can ask about a message with this key.
[[nodiscard]] bool canLookUp(const ProviderDefinition& definition, const LookUpKey& key);

/// The request that asks what became of a message. Error: Unsupported where the definition can't; else as above.
[[nodiscard]] Result<net::HttpRequest> buildLookUp(const ProviderDefinition& definition, const Provider& provider,
                                                   const SecretValues& secrets, const LookUpKey& key);

/// The request that takes back a message which the provider keeps for later. Error: Unsupported where the definition
/// can't; else as above.
[[nodiscard]] Result<net::HttpRequest> buildCancel(const ProviderDefinition& definition, const Provider& provider,
                                                   const SecretValues& secrets, const QString& messageId,
                                                   const QString& clientId);

/// The request that asks for receipts or replies. `tokens`: {MessageId}, {ClientId}, {MessageIds}, {Cursor}, {Since}.
/// `page`: the address of a further page, as the provider gave it. Errors: as above, InvalidInput for a page on another
/// server.
[[nodiscard]] Result<net::HttpRequest> buildPoll(const ProviderDefinition& definition, const Provider& provider,
                                                 const SecretValues& secrets, const PollSpec& poll,
                                                 const TokenValues& tokens, const QString& page = {});

}  // namespace heliograph::providers
