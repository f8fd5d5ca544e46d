// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <functional>
#include <memory>

#include "core/result.h"
#include "net/http_request.h"

namespace heliograph::net {

struct ServerRequest {
  QByteArray method;  ///< "GET", "POST", …
  QByteArray path;    ///< percent-decoded, without the query
  HttpHeaders query;  ///< percent-decoded, in no certain order
  HttpHeaders headers;
  QByteArray body;
  QByteArray target = {};  ///< path and query letter by letter as they were asked for, percent-encoded
};

struct ServerAnswer {
  enum class Way {
    Answer,  ///< after `delay`
    Stall,   ///< keeps the connection open and never answers (until the server stops)
    Close,   ///< closes the connection after `delay` without an answer
  };

  int status = 200;
  HttpHeaders headers;
  QByteArray body;
  Way way = Way::Answer;
  std::chrono::milliseconds delay{0};
};

struct HttpServerOptions {
  QHostAddress address = QHostAddress(QHostAddress::LocalHost);
  quint16 port = 0;                   ///< 0: any free one
  qint64 maxBodyBytes = 1024 * 1024;  ///< longer: 413
  int maxHeaderBytes = 16 * 1024;     ///< longer: 431 (RFC 6585)
  int maxConnections = 256;           ///< more are closed at once
  int threads = 4;
  std::chrono::seconds idleTimeout{10};             ///< a connection on which nothing moves is closed
  std::chrono::milliseconds requestTimeout{30000};  ///< a connection is cut if no request is whole within this
};

/// An HTTP/1.1 server, on the loopback address unless told otherwise.
class HttpServer final {
 public:
  /// Called on the server's threads, several at a time.
  using Handler = std::function<ServerAnswer(const ServerRequest&)>;

  HttpServer();
  ~HttpServer();
  Q_DISABLE_COPY_MOVE(HttpServer)

  /// Listens; gives the port. Fails with Busy if the port is taken, Conflict if it is running already.
  [[nodiscard]] Result<quint16> start(Handler handler, const HttpServerOptions& options = {});

  /// Closes every connection and returns when no handler runs any more. Harmless if it isn't running.
  void stop();

  [[nodiscard]] bool isRunning() const;
  /// http://address:port/, or an empty address while it isn't running.
  [[nodiscard]] QUrl url() const;

 private:
  class Daemon;
  std::unique_ptr<Daemon> m_daemon;
};

}  // namespace heliograph::net
