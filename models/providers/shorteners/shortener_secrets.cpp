// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/shorteners/shortener_secrets.h"

#include <QMap>
#include <QUrl>

#include "providers/routes/provider_secrets.h"

namespace heliograph::providers {
namespace {

/// Where a shortener's addresses lie, by field.
QMap<QString, QString> addressesOf(const Shortener& shortener) {
  QMap<QString, QString> places;
  const auto add = [&](const QString& field, const QString& text) {
    const bool isAddress = text.startsWith(QLatin1String("https:"), Qt::CaseInsensitive) ||
                           text.startsWith(QLatin1String("http:"), Qt::CaseInsensitive);
    if (!isAddress) return;
    const QUrl url(text);
    places[field] = url.isValid() ? QStringLiteral("%1://%2:%3")
                                        .arg(url.scheme().toLower(), url.host(QUrl::FullyEncoded).toLower())
                                        .arg(url.port())
                                  : text;
  };
  add({}, shortener.baseUrl.trimmed());
  for (auto one = shortener.settings.begin(); one != shortener.settings.end(); ++one) {
    add(one.key(), one.value().toString().trimmed());
  }
  return places;
}

/// A secret that may be kept for a shortener.
struct KeptSecret {
  QString field;
  QString label;
  bool isUsed = true;  ///< as it is set up now; others may be left of before
};

/// Those that the kind names when its settings can't be read.
std::vector<KeptSecret> keptSecretsOf(const Shortener& shortener, const DefinitionCatalog& kinds) {
  std::vector<KeptSecret> secrets;
  const Provider asked = shortener.asProvider();
  const auto definition = kinds.definitionOf(asked);
  const ProviderDefinition* known = definition ? &*definition : kinds.find(shortener.type);
  if (!known) return secrets;
  for (const SettingField& field : known->settings) {
    if (field.secret) secrets.push_back({field.name, field.label, fieldApplies(field, asked, *known)});
  }
  return secrets;
}

/// Fine when there was none.
Result<> forgetSecret(const QString& owner, const QString& field, net::SecretStore& store) {
  const auto kept = store.read(owner, field);
  if (!kept && kept.error().code == ErrorCode::NotFound) return {};
  return store.remove(owner, field);
}

}  // namespace

bool sharesSecrets(const Shortener& saved, const Shortener& changed) {
  return saved.id.isValid() && saved.id == changed.id && saved.type == changed.type &&
         addressesOf(saved) == addressesOf(changed);
}

QString secretsAskedAgain() {
  return QStringLiteral("Secrets are only sent to the address they were entered for. Enter them again.");
}

Result<> forgetUntyped(const Shortener& saved, const DefinitionCatalog& kinds, const SecretValues& typed,
                       net::SecretStore& store) {
  for (const KeptSecret& secret : keptSecretsOf(saved, kinds)) {
    if (!typed.value(secret.field).isEmpty()) continue;
    const auto forgotten = forgetSecret(shortenerSecretOwner(saved.name), secret.field, store);
    // Io: this computer has no keyring that could keep one.
    if (forgotten || !secret.isUsed || forgotten.error().code == ErrorCode::Io) continue;
    return fail(ErrorCode::Credentials,
                QStringLiteral("The address is another one, and “%1”, kept for the old one, can't be forgotten: %2")
                    .arg(secret.label, forgotten.error().message),
                forgotten.error().detail);
  }
  return {};
}

QString forgetSecrets(const Shortener& removed, const DefinitionCatalog& kinds, net::SecretStore& store) {
  const QString owner = shortenerSecretOwner(removed.name);
  QStringList left;
  for (const KeptSecret& secret : keptSecretsOf(removed, kinds)) {
    const auto forgotten = forgetSecret(owner, secret.field, store);
    if (!forgotten && secret.isUsed) left << secret.label;
  }
  if (left.isEmpty()) return {};
  return QStringLiteral("Its secrets could not be removed (%1). Look for “%2” in this computer's keyring.")
      .arg(left.join(QStringLiteral(", ")), owner);
}

}  // namespace heliograph::providers
