// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_daemon.h"

#include <algorithm>
#include <cerrno>
#include <exception>

#include "core/logging.h"
#include "net/socket_address.h"

namespace heliograph::net {
namespace {

MHD_Result appendPair(void* list, MHD_ValueKind /*kind*/, const char* name, const char* value) {
  static_cast<HttpHeaders*>(list)->append({QByteArray(name), QByteArray(value)});
  return MHD_YES;
}

HttpHeaders valuesOf(MHD_Connection* connection, MHD_ValueKind kind) {
  HttpHeaders values;
  MHD_get_connection_values(connection, kind, &appendPair, &values);
  return values;
}

qint64 sizeOf(const HttpHeaders& headers) {
  qint64 size = 0;
  for (const auto& [name, value] : headers) {
    size += name.size() + value.size() + 4;
  }
  return size;
}

ServerAnswer refusal(int status) {
  ServerAnswer answer;
  answer.status = status;
  answer.headers = {{"Connection", "close"}};
  return answer;
}

}  // namespace

struct HttpServer::Daemon::Exchange {
  ServerRequest request;
  bool isBegun = false;  ///< its head has been read
  bool isTooLong = false;
  bool isAnswered = false;  ///< the handler has spoken; the answer waits for its time
  ServerAnswer answer;
};

HttpServer::Daemon::Daemon(Handler handler, const HttpServerOptions& options)
    : m_handler(std::move(handler)), m_options(options), m_watch(options.requestTimeout) {}

HttpServer::Daemon::~Daemon() {
  m_watch.stop();
  if (m_daemon != nullptr) {
    MHD_stop_daemon(m_daemon);
  }
}

Result<quint16> HttpServer::Daemon::start() {
  const SocketAddress address(m_options.address, m_options.port);
  const unsigned flags = static_cast<unsigned>(MHD_USE_AUTO_INTERNAL_THREAD) | MHD_ALLOW_SUSPEND_RESUME |
                         (address.isIpv6() ? MHD_USE_IPv6 : MHD_NO_FLAG);
  const int threads = std::max(1, m_options.threads);
  errno = 0;
  // The memory of a connection holds its header twice over (read and split), so that the limit below is met first.
  m_daemon = MHD_start_daemon(
      flags, m_options.port, nullptr, nullptr, &Daemon::onRequest, this, MHD_OPTION_SOCK_ADDR, address.data(),
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, static_cast<std::size_t>(m_options.maxHeaderBytes) * 2 + 4096,
      MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(std::max(threads, m_options.maxConnections)),
      MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(m_options.idleTimeout.count()), MHD_OPTION_THREAD_POOL_SIZE,
      static_cast<unsigned>(threads > 1 ? threads : 0), MHD_OPTION_URI_LOG_CALLBACK, &Daemon::onTarget, this,
      MHD_OPTION_NOTIFY_COMPLETED, &Daemon::onCompleted, this, MHD_OPTION_NOTIFY_CONNECTION, &Daemon::onConnection,
      this, MHD_OPTION_END);
  const int reason = errno;
  if (m_daemon == nullptr && reason == EADDRINUSE) {
    return fail(ErrorCode::Busy,
                QStringLiteral("Port %1 is in use by another program. Choose another port.").arg(m_options.port));
  }
  if (m_daemon == nullptr) {
    return fail(ErrorCode::Io,
                QStringLiteral("Port %1 of %2 could not be opened. Choose another port.")
                    .arg(m_options.port)
                    .arg(m_options.address.toString()),
                QStringLiteral("errno=%1").arg(reason));
  }
  m_port = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
  return m_port;
}

QUrl HttpServer::Daemon::url() const {
  QUrl url;
  url.setScheme(QStringLiteral("http"));
  url.setHost(m_options.address.toString());
  url.setPort(m_port);
  url.setPath(QStringLiteral("/"));
  return url;
}

MHD_Result HttpServer::Daemon::onRequest(void* self, MHD_Connection* connection, const char* url, const char* method,
                                         const char* /*version*/, const char* data, std::size_t* size, void** slot) {
  auto& daemon = *static_cast<Daemon*>(self);
  auto& exchange = *static_cast<Exchange*>(*slot);
  if (!exchange.isBegun) {
    return daemon.begin(connection, url, method, exchange);
  }
  if (*size > 0) {
    daemon.collect(exchange, data, *size);
    *size = 0;
    return MHD_YES;
  }
  return daemon.answer(connection, exchange);
}

/// Called before anything is decoded; what it gives is the exchange's slot from then on.
void* HttpServer::Daemon::onTarget(void* /*self*/, const char* target, MHD_Connection* /*connection*/) {
  auto* exchange = new Exchange;
  exchange->request.target = target;
  return exchange;
}

MHD_Result HttpServer::Daemon::begin(MHD_Connection* connection, const char* url, const char* method,
                                     Exchange& exchange) {
  exchange.isBegun = true;
  ServerRequest& request = exchange.request;
  request.method = method;
  request.path = url;
  request.query = valuesOf(connection, MHD_GET_ARGUMENT_KIND);
  request.headers = valuesOf(connection, MHD_HEADER_KIND);
  if (sizeOf(request.headers) > m_options.maxHeaderBytes) {
    return finish(connection, refusal(431));
  }
  if (headerValue(request.headers, "Content-Length").toLongLong() > m_options.maxBodyBytes) {
    return finish(connection, refusal(413));
  }
  return MHD_YES;
}

void HttpServer::Daemon::collect(Exchange& exchange, const char* data, std::size_t size) const {
  QByteArray& body = exchange.request.body;
  if (exchange.isTooLong || body.size() + static_cast<qint64>(size) > m_options.maxBodyBytes) {
    exchange.isTooLong = true;
    body.clear();
    return;
  }
  body.append(data, static_cast<qsizetype>(size));
}

MHD_Result HttpServer::Daemon::answer(MHD_Connection* connection, Exchange& exchange) {
  if (exchange.isTooLong) {
    return finish(connection, refusal(413));
  }
  if (!exchange.isAnswered) {
    m_watch.arrived(connection);
    exchange.answer = ask(exchange.request);
    exchange.isAnswered = true;
    const bool isStalled = exchange.answer.way == ServerAnswer::Way::Stall;
    if (isStalled || exchange.answer.delay.count() > 0) {
      const std::optional<ConnectionWatch::Moment> until =
          isStalled ? std::nullopt : std::optional(std::chrono::steady_clock::now() + exchange.answer.delay);
      return m_watch.suspend(connection, until) ? MHD_YES : MHD_NO;
    }
  }
  return exchange.answer.way == ServerAnswer::Way::Answer ? finish(connection, exchange.answer) : MHD_NO;
}

MHD_Result HttpServer::Daemon::finish(MHD_Connection* connection, const ServerAnswer& answer) {
  MHD_Response* response = MHD_create_response_from_buffer(
      static_cast<std::size_t>(answer.body.size()), const_cast<char*>(answer.body.constData()), MHD_RESPMEM_MUST_COPY);
  for (const auto& [name, value] : answer.headers) {
    MHD_add_response_header(response, name.constData(), value.constData());
  }
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
  MHD_destroy_response(response);
  return queued;
}

ServerAnswer HttpServer::Daemon::ask(const ServerRequest& request) const {
  // An exception must not cross the C code that called us.
  try {
    return m_handler(request);
  } catch (const std::exception& exception) {
    qCWarning(logNet) << "a request could not be handled:" << exception.what();
    return refusal(500);
  }
}

void HttpServer::Daemon::onCompleted(void* self, MHD_Connection* connection, void** slot,
                                     MHD_RequestTerminationCode /*code*/) {
  delete static_cast<Exchange*>(*slot);
  *slot = nullptr;
  static_cast<Daemon*>(self)->m_watch.answered(connection);
}

void HttpServer::Daemon::onConnection(void* self, MHD_Connection* connection, void** /*context*/,
                                      MHD_ConnectionNotificationCode code) {
  auto& watch = static_cast<Daemon*>(self)->m_watch;
  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    watch.opened(connection, MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd);
  } else {
    watch.closed(connection);
  }
}

}  // namespace heliograph::net
