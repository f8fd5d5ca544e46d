// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

struct MHD_Connection;

namespace heliograph::net {

/// The time of an HttpServer, on one thread: wakes answers that were put off, and cuts connections on which a request
/// takes too long to arrive (libmicrohttpd only knows a connection on which nothing moves at all).
class ConnectionWatch final {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// `limit`: between two whole requests of one connection, or its beginning and the first.
  explicit ConnectionWatch(std::chrono::milliseconds limit);
  ~ConnectionWatch();
  Q_DISABLE_COPY_MOVE(ConnectionWatch)

  void opened(MHD_Connection* connection, int socket);
  void closed(MHD_Connection* connection);

  /// The request is whole: no limit until `answered`.
  void arrived(MHD_Connection* connection);
  void answered(MHD_Connection* connection);

  /// Suspends the connection until the moment (nothing: until `stop`). False if the watch has stopped.
  [[nodiscard]] bool suspend(MHD_Connection* connection, std::optional<Moment> until);

  /// Resumes everything that is suspended and lets nothing be suspended any more.
  void stop();

 private:
  struct State {
    int socket = -1;
    bool isAwaited = true;  ///< a request is on its way, or may begin
    bool isSuspended = false;
    Moment since;  ///< isAwaited: from when
    std::optional<Moment> until;
  };

  void run();
  [[nodiscard]] Moment attend(Moment now);

  const std::chrono::milliseconds m_limit;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::map<MHD_Connection*, State> m_states;
  bool m_stopped = false;
  std::thread m_thread;
};

}  // namespace heliograph::net
