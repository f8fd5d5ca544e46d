// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <memory>

#include "delivery/receipts/callback_desk.h"

namespace heliograph::delivery {

/// Listens for providers' calls. The workspace is used by a thread of its own, one call after another.
class CallbackServer final {
 public:
  CallbackServer(const DeliveryContext& context, const QUrl& publicUrl);
  ~CallbackServer();
  Q_DISABLE_COPY_MOVE(CallbackServer)

  /// Gives the address at which it listens. Errors: Busy if the port is taken.
  [[nodiscard]] Result<QUrl> start(const QHostAddress& address, quint16 port);

 private:
  CallbackDesk m_desk;
  QThread m_thread;
  QObject m_place;  ///< lives in m_thread
  net::HttpServer m_server;
};

}  // namespace heliograph::delivery
