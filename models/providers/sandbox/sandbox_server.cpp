// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_server.h"

#include "providers/sandbox/sandbox_desk.h"

namespace heliograph::providers {

SandboxServer::SandboxServer(SandboxOptions options) : m_desk(std::make_unique<Desk>(std::move(options))) {}

SandboxServer::~SandboxServer() {
  stop();
}

Result<QUrl> SandboxServer::start(quint16 port, const QString& recordFile) {
  if (isRunning()) {
    return fail(ErrorCode::Conflict, QStringLiteral("The sandbox is running already."));
  }
  HELIOGRAPH_TRY(m_desk->record.open(recordFile));
  net::HttpServerOptions options;
  options.port = port;
  options.maxBodyBytes = 64 * 1024;
  options.threads = 16;  // they wait for the disk together
  auto started = m_server.start(
      [desk = m_desk.get()](const net::ServerRequest& request) { return desk->handle(request); }, options);
  if (!started) {
    m_desk->record.close();
    return fail(std::move(started.error()));
  }
  return m_server.url();
}

void SandboxServer::stop() {
  m_server.stop();
  m_desk->record.close();
}

bool SandboxServer::isRunning() const {
  return m_server.isRunning();
}

QUrl SandboxServer::url() const {
  return m_server.url();
}

void SandboxServer::setBehaviour(const SandboxBehaviour& behaviour) {
  m_desk->setBehaviour(behaviour);
}

SandboxBehaviour SandboxServer::behaviour() const {
  return m_desk->behaviour();
}

void SandboxServer::onMessage(std::function<void(const SandboxMessage&)> listener) {
  m_desk->listener = std::move(listener);
}

bool SandboxServer::wasTakenBack(const SandboxMessage& message) const {
  return m_desk->wasTakenBack(message);
}

const SandboxRecord& SandboxServer::record() const {
  return m_desk->record;
}

}  // namespace heliograph::providers
