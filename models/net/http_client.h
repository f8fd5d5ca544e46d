// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSslConfiguration>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "net/http_answer.h"

class QNetworkAccessManager;

namespace heliograph::net {

class HttpExchange;

struct HttpClientOptions {
  int managers = 4;              ///< access managers; each has at most six requests in flight
  bool reuseConnections = true;  ///< false: every request has a connection of its own ("Connection: close")
  int idleSeconds = 1;           ///< unused connections are dropped after this, before servers drop them
  QByteArray userAgent = "Heliograph/0.1";
  std::optional<QSslConfiguration> tls;  ///< another set of trusted authorities; unset: the system's
};

/// Sends each message at most once, whatever the server does, and says how certain the end is.
///
/// Made and used in one thread that has an event loop; every function is called there, and so is every callback:
/// exactly once a request, never from inside `send` or `fetch`, and not any more once its context is destroyed.
/// Certificate errors are never ignored, redirects never followed, cookies and passwords never kept, nothing of a
/// request logged.
///
/// A server that answers one request twice gives its second answer to the next request on that connection. Nothing on
/// this level can tell: who reads the answer compares what it echoes (number, our id) and takes a mismatch as unclear,
/// or sets `reuseConnections` to false for such a server.
class HttpClient final : public QObject {
  Q_OBJECT

 public:
  using Callback = std::function<void(HttpOutcome)>;

  explicit HttpClient(HttpClientOptions options = {}, QObject* parent = nullptr);
  /// Cuts what is in flight and drops the callbacks; call `abortAll` before if the outcomes are wanted.
  ~HttpClient() override;
  Q_DISABLE_COPY_MOVE(HttpClient)

  /// Sends a request once, be it a POST or (for providers that take messages so) a GET. Waits in line while
  /// `capacity()` requests are in flight; the deadline counts from then on.
  void send(HttpRequest request, QObject* context, Callback callback);

  /// Asks by GET; asked once more if the first try brought no whole answer (each try has the request's limits).
  void fetch(HttpRequest request, QObject* context, Callback callback);

  /// Ends everything now: what waits in line as NotSent, what is in flight as what is certain of it (Cancelled).
  void abortAll();

  /// How many requests may be in flight.
  [[nodiscard]] int capacity() const;
  [[nodiscard]] int inFlight() const;
  /// How many requests wait in line.
  [[nodiscard]] int waiting() const;

 private:
  struct Job;
  struct Lane;

  void enqueue(Job job);
  void startNext();
  void start(Job job, Lane& lane);
  void finished(HttpExchange* exchange, HttpOutcome outcome);
  static void deliver(Job job, HttpOutcome outcome);
  [[nodiscard]] Lane* freeLane();

  HttpClientOptions m_options;
  std::vector<std::unique_ptr<Lane>> m_lanes;
  std::deque<Job> m_line;
};

}  // namespace heliograph::net
