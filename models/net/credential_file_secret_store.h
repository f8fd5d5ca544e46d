// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/secret_store.h"

namespace heliograph::net {

/// Files that systemd hands to a service (LoadCredential=, SetCredential=): `<provider>_<field>` in the folder, in
/// lower case with every other character than a-z and 0-9 as `_`. One line end at the end of the file is not part of
/// the secret.
class CredentialFileSecretStore final : public SecretStore {
 public:
  /// An empty folder means: there is none, everything is NotFound.
  explicit CredentialFileSecretStore(QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY"));

  [[nodiscard]] Result<QString> read(const QString& provider, const QString& field) const override;
  /// Always Unsupported.
  [[nodiscard]] Result<> write(const QString& provider, const QString& field, const QString& secret) override;
  /// Always Unsupported.
  [[nodiscard]] Result<> remove(const QString& provider, const QString& field) override;

  /// "Acme SMS", "auth_token" -> "acme_sms_auth_token".
  [[nodiscard]] static QString fileName(const QString& provider, const QString& field);

 private:
  QString m_folder;
};

}  // namespace heliograph::net
