// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_server.h"

#include "net/http_daemon.h"

namespace heliograph::net {

HttpServer::HttpServer() = default;

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::start(Handler handler, const HttpServerOptions& options) {
  if (m_daemon) {
    return fail(ErrorCode::Conflict, QStringLiteral("The server is running already."));
  }
  auto daemon = std::make_unique<Daemon>(std::move(handler), options);
  auto port = daemon->start();
  if (port) {
    m_daemon = std::move(daemon);
  }
  return port;
}

void HttpServer::stop() {
  m_daemon.reset();
}

bool HttpServer::isRunning() const {
  return m_daemon != nullptr;
}

QUrl HttpServer::url() const {
  return m_daemon ? m_daemon->url() : QUrl();
}

}  // namespace heliograph::net
