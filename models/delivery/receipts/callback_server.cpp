// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/callback_server.h"

#include "storage/database.h"

namespace heliograph::delivery {
namespace {

/// A batch of some thousand events is far below.
constexpr qint64 kLongestCall = 1024 * 1024;

}  // namespace

CallbackServer::CallbackServer(const DeliveryContext& context, const QUrl& publicUrl) : m_desk(context, publicUrl) {
  m_place.moveToThread(&m_thread);
  m_thread.setObjectName(QStringLiteral("callbacks"));
  QObject::connect(
      &m_thread, &QThread::finished, &m_place, [] { storage::Database::closeConnectionsOfThread(); },
      Qt::DirectConnection);
  m_thread.start();
}

CallbackServer::~CallbackServer() {
  m_server.stop();
  m_thread.quit();
  m_thread.wait();
}

Result<QUrl> CallbackServer::start(const QHostAddress& address, quint16 port) {
  net::HttpServerOptions options;
  options.address = address;
  options.port = port;
  options.maxBodyBytes = kLongestCall;
  auto started = m_server.start(
      [this](const net::ServerRequest& request) {
        net::ServerAnswer answer;
        QMetaObject::invokeMethod(
            &m_place, [&] { answer = m_desk.handle(request); }, Qt::BlockingQueuedConnection);
        return answer;
      },
      options);
  if (!started) return fail(started.error());
  return m_server.url();
}

}  // namespace heliograph::delivery
