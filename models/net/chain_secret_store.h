// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "net/secret_store.h"

namespace heliograph::net {

/// Asks several places in order and keeps new secrets in one of them.
class ChainSecretStore final : public SecretStore {
 public:
  /// Reads from `places` in order; writes to `keeper`, which is one of them.
  ChainSecretStore(std::vector<std::shared_ptr<SecretStore>> places, std::shared_ptr<SecretStore> keeper);

  /// Keyring (which also keeps), systemd credential file, environment. `session` (what a person typed for this run), if
  /// given, is asked first.
  [[nodiscard]] static ChainSecretStore standard(std::shared_ptr<SecretStore> session = nullptr);

  /// The first secret found. A place that can't be asked is passed over; if then none has it, its failure is the
  /// answer, so that NotFound means: every place was asked.
  [[nodiscard]] Result<QString> read(const QString& provider, const QString& field) const override;

  /// Keeps the secret in the keeper, and forgets it where an older one would be found first. Fails as the keeper does;
  /// nothing is kept elsewhere instead.
  [[nodiscard]] Result<> write(const QString& provider, const QString& field, const QString& secret) override;

  /// Removes it from every place that can be written.
  [[nodiscard]] Result<> remove(const QString& provider, const QString& field) override;

 private:
  std::vector<std::shared_ptr<SecretStore>> m_places;
  std::shared_ptr<SecretStore> m_keeper;
};

}  // namespace heliograph::net
