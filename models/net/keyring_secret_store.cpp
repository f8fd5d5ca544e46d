// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/keyring_secret_store.h"

#include <qt6keychain/keychain.h>

#include "net/keyring_bus.h"
#include "net/keyring_desk.h"
#include "net/secret_errors.h"

namespace heliograph::net {
namespace {

QString keyOf(const QString& provider, const QString& field) {
  return provider + QLatin1Char('/') + field;
}

Error noKeyring(const QString& detail) {
  return {
      ErrorCode::Io,
      QStringLiteral("The keyring of this computer can't be reached. Type the secret again in the settings, sign in "
                     "to a desktop that has a keyring, or set the secret in the environment."),
      detail};
}

Error lockedKeyring(const QString& detail) {
  return {ErrorCode::Credentials, QStringLiteral("The keyring was not opened. Unlock it and try again."), detail};
}

Error failureOf(const KeyringAnswer& answer) {
  switch (answer.error) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
      return lockedKeyring(answer.words);
    default:
      return noKeyring(answer.words);
  }
}

Result<KeyringAnswer> ask(const KeyringQuestion& question, std::chrono::milliseconds limit) {
  if (!hasKeyringBus()) {
    return fail(noKeyring(QStringLiteral("no session bus")));
  }
  auto answer = askKeyring(question, limit);
  if (!answer) {
    return fail(ErrorCode::Timeout, QStringLiteral("The keyring did not answer. Look for its window and unlock it."),
                QStringLiteral("keyring silent"));
  }
  return std::move(*answer);
}

}  // namespace

KeyringSecretStore::KeyringSecretStore(QString service, std::chrono::milliseconds limit)
    : m_service(std::move(service)), m_limit(limit) {}

Result<QString> KeyringSecretStore::read(const QString& provider, const QString& field) const {
  auto answer = ask({KeyringVerb::Read, m_service, keyOf(provider, field), {}}, m_limit);
  if (!answer) {
    return fail(std::move(answer.error()));
  }
  if (answer->error == QKeychain::EntryNotFound) {
    return fail(isKeyringLocked() ? lockedKeyring({}) : noSecret(provider, field));
  }
  if (answer->error != QKeychain::NoError) {
    return fail(failureOf(*answer));
  }
  return std::move(answer->secret);
}

Result<> KeyringSecretStore::write(const QString& provider, const QString& field, const QString& secret) {
  if (secret.isEmpty()) {
    return fail(emptySecret());
  }
  auto answer = ask({KeyringVerb::Write, m_service, keyOf(provider, field), secret}, m_limit);
  if (!answer) {
    return fail(std::move(answer.error()));
  }
  return answer->error == QKeychain::NoError ? Result<>() : Result<>(fail(failureOf(*answer)));
}

Result<> KeyringSecretStore::remove(const QString& provider, const QString& field) {
  auto answer = ask({KeyringVerb::Remove, m_service, keyOf(provider, field), {}}, m_limit);
  if (!answer) {
    return fail(std::move(answer.error()));
  }
  const bool isGone = answer->error == QKeychain::NoError || answer->error == QKeychain::EntryNotFound;
  return isGone ? Result<>() : Result<>(fail(failureOf(*answer)));
}

}  // namespace heliograph::net
