// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/environment_secret_store.h"

#include "net/secret_errors.h"
#include "net/secret_name.h"

namespace heliograph::net {

EnvironmentSecretStore::EnvironmentSecretStore(QProcessEnvironment environment)
    : m_environment(std::move(environment)) {}

QString EnvironmentSecretStore::variableName(const QString& provider, const QString& field) {
  return QStringLiteral("HELIOGRAPH_SECRET_") + plainName(provider + QLatin1Char('_') + field).toUpper();
}

Result<QString> EnvironmentSecretStore::read(const QString& provider, const QString& field) const {
  const QString secret = m_environment.value(variableName(provider, field));
  return secret.isEmpty() ? Result<QString>(fail(noSecret(provider, field))) : secret;
}

Result<> EnvironmentSecretStore::write(const QString& /*provider*/, const QString& /*field*/,
                                       const QString& /*secret*/) {
  return fail(readOnlyPlace());
}

Result<> EnvironmentSecretStore::remove(const QString& /*provider*/, const QString& /*field*/) {
  return fail(readOnlyPlace());
}

}  // namespace heliograph::net
