// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/linked_secrets.h"
#include "library/linked_source.h"
#include "library/linked_template.h"
#include "net/guarded_fetch.h"

namespace heliograph::library {

/// A source with what it needs to be asked. Immutable where it is shared.
struct ReadySource {
  LinkedSource source;
  LinkedSecrets secrets;
};

/// The request for these parameters. Error: InvalidInput, without any value in its words.
[[nodiscard]] Result<net::GuardedRequest> linkedRequest(const ReadySource& ready, const LinkedValues& parameters);

/// What tells one question from another: the definition, the secrets and the address with its values, as a hash that
/// gives none of them away.
[[nodiscard]] QByteArray linkedKey(const ReadySource& ready, const net::GuardedRequest& request);

/// A text with the secrets taken out, for what is kept or shown.
[[nodiscard]] QByteArray withoutSecrets(QByteArray text, const LinkedSecrets& secrets);

}  // namespace heliograph::library
