// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "core/result.h"
#include "providers/provider.h"
#include "providers/request/request_builder.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::providers {

/// A request as it can be shown: what leaves, letter by letter, with dots in the place of every secret.
struct RequestPicture {
  QString method;  ///< "POST"
  QString url;     ///< as it leaves, percent-encoded
  std::vector<std::pair<QString, QString>> headers;
  QString body;

  /// "POST https://…", the headers, an empty line and the body.
  [[nodiscard]] QString text() const;

  bool operator==(const RequestPicture&) const = default;
};

/// The picture of the request that sends `message`. It is built with stand-ins for the secrets, so that it can't hold
/// one, whatever becomes of them on the way. Errors: those of buildSend(), but for missing secrets.
[[nodiscard]] Result<RequestPicture> pictureOfSend(const ProviderDefinition& definition, const Provider& provider,
                                                   const OutgoingMessage& message);

/// An answer's text with dots in the place of every secret, however it is written there, and at most `most` characters
/// of it.
[[nodiscard]] QString withoutSecrets(const QString& text, const SecretValues& secrets, qsizetype most = 4000);

}  // namespace heliograph::providers
