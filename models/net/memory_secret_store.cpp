// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/memory_secret_store.h"

#include "net/secret_errors.h"

namespace heliograph::net {

Result<QString> MemorySecretStore::read(const QString& provider, const QString& field) const {
  const QMutexLocker lock(&m_mutex);
  const auto found = m_secrets.constFind({provider, field});
  if (found == m_secrets.constEnd()) {
    return fail(noSecret(provider, field));
  }
  return *found;
}

Result<> MemorySecretStore::write(const QString& provider, const QString& field, const QString& secret) {
  if (secret.isEmpty()) {
    return fail(emptySecret());
  }
  const QMutexLocker lock(&m_mutex);
  m_secrets.insert({provider, field}, secret);
  return {};
}

Result<> MemorySecretStore::remove(const QString& provider, const QString& field) {
  const QMutexLocker lock(&m_mutex);
  m_secrets.remove({provider, field});
  return {};
}

}  // namespace heliograph::net
