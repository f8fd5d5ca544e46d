// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hostile_connection.h"

#include <sys/socket.h>

#include <QSslCertificate>
#include <QSslKey>

#include "support/test_certificate.h"

namespace heliograph::test {
namespace {

qsizetype announcedLength(const QByteArray& head) {
  for (const QByteArray& line : head.split('\n')) {
    if (line.toLower().startsWith("content-length:")) {
      return line.mid(15).trimmed().toLongLong();
    }
  }
  return 0;
}

QByteArray headOf(const HostileAct& act) {
  QByteArray head = "HTTP/1.1 " + QByteArray::number(act.status) + " Said\r\n";
  for (const auto& [name, value] : act.headers) {
    head += name + ": " + value + "\r\n";
  }
  if (act.kind == HostileAct::Kind::HalfChunk) {
    return head + "Transfer-Encoding: chunked\r\n\r\n";
  }
  return head + "Content-Length: " + QByteArray::number(act.body.size()) + "\r\n\r\n";
}

}  // namespace

HostileConnection::HostileConnection(HostileServer& server, qintptr socket, QObject* parent)
    : QObject(parent), m_server(server) {
  m_socket.setSocketDescriptor(socket);
  connect(&m_socket, &QSslSocket::readyRead, this, &HostileConnection::read);
  connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
  {
    const std::lock_guard lock(m_server.m_mutex);
    m_connection = ++m_server.m_connections;
    ++m_server.m_open;
  }
  if (m_server.m_plan.breakOnConnect && m_server.m_plan.breakOnConnect(m_connection)) {
    breakOff();
    return;
  }
  if (m_server.m_transport == HostileServer::Transport::Tls) {
    m_socket.setLocalCertificate(testCertificate());
    m_socket.setPrivateKey(testKey());
    m_socket.startServerEncryption();
  }
}

HostileConnection::~HostileConnection() {
  m_socket.disconnect(this);
  const std::lock_guard lock(m_server.m_mutex);
  --m_server.m_open;
}

void HostileConnection::read() {
  m_input += m_socket.readAll();
  const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
  if (headEnd < 0) {
    return;
  }
  const QByteArray head = m_input.left(headEnd);
  if (m_number == 0) {
    const std::lock_guard lock(m_server.m_mutex);
    m_number = ++m_server.m_requests;
  }
  if (m_server.m_plan.breakOnHeader && m_server.m_plan.breakOnHeader(m_number)) {
    breakOff();
    return;
  }
  const qsizetype whole = headEnd + 4 + announcedLength(head);
  if (m_input.size() < whole) {
    return;
  }
  const QByteArray body = m_input.mid(headEnd + 4, whole - headEnd - 4);
  m_input.remove(0, whole);
  const int number = std::exchange(m_number, 0);
  if (head.startsWith("POST ") || head.startsWith("GET ")) {
    const std::lock_guard lock(m_server.m_mutex);
    m_server.m_received.push_back({number, m_connection, head, body});
  }
  const bool isGet = head.startsWith("GET ") && m_server.m_plan.onGet;
  const HostileAct next = isGet ? m_server.m_plan.onGet(number, head) : m_server.m_plan.onRequest(number, body);
  if (next.delayMs > 0) {
    QTimer::singleShot(next.delayMs, Qt::PreciseTimer, this, [this, next] { act(next); });
  } else {
    act(next);
  }
}

void HostileConnection::act(const HostileAct& act) {
  switch (act.kind) {
    case HostileAct::Kind::Close:
      close();
      break;
    case HostileAct::Kind::Reset:
      breakOff();
      break;
    case HostileAct::Kind::Stall:
      break;
    case HostileAct::Kind::Trickle:
      trickle(headOf(act) + act.body, act.everyMs);
      break;
    case HostileAct::Kind::HalfHeader: {
      const QByteArray head = headOf(act);
      m_socket.write(head.left(head.size() / 2));
      close();
      break;
    }
    case HostileAct::Kind::HalfBody:
      m_socket.write(headOf(act) + act.body.left(act.body.size() / 2));
      close();
      break;
    case HostileAct::Kind::HalfChunk:
      m_socket.write(headOf(act) + QByteArray::number(act.body.size(), 16) + "\r\n" + act.body + "\r\n");
      close();
      break;
    case HostileAct::Kind::Twice:
      m_socket.write(headOf(act) + act.body + headOf(act) + act.body);
      break;
    case HostileAct::Kind::Answer:
    case HostileAct::Kind::Raw:
      answer(act);
      break;
  }
}

void HostileConnection::answer(const HostileAct& act) {
  m_socket.write(act.kind == HostileAct::Kind::Raw ? act.body : headOf(act) + act.body);
  closeAfter(act.closeAfterMs);
}

void HostileConnection::trickle(QByteArray bytes, int everyMs) {
  if (bytes.isEmpty()) {
    return;
  }
  m_socket.write(bytes.left(1));
  QTimer::singleShot(everyMs, this, [this, rest = bytes.mid(1), everyMs] { trickle(rest, everyMs); });
}

void HostileConnection::closeAfter(int ms) {
  if (ms == 0) {
    close();
  } else if (ms > 0) {
    QTimer::singleShot(ms, Qt::PreciseTimer, this, [this] { close(); });
  }
}

void HostileConnection::close() {
  m_socket.disconnectFromHost();
}

void HostileConnection::breakOff() {
  // A closed socket that lingers for no time sends RST.
  const linger now{1, 0};
  ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
  m_socket.abort();
  deleteLater();
}

}  // namespace heliograph::test
