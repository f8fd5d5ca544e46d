// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <mutex>
#include <vector>

#include "net/http_server.h"
#include "providers/sandbox/sandbox_behaviour.h"
#include "providers/sandbox/sandbox_holding.h"
#include "providers/sandbox/sandbox_record.h"

namespace heliograph::providers {

/// What the sandbox says afterwards about messages it took, and the answers of people there aren't. Kept in memory: a
/// message of which nothing was said fares as the behaviour says. Safe from any thread.
class SandboxReports final {
 public:
  /// `GET /receipts?ids=A,B`.
  [[nodiscard]] net::ServerAnswer receipts(const net::ServerRequest& request, const SandboxRecord& record,
                                           const SandboxHolding& holding, const SandboxBehaviour& behaviour) const;
  /// `GET /replies?since=N`.
  [[nodiscard]] net::ServerAnswer replies(const net::ServerRequest& request) const;
  /// `POST /messages/{id}/receipt` with {"state", "code"}.
  [[nodiscard]] net::ServerAnswer setReceipt(const SandboxMessage& message, const QByteArray& body);
  /// `POST /messages/{id}/reply` with {"text"}.
  [[nodiscard]] net::ServerAnswer setReply(const SandboxMessage& message, const QByteArray& body);
  /// The person who got the message answers it.
  void answer(const SandboxMessage& message, const QString& text);

 private:
  struct Fate {
    QString state;  ///< "sent", "delivered", "failed"
    int code = 0;
  };
  struct Reply {
    qint64 number = 0;
    QString id, from, to, text;
    QDateTime at;
  };

  mutable std::mutex m_mutex;
  QHash<QString, Fate> m_fates;
  std::vector<Reply> m_replies;
  qint64 m_lastNumber = 0;
};

}  // namespace heliograph::providers
