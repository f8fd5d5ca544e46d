// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_request.h"
#include "providers/definition/provider_definition.h"

namespace heliograph::providers {

/// Adds the header, unless its value couldn't be made.
[[nodiscard]] Result<> addHeader(const QByteArray& name, const Result<QByteArray>& value, net::HttpRequest& request);

/// The header that shows who sends. Errors: InvalidInput, Credentials without an access token.
[[nodiscard]] Result<> addAuthentication(const Authentication& authentication, const TokenValues& values,
                                         net::HttpRequest& request);

/// The header by which a client asks for an access token: id and secret encoded as in a form before they are joined
/// (RFC 6749, 2.3.1). Error: InvalidInput.
[[nodiscard]] Result<QByteArray> clientCredentials(const Authentication& authentication, const TokenValues& values);

}  // namespace heliograph::providers
