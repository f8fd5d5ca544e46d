// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/result.h"
#include "providers/provider.h"
#include "providers/template/secret_values.h"

namespace heliograph::net {
class SecretStore;
}

namespace heliograph::providers {

/// What the secret store has of a provider.
struct ProviderSecrets {
  SecretValues values;  ///< by field name
  QStringList missing;  ///< names of the fields that are needed and aren't there

  [[nodiscard]] bool isComplete() const { return missing.isEmpty(); }
};

/// The fields of the definition whose values are secret and asked for with these settings.
[[nodiscard]] std::vector<SettingField> secretFields(const ProviderDefinition& definition, const Provider& provider);

/// Reads them. A field that isn't there counts as missing; Error only when the store itself fails (locked, no access).
[[nodiscard]] Result<ProviderSecrets> readSecrets(const ProviderDefinition& definition, const Provider& provider,
                                                  const net::SecretStore& store);

/// Keeps the values. Errors: InvalidInput for a name that isn't a secret field of this provider (nothing is kept then),
/// and what the store says.
[[nodiscard]] Result<> writeSecrets(const ProviderDefinition& definition, const Provider& provider,
                                    const SecretValues& values, net::SecretStore& store);

/// Forgets all of them, when the provider is removed.
[[nodiscard]] Result<> removeSecrets(const ProviderDefinition& definition, const Provider& provider,
                                     net::SecretStore& store);

/// "Missing for “Main”: Auth token. Enter it in the provider's settings."
[[nodiscard]] QString describeMissing(const ProviderDefinition& definition, const Provider& provider,
                                      const QStringList& missing);

}  // namespace heliograph::providers
