// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connection_watch.h"

#include <microhttpd.h>

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#define SHUT_RDWR SD_BOTH
#else
#include <sys/socket.h>
#endif

namespace heliograph::net {

using Clock = std::chrono::steady_clock;

ConnectionWatch::ConnectionWatch(std::chrono::milliseconds limit) : m_limit(limit), m_thread([this] { run(); }) {}

ConnectionWatch::~ConnectionWatch() {
  stop();
  m_thread.join();
}

void ConnectionWatch::opened(MHD_Connection* connection, int socket) {
  const std::lock_guard lock(m_mutex);
  m_states[connection] = State{socket, true, false, Clock::now(), {}};
  m_changed.notify_one();
}

void ConnectionWatch::closed(MHD_Connection* connection) {
  const std::lock_guard lock(m_mutex);
  m_states.erase(connection);
}

void ConnectionWatch::arrived(MHD_Connection* connection) {
  const std::lock_guard lock(m_mutex);
  m_states[connection].isAwaited = false;
}

void ConnectionWatch::answered(MHD_Connection* connection) {
  const std::lock_guard lock(m_mutex);
  const auto found = m_states.find(connection);
  if (found != m_states.end()) {
    found->second.isAwaited = true;
    found->second.since = Clock::now();
    m_changed.notify_one();
  }
}

bool ConnectionWatch::suspend(MHD_Connection* connection, std::optional<Moment> until) {
  const std::lock_guard lock(m_mutex);
  if (m_stopped) {
    return false;
  }
  State& state = m_states[connection];
  state.isSuspended = true;
  state.until = until;
  MHD_suspend_connection(connection);
  m_changed.notify_one();
  return true;
}

void ConnectionWatch::stop() {
  const std::lock_guard lock(m_mutex);
  m_stopped = true;
  for (auto& [connection, state] : m_states) {
    if (std::exchange(state.isSuspended, false)) {
      MHD_resume_connection(connection);
    }
  }
  m_changed.notify_one();
}

ConnectionWatch::Moment ConnectionWatch::attend(Moment now) {
  Moment next = now + std::chrono::hours(1);
  for (auto& [connection, state] : m_states) {
    if (state.isSuspended && state.until.has_value()) {
      if (*state.until <= now) {
        state.isSuspended = false;
        MHD_resume_connection(connection);
      } else {
        next = std::min(next, *state.until);
      }
    } else if (state.isAwaited && state.socket >= 0) {
      if (state.since + m_limit <= now) {
        // The server's own thread then finds the connection ended and closes the socket.
        ::shutdown(std::exchange(state.socket, -1), SHUT_RDWR);
      } else {
        next = std::min(next, state.since + m_limit);
      }
    }
  }
  return next;
}

void ConnectionWatch::run() {
  std::unique_lock lock(m_mutex);
  while (!m_stopped) {
    m_changed.wait_until(lock, attend(Clock::now()));
  }
}

}  // namespace heliograph::net
