// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "net/http_client.h"

using heliograph::net::HttpClient;
using heliograph::net::HttpOutcome;
using heliograph::net::HttpRequest;

namespace {

/// Counts the requests that arrive whole, answers the first `answers` of them and closes on every later one.
class ClosingServer final : public QTcpServer {
 public:
  explicit ClosingServer(int answers) : m_answers(answers) {
    connect(this, &QTcpServer::newConnection, this, [this] {
      QTcpSocket* socket = nextPendingConnection();
      connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    });
    if (!listen(QHostAddress::LocalHost)) {
      qFatal("no port");
    }
  }

  [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/s?to=1").arg(serverPort())); }
  [[nodiscard]] const QList<QByteArray>& received() const { return m_received; }

 private:
  void read(QTcpSocket& socket) {
    m_heads[&socket] += socket.readAll();
    if (!m_heads[&socket].contains("\r\n\r\n")) {
      return;
    }
    m_received.append(m_heads.take(&socket));
    if (m_received.size() <= m_answers) {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    } else {
      socket.disconnectFromHost();
    }
  }

  int m_answers;
  QHash<QTcpSocket*, QByteArray> m_heads;
  QList<QByteArray> m_received;
};

}  // namespace

/// A GET that sends a message is no more repeated than a POST.
class HttpGetOnceTest final : public QObject {
  Q_OBJECT

 private:
  HttpOutcome send(HttpClient& client, const QUrl& url) {
    HttpRequest request;
    request.method = HttpRequest::Method::Get;
    request.url = url;
    std::optional<HttpOutcome> outcome;
    client.send(request, this, [&](HttpOutcome end) { outcome = std::move(end); });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20000)) {
      qFatal("no outcome");
    }
    return *outcome;
  }

 private Q_SLOTS:
  void aGetArrivesAsOne() {
    ClosingServer server(1);
    HttpClient client;
    QCOMPARE(send(client, server.url()).kind, HttpOutcome::Answered);
    QVERIFY(server.received().constFirst().startsWith("GET /s?to=1 HTTP/1.1\r\n"));
  }

  void aGetOnANewConnectionIsNotRepeated() {
    ClosingServer server(0);
    HttpClient client;
    QCOMPARE(send(client, server.url()).kind, HttpOutcome::Unclear);
    QCOMPARE(server.received().size(), 1);
  }

  void aGetOnAUsedConnectionIsNotRepeated() {
    ClosingServer server(1);
    heliograph::net::HttpClientOptions options;
    options.managers = 1;
    HttpClient client(options);
    QCOMPARE(send(client, server.url()).kind, HttpOutcome::Answered);
    QCOMPARE(send(client, server.url()).kind, HttpOutcome::Unclear);
    QCOMPARE(server.received().size(), 2);
  }
};

QTEST_GUILESS_MAIN(HttpGetOnceTest)
#include "http_get_once_test.moc"
