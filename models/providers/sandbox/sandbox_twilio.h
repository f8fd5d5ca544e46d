// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sandbox/sandbox_dialect.h"
#include "providers/sandbox/sandbox_holding.h"

namespace heliograph::providers {

/// Twilio's Messages, Balance and IncomingPhoneNumbers resources (2010-04-01), as far as a sender needs them.
class SandboxTwilio final : public SandboxDialect {
 public:
  explicit SandboxTwilio(QString account) : m_account(std::move(account)) {}

  /// The account and the resource of a path, "AC…" and "Messages"; both empty for a path of another kind.
  struct Resource {
    QString account, name, id;
  };
  [[nodiscard]] static Resource resourceOf(const QByteArray& path);

  [[nodiscard]] SandboxIntake read(const net::ServerRequest& request) const override;
  [[nodiscard]] net::ServerAnswer accepted(const SandboxMessage& message) const override;
  [[nodiscard]] net::ServerAnswer refused(const SandboxMessage& message, int code) const override;
  [[nodiscard]] net::ServerAnswer throttled(int retryAfterSeconds) const override;
  [[nodiscard]] net::ServerAnswer error(int status, int code) const override;

  /// Answers a GET of `resource`.
  [[nodiscard]] net::ServerAnswer show(const net::ServerRequest& request, const Resource& resource,
                                       const SandboxRecord& record, const SandboxHolding& holding) const;
  /// Answers a POST to one message: Status=canceled.
  [[nodiscard]] net::ServerAnswer change(const net::ServerRequest& request, const Resource& resource,
                                         const SandboxRecord& record, SandboxHolding& holding) const;

 private:
  [[nodiscard]] net::ServerAnswer list(const net::ServerRequest& request, const SandboxRecord& record,
                                       const SandboxHolding& holding) const;
  [[nodiscard]] QJsonObject resource(const SandboxMessage& message, const QString& status) const;

  QString m_account;
};

}  // namespace heliograph::providers
