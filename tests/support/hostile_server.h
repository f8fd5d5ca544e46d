// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QSslConfiguration>
#include <QThread>
#include <QUrl>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace heliograph::test {

/// What a HostileServer does with one request.
struct HostileAct {
  enum class Kind {
    Answer,      ///< a whole answer; then `closeAfterMs`
    Close,       ///< ends the connection (FIN) without an answer
    Reset,       ///< breaks the connection (RST) without an answer
    Stall,       ///< says nothing and keeps the connection
    Trickle,     ///< a whole answer, one byte every `everyMs`
    HalfHeader,  ///< the first half of the header, then the end of the connection
    HalfBody,    ///< the header and half of the body it announces, then the end of the connection
    HalfChunk,   ///< a chunked answer without its end, then the end of the connection
    Twice,       ///< the same answer two times in a row
    Raw,         ///< `body` as it is, header and all; then `closeAfterMs`
  };

  Kind kind = Kind::Answer;
  int status = 201;
  QList<QPair<QByteArray, QByteArray>> headers;  ///< besides Content-Length
  QByteArray body = "{\"id\":\"1\"}";
  int delayMs = 0;        ///< before anything
  int everyMs = 5;        ///< Trickle
  int closeAfterMs = -1;  ///< the connection is closed so long after a whole answer; below 0: it stays
};

/// One whole POST or GET that arrived.
struct HostileRequest {
  int number = 0;      ///< of all requests whose header arrived, from 1
  int connection = 0;  ///< from 1
  QByteArray head;
  QByteArray body;
};

/// How a HostileServer behaves. Every function runs on the server's thread.
struct HostilePlan {
  /// Each whole request, by its number and its body.
  std::function<HostileAct(int number, const QByteArray& body)> onRequest;
  /// If set: each whole GET instead, by its number and its head.
  std::function<HostileAct(int number, const QByteArray& head)> onGet;
  /// If set: whether connection n is broken (RST) as soon as it is made.
  std::function<bool(int connection)> breakOnConnect;
  /// If set: whether the connection of request n is broken when its header is in and its body isn't read.
  std::function<bool(int number)> breakOnHeader;
};

/// A web server on the loopback address that misbehaves to order, with its own socket handling and its own thread, and
/// that knows exactly what arrived.
class HostileServer final {
 public:
  enum class Transport { Plain, Tls };

  explicit HostileServer(HostilePlan plan, Transport transport = Transport::Plain,
                         const QHostAddress& address = QHostAddress(QHostAddress::LocalHost));
  ~HostileServer();
  Q_DISABLE_COPY_MOVE(HostileServer)

  /// http(s)://ADDRESS:PORT/messages, the address being 127.0.0.1 unless another was asked for.
  [[nodiscard]] QUrl url() const { return m_url; }

  /// Every whole POST and GET so far.
  [[nodiscard]] std::vector<HostileRequest> received() const;
  [[nodiscard]] int connections() const;
  /// How many connections are open now.
  [[nodiscard]] int openConnections() const;

  /// Trusts the certificate of every HostileServer.
  [[nodiscard]] static QSslConfiguration clientTls();

 private:
  friend class HostileConnection;
  class Listener;

  const HostilePlan m_plan;
  const Transport m_transport;
  QThread m_thread;
  QUrl m_url;
  mutable std::mutex m_mutex;
  std::vector<HostileRequest> m_received;
  int m_requests = 0;
  int m_connections = 0;
  int m_open = 0;
};

}  // namespace heliograph::test
