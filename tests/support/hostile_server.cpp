// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hostile_server.h"

#include <QSslCertificate>
#include <QTcpServer>

#include "support/hostile_connection.h"
#include "support/test_certificate.h"

namespace heliograph::test {

class HostileServer::Listener final : public QTcpServer {
 public:
  explicit Listener(HostileServer& server) : m_server(server) {}

 protected:
  void incomingConnection(qintptr socket) override { new HostileConnection(m_server, socket, this); }

 private:
  HostileServer& m_server;
};

HostileServer::HostileServer(HostilePlan plan, Transport transport, const QHostAddress& address)
    : m_plan(std::move(plan)), m_transport(transport) {
  auto* listener = new Listener(*this);
  listener->setMaxPendingConnections(1000);
  if (!listener->listen(address)) {
    qFatal("the test server can't listen: %s", qPrintable(listener->errorString()));
  }
  m_url.setScheme(transport == Transport::Tls ? QStringLiteral("https") : QStringLiteral("http"));
  m_url.setHost(address.toString());
  m_url.setPort(listener->serverPort());
  m_url.setPath(QStringLiteral("/messages"));
  listener->moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
  m_thread.start();
}

HostileServer::~HostileServer() {
  m_thread.quit();
  m_thread.wait();
}

std::vector<HostileRequest> HostileServer::received() const {
  const std::lock_guard lock(m_mutex);
  return m_received;
}

int HostileServer::connections() const {
  const std::lock_guard lock(m_mutex);
  return m_connections;
}

int HostileServer::openConnections() const {
  const std::lock_guard lock(m_mutex);
  return m_open;
}

QSslConfiguration HostileServer::clientTls() {
  QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
  tls.setCaCertificates({testCertificate()});
  return tls;
}

}  // namespace heliograph::test
