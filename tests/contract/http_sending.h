// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <optional>

#include "net/http_client.h"
#include "support/hostile_server.h"

namespace heliograph::test {

inline HostileAct act(HostileAct::Kind kind, int status = 201, QByteArray body = "{\"id\":\"1\"}",
                      QList<QPair<QByteArray, QByteArray>> headers = {}) {
  HostileAct result;
  result.kind = kind;
  result.status = status;
  result.body = std::move(body);
  result.headers = std::move(headers);
  return result;
}

inline net::HttpRequest requestTo(const QUrl& url, QByteArray body = "to=%2B15005550006&body=Hello") {
  net::HttpRequest request;
  request.url = url;
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = std::move(body);
  request.deadline = std::chrono::milliseconds(1000);
  return request;
}

inline net::HttpOutcome sendAndWait(net::HttpClient& client, const net::HttpRequest& request) {
  std::optional<net::HttpOutcome> outcome;
  QEventLoop loop;
  client.send(request, &client, [&](net::HttpOutcome end) {
    if (outcome) {
      qFatal("two outcomes");
    }
    outcome = std::move(end);
    loop.quit();
  });
  QTimer::singleShot(20000, &loop, [] { qFatal("no outcome"); });
  loop.exec();
  return *outcome;
}

inline net::HttpClientOptions optionsFor(HostileServer::Transport transport, bool reuse = true) {
  net::HttpClientOptions options;
  options.managers = 1;
  options.reuseConnections = reuse;
  if (transport == HostileServer::Transport::Tls) {
    options.tls = HostileServer::clientTls();
  }
  return options;
}

}  // namespace heliograph::test
