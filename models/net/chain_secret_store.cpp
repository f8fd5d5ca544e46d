// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/chain_secret_store.h"

#include <optional>

#include "core/logging.h"
#include "net/credential_file_secret_store.h"
#include "net/environment_secret_store.h"
#include "net/keyring_secret_store.h"
#include "net/secret_errors.h"

namespace heliograph::net {

ChainSecretStore::ChainSecretStore(std::vector<std::shared_ptr<SecretStore>> places,
                                   std::shared_ptr<SecretStore> keeper)
    : m_places(std::move(places)), m_keeper(std::move(keeper)) {}

ChainSecretStore ChainSecretStore::standard(std::shared_ptr<SecretStore> session) {
  std::vector<std::shared_ptr<SecretStore>> places;
  if (session) {
    places.push_back(std::move(session));
  }
  auto keyring = std::make_shared<KeyringSecretStore>();
  places.push_back(keyring);
  places.push_back(std::make_shared<CredentialFileSecretStore>());
  places.push_back(std::make_shared<EnvironmentSecretStore>());
  return {std::move(places), std::move(keyring)};
}

Result<QString> ChainSecretStore::read(const QString& provider, const QString& field) const {
  std::optional<Error> failure;
  for (const auto& place : m_places) {
    auto secret = place->read(provider, field);
    if (secret) {
      return secret;
    }
    if (secret.error().code != ErrorCode::NotFound && !failure) {
      qCInfo(logNet) << "a place for secrets can't be asked:" << secret.error().detail;
      failure = std::move(secret.error());
    }
  }
  return fail(failure ? std::move(*failure) : noSecret(provider, field));
}

Result<> ChainSecretStore::write(const QString& provider, const QString& field, const QString& secret) {
  HELIOGRAPH_TRY(m_keeper->write(provider, field, secret));
  for (const auto& place : m_places) {
    if (place == m_keeper) {
      break;
    }
    auto removed = place->remove(provider, field);
    if (!removed && removed.error().code != ErrorCode::Unsupported) {
      return removed;
    }
  }
  return {};
}

Result<> ChainSecretStore::remove(const QString& provider, const QString& field) {
  std::optional<Error> failure;
  for (const auto& place : m_places) {
    auto removed = place->remove(provider, field);
    if (!removed && removed.error().code != ErrorCode::Unsupported && !failure) {
      failure = std::move(removed.error());
    }
  }
  return failure ? Result<>(fail(std::move(*failure))) : Result<>();
}

}  // namespace heliograph::net
