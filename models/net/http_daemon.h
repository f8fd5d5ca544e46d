// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <microhttpd.h>

#include "net/connection_watch.h"
#include "net/http_server.h"

namespace heliograph::net {

/// One running libmicrohttpd daemon and what it calls.
class HttpServer::Daemon final {
 public:
  Daemon(Handler handler, const HttpServerOptions& options);
  ~Daemon();
  Q_DISABLE_COPY_MOVE(Daemon)

  [[nodiscard]] Result<quint16> start();
  [[nodiscard]] QUrl url() const;

 private:
  struct Exchange;

  static MHD_Result onRequest(void* self, MHD_Connection* connection, const char* url, const char* method,
                              const char* version, const char* data, std::size_t* size, void** exchange);
  static void onCompleted(void* self, MHD_Connection* connection, void** exchange, MHD_RequestTerminationCode code);
  static void onConnection(void* self, MHD_Connection* connection, void** context, MHD_ConnectionNotificationCode code);

  static void* onTarget(void* self, const char* target, MHD_Connection* connection);
  MHD_Result begin(MHD_Connection* connection, const char* url, const char* method, Exchange& exchange);
  void collect(Exchange& exchange, const char* data, std::size_t size) const;
  MHD_Result answer(MHD_Connection* connection, Exchange& exchange);
  MHD_Result finish(MHD_Connection* connection, const ServerAnswer& answer);
  [[nodiscard]] ServerAnswer ask(const ServerRequest& request) const;

  const Handler m_handler;
  const HttpServerOptions m_options;
  ConnectionWatch m_watch;
  MHD_Daemon* m_daemon = nullptr;
  quint16 m_port = 0;
};

}  // namespace heliograph::net
