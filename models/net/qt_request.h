// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkRequest>

#include "core/result.h"
#include "net/http_client.h"

namespace heliograph::net {

/// The request as QNetworkAccessManager takes it, with everything switched off that it would do by itself.
/// InvalidInput: not an http(s) address, credentials in the address, or a header that would break out of its line.
[[nodiscard]] Result<QNetworkRequest> toQtRequest(const HttpRequest& request, const HttpClientOptions& options);

}  // namespace heliograph::net
