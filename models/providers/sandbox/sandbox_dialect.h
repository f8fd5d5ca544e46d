// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_server.h"
#include "providers/sandbox/sandbox_intake.h"

namespace heliograph::providers {

/// How the sandbox reads a message and what it answers: in its own way or as a real provider does. What becomes of the
/// message is the same in all of them.
class SandboxDialect {
 public:
  SandboxDialect() = default;
  virtual ~SandboxDialect() = default;
  Q_DISABLE_COPY_MOVE(SandboxDialect)

  [[nodiscard]] virtual SandboxIntake read(const net::ServerRequest& request) const = 0;
  [[nodiscard]] virtual net::ServerAnswer accepted(const SandboxMessage& message) const = 0;
  /// `code` is one of those described at SandboxServer.
  [[nodiscard]] virtual net::ServerAnswer refused(const SandboxMessage& message, int code) const = 0;
  [[nodiscard]] virtual net::ServerAnswer throttled(int retryAfterSeconds) const = 0;
  /// An answer that isn't about a message: 401, 404, 405, 500.
  [[nodiscard]] virtual net::ServerAnswer error(int status, int code) const = 0;
};

/// The dialect described at SandboxServer.
[[nodiscard]] const SandboxDialect& plainDialect();

}  // namespace heliograph::providers
