// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include "net/http_request.h"
#include "providers/definition/provider_definition.h"

namespace heliograph::providers {

/// When a request is signed, and the number used once that goes with it.
struct SigningMoment {
  QDateTime at;
  QString nonce;

  /// This instant, with 32 random hexadecimal digits.
  [[nodiscard]] static SigningMoment now();
};

/// Adds the headers and pairs by which the definition wants `request` signed; it is whole otherwise. `values` are those
/// of the instance. Error: InvalidInput for an algorithm that isn't known, or pairs where there is no form or query.
[[nodiscard]] Result<> signRequest(const RequestSignature& signature, const TokenValues& values,
                                   const SigningMoment& moment, net::HttpRequest& request);

}  // namespace heliograph::providers
