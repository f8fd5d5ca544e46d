// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/shorteners/shortener.h"

namespace heliograph::providers {

/// True if the secrets that were entered for a saved shortener may be sent where another state of it asks: it is the
/// same one, of the same kind, and every address in it has the same scheme, host and port.
[[nodiscard]] bool sharesSecrets(const Shortener& saved, const Shortener& changed);

/// Why secrets have to be entered again, as a sentence.
[[nodiscard]] QString secretsAskedAgain();

/// Forgets the kept secrets of a shortener whose address changes, except those that are in `typed`. Blocking. Error:
/// Credentials when one can't be forgotten.
[[nodiscard]] Result<> forgetUntyped(const Shortener& saved, const DefinitionCatalog& kinds, const SecretValues& typed,
                                     net::SecretStore& store);

/// Forgets all secrets of a shortener that was removed. Blocking. Gives a sentence about those that stay, empty if none
/// does.
[[nodiscard]] QString forgetSecrets(const Shortener& removed, const DefinitionCatalog& kinds, net::SecretStore& store);

}  // namespace heliograph::providers
