// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sandbox/sandbox_dialect.h"

namespace heliograph::providers {

/// Vonage's SMS API (`POST /sms/json`, `GET /account/get-balance`): always HTTP 200, the status stands in the body.
class SandboxVonage final : public SandboxDialect {
 public:
  /// True for a path that this dialect answers.
  [[nodiscard]] static bool speaks(const QByteArray& path);
  /// The secret a request shows, in its header or in its fields.
  [[nodiscard]] static QString secretOf(const net::ServerRequest& request);

  [[nodiscard]] SandboxIntake read(const net::ServerRequest& request) const override;
  [[nodiscard]] net::ServerAnswer accepted(const SandboxMessage& message) const override;
  [[nodiscard]] net::ServerAnswer refused(const SandboxMessage& message, int code) const override;
  [[nodiscard]] net::ServerAnswer throttled(int retryAfterSeconds) const override;
  [[nodiscard]] net::ServerAnswer error(int status, int code) const override;

  [[nodiscard]] static net::ServerAnswer balance();
};

}  // namespace heliograph::providers
