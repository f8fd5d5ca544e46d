// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

#include "net/secret_store.h"

namespace heliograph::net {

/// Environment variables HELIOGRAPH_SECRET_<PROVIDER>_<FIELD>. An empty variable counts as absent.
class EnvironmentSecretStore final : public SecretStore {
 public:
  explicit EnvironmentSecretStore(QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

  [[nodiscard]] Result<QString> read(const QString& provider, const QString& field) const override;
  /// Always Unsupported.
  [[nodiscard]] Result<> write(const QString& provider, const QString& field, const QString& secret) override;
  /// Always Unsupported.
  [[nodiscard]] Result<> remove(const QString& provider, const QString& field) override;

  /// "Acme SMS", "auth_token" -> "HELIOGRAPH_SECRET_ACME_SMS_AUTH_TOKEN".
  [[nodiscard]] static QString variableName(const QString& provider, const QString& field);

 private:
  QProcessEnvironment m_environment;
};

}  // namespace heliograph::net
