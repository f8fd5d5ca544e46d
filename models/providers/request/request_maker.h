// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/provider.h"
#include "providers/request/json_writer.h"
#include "providers/request/request_builder.h"

/// One request out of one exchange and the values that fill it: what buildSend() and its likes share.
namespace heliograph::providers {

/// All that a request is filled with.
struct RequestFilling {
  TokenValues values;
  QString elementsAt;
  std::vector<BodyElement> elements;
  std::vector<NamedValue> extra;  ///< further pairs of the body, or of the query where there is none
  std::vector<NamedValue> extraHeaders;
  QString page;  ///< an address that the provider gave, in the place of path and query; on the same server only
};

/// The values of one provider's settings and secrets, to which those of a message are added. Error: Credentials if a
/// secret is missing.
[[nodiscard]] Result<TokenValues> instanceValues(const ProviderDefinition& definition, const Provider& provider,
                                                 const SecretValues& secrets);

/// Scheme and host of a request: the instance's own, else `host` if it names one, else the definition's. Error:
/// InvalidInput if it is no address that requests may go to.
[[nodiscard]] Result<QByteArray> baseOf(const QString& host, const ProviderDefinition& definition,
                                        const Provider& provider, const TokenValues& values);

/// The request, with its credentials and signed. Errors: InvalidInput, Credentials.
[[nodiscard]] Result<net::HttpRequest> makeRequest(const Exchange& exchange, const ProviderDefinition& definition,
                                                   const Provider& provider, const RequestFilling& filling);
[[nodiscard]] Result<net::HttpRequest> makeRequest(const Exchange& exchange, const ProviderDefinition& definition,
                                                   const Provider& provider, TokenValues values);

}  // namespace heliograph::providers
