// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/provider_secrets.h"

#include <QLocale>

#include "net/secret_store.h"

namespace heliograph::providers {

std::vector<SettingField> secretFields(const ProviderDefinition& definition, const Provider& provider) {
  std::vector<SettingField> fields;
  for (const SettingField& field : definition.settings) {
    if (field.secret && fieldApplies(field, provider, definition)) fields.push_back(field);
  }
  return fields;
}

Result<ProviderSecrets> readSecrets(const ProviderDefinition& definition, const Provider& provider,
                                    const net::SecretStore& store) {
  ProviderSecrets secrets;
  for (const SettingField& field : secretFields(definition, provider)) {
    auto value = store.read(provider.name, field.name);
    if (value && !value->isEmpty()) {
      secrets.values.insert(field.name, std::move(*value));
    } else if (!value && value.error().code != ErrorCode::NotFound) {
      return fail(value.error());
    } else if (field.required) {
      secrets.missing.append(field.name);
    }
  }
  return secrets;
}

Result<> writeSecrets(const ProviderDefinition& definition, const Provider& provider, const SecretValues& values,
                      net::SecretStore& store) {
  const auto fields = secretFields(definition, provider);
  for (auto value = values.begin(); value != values.end(); ++value) {
    const bool known =
        std::any_of(fields.begin(), fields.end(), [&](const SettingField& field) { return field.name == value.key(); });
    if (!known) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“%1” isn't a secret of “%2”.").arg(value.key(), provider.name));
    }
  }
  for (auto value = values.begin(); value != values.end(); ++value) {
    HELIOGRAPH_TRY(store.write(provider.name, value.key(), *value));
  }
  return {};
}

Result<> removeSecrets(const ProviderDefinition& definition, const Provider& provider, net::SecretStore& store) {
  for (const SettingField& field : definition.settings) {
    if (field.secret) HELIOGRAPH_TRY(store.remove(provider.name, field.name));
  }
  return {};
}

QString describeMissing(const ProviderDefinition& definition, const Provider& provider, const QStringList& missing) {
  QStringList labels;
  for (const QString& name : missing) {
    const SettingField* field = definition.field(name);
    labels.append(field ? field->label : name);
  }
  return QStringLiteral("Missing for “%1”: %2. Enter it in the provider's settings.")
      .arg(provider.name, QLocale::c().createSeparatedList(labels));
}

}  // namespace heliograph::providers
