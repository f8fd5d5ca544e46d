// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_dialect.h"

#include "providers/sandbox/sandbox_answers.h"

namespace heliograph::providers {
namespace {

class PlainDialect final : public SandboxDialect {
 public:
  [[nodiscard]] SandboxIntake read(const net::ServerRequest& request) const override { return readIntake(request); }
  [[nodiscard]] net::ServerAnswer accepted(const SandboxMessage& message) const override {
    return acceptedAnswer(message);
  }
  [[nodiscard]] net::ServerAnswer refused(const SandboxMessage& message, int code) const override {
    return refusedAnswer(message, code);
  }
  [[nodiscard]] net::ServerAnswer throttled(int retryAfterSeconds) const override {
    return throttledAnswer(retryAfterSeconds);
  }
  [[nodiscard]] net::ServerAnswer error(int status, int code) const override { return errorAnswer(status, code); }
};

}  // namespace

const SandboxDialect& plainDialect() {
  static const PlainDialect dialect;
  return dialect;
}

}  // namespace heliograph::providers
