// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <functional>
#include <memory>

#include "net/http_client.h"

namespace heliograph::delivery {

/// A thread with an event loop and an HTTP client, for single requests that a person waits for (test sends, asking
/// about unclear messages, account checks). Jobs may also use the database: they are off the caller's thread.
class HttpThread final {
 public:
  explicit HttpThread(const net::HttpClientOptions& options = {});
  /// Ends what is in flight, then the thread.
  ~HttpThread();
  Q_DISABLE_COPY_MOVE(HttpThread)

  /// Runs `job` on the thread.
  void post(std::function<void(net::HttpClient&)> job);

 private:
  QThread m_thread;
  QObject m_place;  ///< lives in m_thread; jobs are run where it is
  std::unique_ptr<net::HttpClient> m_client;
};

}  // namespace heliograph::delivery
