// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMutex>

#include "net/secret_store.h"

namespace heliograph::net {

/// Keeps secrets for this run only: what a person typed when asked.
class MemorySecretStore final : public SecretStore {
 public:
  [[nodiscard]] Result<QString> read(const QString& provider, const QString& field) const override;
  [[nodiscard]] Result<> write(const QString& provider, const QString& field, const QString& secret) override;
  [[nodiscard]] Result<> remove(const QString& provider, const QString& field) override;

 private:
  mutable QMutex m_mutex;
  QHash<QPair<QString, QString>, QString> m_secrets;
};

}  // namespace heliograph::net
