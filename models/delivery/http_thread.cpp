// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/http_thread.h"

namespace heliograph::delivery {

HttpThread::HttpThread(const net::HttpClientOptions& options) : m_client(new net::HttpClient(options)) {
  m_client->moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::finished, m_client, [client = m_client] {
    client->abortAll();
    client->deleteLater();
  });
  m_thread.setObjectName(QStringLiteral("requests"));
  m_thread.start();
}

HttpThread::~HttpThread() {
  m_thread.quit();
  m_thread.wait();
}

void HttpThread::post(std::function<void(net::HttpClient&)> job) {
  QMetaObject::invokeMethod(
      m_client, [client = m_client, job = std::move(job)] { job(*client); }, Qt::QueuedConnection);
}

}  // namespace heliograph::delivery
