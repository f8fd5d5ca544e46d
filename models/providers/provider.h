// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "providers/definition/provider_definition.h"
#include "providers/template/base_url.h"

namespace heliograph::providers {

/// What is known of how a provider fares.
struct ProviderHealth {
  QDateTime verifiedAt;      ///< the account check was good; invalid: never
  QDateTime lastAcceptedAt;  ///< it took a message; invalid: never
  QString lastProblem;       ///< in words; empty when the last contact was good

  bool operator==(const ProviderHealth&) const = default;
};

/// One configured provider. Secrets are not part of it; they lie in the secret store under its name.
struct Provider {
  ProviderId id;
  QString name;          ///< chosen by the person, unique
  QString type;          ///< id of the definition
  QJsonObject settings;  ///< by field name
  QString baseUrl;       ///< replaces the definition's own; empty for none
  bool isDefault = false;
  bool archived = false;
  QDateTime createdAt;
  ProviderHealth health;

  /// The text of a setting; its default when it isn't set.
  [[nodiscard]] QString setting(const SettingField& field) const;

  bool operator==(const Provider&) const = default;
};

/// One thing that is wrong with an instance, at the field where it is.
struct FieldError {
  QString field;  ///< "name", "type", "base_url" or a setting's name
  QString text;   ///< for the person

  bool operator==(const FieldError&) const = default;
};

/// Reads `{"name", "type", "settings": {…}, "base_url"?}`. Error: InvalidInput for what isn't such an object.
[[nodiscard]] Result<Provider> providerFromJson(const QByteArray& json);
/// The same form, without id, health and secrets.
[[nodiscard]] QJsonObject providerToJson(const Provider& provider);

/// A row of a field of the type Rows.
struct SettingRow {
  QString name;
  QString value;
  QString secret;  ///< name under which the value lies in the secret store; empty: `value` is the value

  bool operator==(const SettingRow&) const = default;
};

/// The rows of such a field. Error: InvalidInput for what isn't a list of {"name", "value"} or {"name", "secret"}.
[[nodiscard]] Result<std::vector<SettingRow>> settingRows(const Provider& provider, const QString& field);

/// Everything wrong with the instance's fields by its definition; empty when it can be used. Secrets aren't looked at.
[[nodiscard]] std::vector<FieldError> checkProvider(const Provider& provider, const ProviderDefinition& definition);

/// True while the field is asked for, given the other settings.
[[nodiscard]] bool fieldApplies(const SettingField& field, const Provider& provider,
                                const ProviderDefinition& definition);

}  // namespace heliograph::providers
