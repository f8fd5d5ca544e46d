// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/http_thread.h"

#include "storage/database.h"

namespace heliograph::delivery {

HttpThread::HttpThread(const net::HttpClientOptions& options) {
  m_place.moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::started, &m_place,
                   [this, options] { m_client = std::make_unique<net::HttpClient>(options); });
  QObject::connect(
      &m_thread, &QThread::finished, &m_place,
      [this] {
        m_client.reset();
        storage::Database::closeConnectionsOfThread();
      },
      Qt::DirectConnection);
  m_thread.setObjectName(QStringLiteral("requests"));
  m_thread.start();
}

HttpThread::~HttpThread() {
  post([this](net::HttpClient& client) {
    client.abortAll();
    // Behind the callbacks of what was cut off, so that everybody who waits hears of it.
    QMetaObject::invokeMethod(
        &m_place, [this] { m_thread.quit(); }, Qt::QueuedConnection);
  });
  m_thread.wait();
}

void HttpThread::post(std::function<void(net::HttpClient&)> job) {
  QMetaObject::invokeMethod(
      &m_place, [this, job = std::move(job)] { job(*m_client); }, Qt::QueuedConnection);
}

}  // namespace heliograph::delivery
