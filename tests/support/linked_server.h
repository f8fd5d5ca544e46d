// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

#include "support/hostile_server.h"

namespace heliograph::test {

/// A source of linked content: a web server that answers GETs as a test says and writes down what it was asked.
class LinkedServer final {
 public:
  using Answer = std::function<HostileAct(const QByteArray& target)>;

  explicit LinkedServer(Answer answer = [](const QByteArray&) { return json("{\"ok\":true}", 200); })
      : m_answer(std::move(answer)),
        m_server({{},
                  [this](int, const QByteArray& head) {
                    const QByteArray target = head.mid(4, head.indexOf(' ', 4) - 4);
                    const std::scoped_lock lock(m_mutex);
                    m_heads << head;
                    m_targets << target;
                    return m_answer(target);
                  },
                  {},
                  {}}) {}

  /// A whole answer with this body.
  [[nodiscard]] static HostileAct json(const QByteArray& body, int status = 200) {
    HostileAct act;
    act.status = status;
    act.body = body;
    act.headers = {{"Content-Type", "application/json"}};
    return act;
  }

  /// "http://127.0.0.1:PORT"
  [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.url().port()); }
  /// Path and query of each request.
  [[nodiscard]] QList<QByteArray> targets() const {
    const std::scoped_lock lock(m_mutex);
    return m_targets;
  }
  [[nodiscard]] QList<QByteArray> heads() const {
    const std::scoped_lock lock(m_mutex);
    return m_heads;
  }

 private:
  Answer m_answer;
  mutable std::mutex m_mutex;
  QList<QByteArray> m_targets;
  QList<QByteArray> m_heads;
  HostileServer m_server;
};

}  // namespace heliograph::test
