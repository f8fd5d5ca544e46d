// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>
#include <vector>

#include "net/http_request.h"
#include "providers/definition/report_spec.h"

namespace heliograph::providers {

/// A provider's call as it came in.
struct CallbackRequest {
  QByteArray method;       ///< "GET", "POST"
  QString url;             ///< as the provider was given it, with the query
  net::HttpHeaders query;  ///< percent-decoded
  net::HttpHeaders headers;
  QByteArray body;
};

/// With what a call has to be signed.
struct SignatureKey {
  SignatureSpec::Strategy strategy = SignatureSpec::Strategy::None;
  QByteArray secret;
  QString algorithm;  ///< of VonageSig: "MD5HASH", "MD5HMAC", "SHA1HMAC", "SHA256HMAC" or "SHA512HMAC"
};

/// A name and its value.
using CallbackField = std::pair<QString, QString>;

/// The fields of a form's body (application/x-www-form-urlencoded), decoded, in order; empty for another body.
[[nodiscard]] std::vector<CallbackField> formFieldsOf(const CallbackRequest& request);

/// The pairs of a form or a query, decoded, in order.
[[nodiscard]] std::vector<CallbackField> decodedPairs(const QByteArray& encoded);

/// "name=value&…" as they are, sorted by name and then value.
[[nodiscard]] QString sortedPairs(const std::vector<CallbackField>& pairs);

/// Vonage's "sig" over the pairs, as bytes. Nothing for an algorithm that isn't one of SignatureKey's.
[[nodiscard]] std::optional<QByteArray> vonageSignature(const std::vector<CallbackField>& pairs,
                                                        const QByteArray& secret, const QString& algorithm);

/// Whether the call is signed with that key. False without a signature, with an empty secret and for the strategy None.
/// Takes as long for a wrong signature as for a right one. `now` is for signatures that end.
[[nodiscard]] bool isSigned(const CallbackRequest& request, const SignatureKey& key, const QDateTime& now);

/// Compares without telling by the time it takes where the difference is.
[[nodiscard]] bool isSameSecret(const QByteArray& one, const QByteArray& other);

}  // namespace heliograph::providers
