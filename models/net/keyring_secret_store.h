// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "net/secret_store.h"

namespace heliograph::net {

/// The desktop's keyring (Secret Service, KWallet, Windows, macOS) through QtKeychain. A keyring that is absent, locked
/// or silent is a failure, not NotFound; no call takes longer than the limit.
class KeyringSecretStore final : public SecretStore {
 public:
  explicit KeyringSecretStore(QString service = QStringLiteral("heliograph"),
                              std::chrono::milliseconds limit = std::chrono::milliseconds(3000));

  [[nodiscard]] Result<QString> read(const QString& provider, const QString& field) const override;
  [[nodiscard]] Result<> write(const QString& provider, const QString& field, const QString& secret) override;
  [[nodiscard]] Result<> remove(const QString& provider, const QString& field) override;

 private:
  QString m_service;
  std::chrono::milliseconds m_limit;
};

}  // namespace heliograph::net
