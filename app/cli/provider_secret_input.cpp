// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/provider_secret_input.h"

#include <QJsonDocument>
#include <algorithm>

#include "core/logging.h"
#include "providers/routes/provider_secrets.h"

namespace heliograph::cli {
namespace {

Result<std::vector<providers::SettingField>> fieldsOf(const app::Workspace& workspace,
                                                      const providers::Provider& provider) {
  return workspace.definitions.definitionOf(provider).map(
      [&](const providers::ProviderDefinition& definition) { return providers::secretFields(definition, provider); });
}

}  // namespace

Result<SecretInput> readSecretInput(Console& console) {
  auto bytes = console.readInput();
  if (!bytes) return fail(bytes.error());
  const QJsonDocument document = QJsonDocument::fromJson(*bytes);
  SecretInput secrets;
  bool fits = document.isObject();
  const QJsonObject json = document.object();
  for (auto one = json.begin(); one != json.end(); ++one) {
    fits = fits && one.value().isString();
    secrets.insert(one.key(), one.value().toString());
  }
  if (fits) return secrets;
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("Standard input holds no JSON object of texts. Write {\"auth_token\": \"…\"}."));
}

Result<> keepSecrets(app::Workspace& workspace, const providers::Provider& provider, const SecretInput& secrets) {
  auto fields = fieldsOf(workspace, provider);
  if (!fields) return fail(fields.error());
  for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
    const bool known = std::any_of(fields->begin(), fields->end(),
                                   [&](const providers::SettingField& field) { return field.name == secret.key(); });
    if (!known) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“%1” is no secret of this kind of provider. See `heliograph provider types`.")
                      .arg(secret.key()));
    }
    if (auto kept = workspace.secrets.write(provider.name, secret.key(), secret.value()); !kept) {
      return fail(kept.error().code,
                  QStringLiteral("%1 Without a keyring give the secret in the environment or as a systemd credential.")
                      .arg(kept.error().message),
                  kept.error().detail);
    }
  }
  return {};
}

void forgetSecrets(app::Workspace& workspace, const providers::Provider& provider) {
  auto fields = fieldsOf(workspace, provider);
  if (!fields) return;
  for (const providers::SettingField& field : *fields) {
    if (auto gone = workspace.secrets.remove(provider.name, field.name); !gone) {
      qCWarning(logApp) << "a secret could not be removed:" << errorCodeName(gone.error().code);
    }
  }
}

}  // namespace heliograph::cli
