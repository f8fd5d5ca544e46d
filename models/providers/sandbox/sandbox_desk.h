// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>

#include "providers/sandbox/sandbox_dialect.h"
#include "providers/sandbox/sandbox_holding.h"
#include "providers/sandbox/sandbox_reports.h"
#include "providers/sandbox/sandbox_server.h"

namespace heliograph::providers {

/// Where the sandbox's requests are dealt with. Safe from any thread.
class SandboxServer::Desk final {
 public:
  explicit Desk(SandboxOptions options) : m_options(std::move(options)), m_holding(m_options.now) {}

  [[nodiscard]] net::ServerAnswer handle(const net::ServerRequest& request);

  void setBehaviour(const SandboxBehaviour& behaviour);
  [[nodiscard]] SandboxBehaviour behaviour() const;
  [[nodiscard]] bool wasTakenBack(const SandboxMessage& message) const { return m_holding.isCanceled(message); }

  SandboxRecord record;
  std::function<void(const SandboxMessage&)> listener;

 private:
  [[nodiscard]] net::ServerAnswer route(const net::ServerRequest& request);
  [[nodiscard]] net::ServerAnswer take(const net::ServerRequest& request, const SandboxDialect& dialect);
  /// Several messages in one request.
  [[nodiscard]] net::ServerAnswer takeBatch(const net::ServerRequest& request);
  [[nodiscard]] net::ServerAnswer treat(SandboxMessage message, const SandboxBehaviour& behaviour,
                                        const SandboxDialect& dialect);
  [[nodiscard]] net::ServerAnswer keep(SandboxMessage message, int code, SandboxBehaviour::Mode mode,
                                       const SandboxDialect& dialect);
  [[nodiscard]] net::ServerAnswer misbehave(SandboxMessage message, const SandboxBehaviour& behaviour,
                                            const SandboxDialect& dialect);
  [[nodiscard]] net::ServerAnswer speakTwilio(const net::ServerRequest& request);
  [[nodiscard]] net::ServerAnswer speakVonage(const net::ServerRequest& request);
  [[nodiscard]] net::ServerAnswer list(const net::ServerRequest& request) const;
  [[nodiscard]] net::ServerAnswer lookUp(const QByteArray& id) const;
  [[nodiscard]] net::ServerAnswer cancel(const SandboxMessage& message);
  /// What is said afterwards about one message, or done to it: "{id}/receipt", "{id}/reply", "{id}/cancel".
  [[nodiscard]] net::ServerAnswer report(const QByteArray& what, const QByteArray& body);
  [[nodiscard]] net::ServerAnswer change(const net::ServerRequest& request);
  [[nodiscard]] bool isAllowed(const net::ServerRequest& request) const;
  /// The behaviour for the next message: the mode is Accept if it isn't that message's turn.
  [[nodiscard]] SandboxBehaviour nextBehaviour();

  const SandboxOptions m_options;
  SandboxReports m_reports;
  SandboxHolding m_holding;
  mutable std::mutex m_mutex;
  SandboxBehaviour m_behaviour;
  qint64 m_taken = 0;  ///< messages since the behaviour was set
  std::chrono::steady_clock::time_point m_second;
  int m_inSecond = 0;  ///< accepted since m_second
};

}  // namespace heliograph::providers
