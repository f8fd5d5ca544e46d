// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_server.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <atomic>

using heliograph::ErrorCode;
using heliograph::net::headerValue;
using heliograph::net::HttpServer;
using heliograph::net::HttpServerOptions;
using heliograph::net::ServerAnswer;
using heliograph::net::ServerRequest;

namespace {

ServerAnswer echo(const ServerRequest& request) {
  ServerAnswer answer;
  answer.headers = {{"Content-Type", "text/plain"}};
  answer.body = request.method + ' ' + request.path + ' ' + headerValue(request.query, "q") + ' ' +
                headerValue(request.headers, "x-note") + ' ' + request.body;
  return answer;
}

HttpServer::Handler always(ServerAnswer::Way way, int delayMs = 0) {
  return [=](const ServerRequest&) {
    ServerAnswer answer;
    answer.way = way;
    answer.delay = std::chrono::milliseconds(delayMs);
    answer.body = "ok";
    return answer;
  };
}

QByteArray post(const QByteArray& body) {
  return "POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A connection by hand, so that broken requests can be sent too.
class Line final {
 public:
  explicit Line(const HttpServer& server) {
    m_socket.connectToHost(server.url().host(), static_cast<quint16>(server.url().port()));
    if (!m_socket.waitForConnected(3000)) {
      qFatal("can't connect");
    }
  }

  void say(const QByteArray& bytes) {
    m_socket.write(bytes);
    m_socket.flush();
  }

  /// What comes until `end` is in it or the connection has ended.
  QByteArray hear(const QByteArray& end, int timeoutMs = 3000) {
    QByteArray heard;
    QElapsedTimer timer;
    timer.start();
    while (!heard.contains(end) && timer.elapsed() < timeoutMs && m_socket.waitForReadyRead(timeoutMs)) {
      heard += m_socket.readAll();
    }
    return heard;
  }

  bool isClosedWithin(int ms) {
    return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(ms);
  }

 private:
  QTcpSocket m_socket;
};

}  // namespace

class HttpServerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theHandlerSeesTheRequestAndTheCallerItsAnswer() {
    HttpServer server;
    QVERIFY(server.start(echo));
    Line line(server);
    line.say("POST /a%20b?q=1%2B2 HTTP/1.1\r\nHost: x\r\nX-Note: n\r\nContent-Length: 4\r\n\r\nbody");
    const QByteArray heard = line.hear("body");
    QVERIFY2(heard.startsWith("HTTP/1.1 200"), heard);
    QVERIFY2(heard.endsWith("\r\n\r\nPOST /a b 1+2 n body"), heard);
    QVERIFY(heard.contains("Content-Type: text/plain"));
  }

  void oneConnectionServesManyRequests() {
    HttpServer server;
    QVERIFY(server.start(echo));
    Line line(server);
    for (int i = 0; i < 50; ++i) {
      const QByteArray mark = "<" + QByteArray::number(i) + ">";
      line.say(post(mark));
      QVERIFY(line.hear(mark).contains(mark));
    }
  }

  void aBodyInChunksIsPutTogether() {
    HttpServer server;
    QVERIFY(server.start(echo));
    Line line(server);
    line.say("POST /in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    QVERIFY(line.hear("abcde").contains("abcde"));
  }

  void listensOnTheLoopbackAddressOnAnyFreePort() {
    HttpServer one;
    HttpServer other;
    QVERIFY(one.start(echo));
    QVERIFY(other.start(echo));
    QCOMPARE(one.url().host(), QStringLiteral("127.0.0.1"));
    QVERIFY(one.url().port() != other.url().port());
  }

  void listensOnIpv6Too() {
    HttpServer server;
    HttpServerOptions options;
    options.address = QHostAddress(QHostAddress::LocalHostIPv6);
    if (!server.start(echo, options)) {
      QSKIP("this computer has no IPv6 loopback address");
    }
    Line line(server);
    line.say(post("six"));
    QVERIFY(line.hear("six").contains("six"));
  }

  void aPortInUseIsBusy() {
    HttpServer one;
    const auto port = one.start(echo);
    QVERIFY(port);
    HttpServer other;
    HttpServerOptions options;
    options.port = *port;
    const auto second = other.start(echo, options);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Busy);
    QVERIFY(!other.isRunning());
  }

  void aServerThatRunsCannotBeStarted() {
    HttpServer server;
    QVERIFY(server.start(echo));
    QCOMPARE(server.start(echo).error().code, ErrorCode::Conflict);
  }

  void aServerStartsAgainAfterItsStop() {
    HttpServer server;
    QVERIFY(server.start(echo));
    server.stop();
    QVERIFY(!server.isRunning());
    QVERIFY(server.url().isEmpty());
    QVERIFY(server.start(echo));
  }

  void whatIsTooMuchIsRefused_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray big(5000, 'x');
    QTest::newRow("a body") << post(big) << QByteArray("HTTP/1.1 413");
    QTest::newRow("a body that is announced")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n")
        << QByteArray("HTTP/1.1 413");
    QTest::newRow("a body in chunks")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1388\r\n" + big +
                      "\r\n0\r\n\r\n")
        << QByteArray("HTTP/1.1 413");
    QTest::newRow("a header") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nX-Note: " + big + "\r\n\r\n")
                              << QByteArray("HTTP/1.1 431");
    QTest::newRow("a header without end")
        << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nX-Note: " + QByteArray(99999, 'x')) << QByteArray("HTTP/1.1 4");
    QTest::newRow("a negative length") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n")
                                       << QByteArray("HTTP/1.1 400");
  }
  void whatIsTooMuchIsRefused() {
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    HttpServer server;
    HttpServerOptions options;
    options.maxBodyBytes = 4000;
    options.maxHeaderBytes = 4000;
    std::atomic<int> handled = 0;
    QVERIFY(server.start(
        [&](const ServerRequest&) {
          ++handled;
          return ServerAnswer();
        },
        options));
    Line line(server);
    line.say(request);
    const QByteArray heard = line.hear("\r\n\r\n");
    QVERIFY2(heard.startsWith(answer), heard);
    QCOMPARE(handled.load(), 0);
  }

  void anIdleConnectionIsClosed() {
    HttpServer server;
    HttpServerOptions options;
    options.idleTimeout = std::chrono::seconds(1);
    QVERIFY(server.start(echo, options));
    Line line(server);
    line.say("GET /");
    QVERIFY(line.isClosedWithin(4000));
  }

  void aRequestThatTricklesIsCutOff() {
    HttpServer server;
    HttpServerOptions options;
    options.requestTimeout = std::chrono::milliseconds(300);
    QVERIFY(server.start(echo, options));
    Line line(server);
    QElapsedTimer timer;
    timer.start();
    bool isClosed = false;
    line.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
    while (!isClosed && timer.elapsed() < 5000) {
      line.say("x");
      isClosed = line.isClosedWithin(20);
    }
    QVERIFY(isClosed);
  }

  void anAnswerWaitsForItsDelayAndHoldsUpNobody() {
    HttpServer server;
    HttpServerOptions options;
    options.threads = 1;
    options.requestTimeout = std::chrono::milliseconds(100);
    QVERIFY(server.start(
        [](const ServerRequest& request) {
          ServerAnswer answer = echo(request);
          answer.delay = std::chrono::milliseconds(request.body == "slow" ? 300 : 0);
          return answer;
        },
        options));
    Line slow(server);
    QElapsedTimer timer;
    timer.start();
    slow.say(post("slow"));
    Line quick(server);
    quick.say(post("quick"));
    QVERIFY(quick.hear("quick").contains("quick"));
    QVERIFY(timer.elapsed() < 300);
    QVERIFY(slow.hear("slow").contains("slow"));
    QVERIFY(timer.elapsed() >= 300);
  }

  void aConnectionClosesWithoutAnAnswerWhenTold() {
    HttpServer server;
    QVERIFY(server.start(always(ServerAnswer::Way::Close, 20)));
    Line line(server);
    line.say(post("x"));
    QVERIFY(line.hear("\n").isEmpty());
    QVERIFY(line.isClosedWithin(1000));
  }

  void aStalledAnswerNeverComesAndStopEndsIt() {
    HttpServer server;
    QVERIFY(server.start(always(ServerAnswer::Way::Stall)));
    Line line(server);
    line.say(post("x"));
    QVERIFY(line.hear("\n", 100).isEmpty());
    server.stop();
    QVERIFY(line.isClosedWithin(1000));
  }

  void stopEndsAnswersThatWait() {
    HttpServer server;
    QVERIFY(server.start(always(ServerAnswer::Way::Answer, 60000)));
    std::vector<std::unique_ptr<Line>> lines;
    for (int i = 0; i < 20; ++i) {
      lines.push_back(std::make_unique<Line>(server));
      lines.back()->say(post("x"));
    }
    QTest::qWait(20);
    QElapsedTimer timer;
    timer.start();
    server.stop();
    QVERIFY(timer.elapsed() < 3000);
  }

  void moreConnectionsThanAllowedAreClosed() {
    HttpServer server;
    HttpServerOptions options;
    options.threads = 1;
    options.maxConnections = 2;
    QVERIFY(server.start(echo, options));
    Line one(server);
    Line two(server);
    one.say(post("one"));
    QVERIFY(one.hear("one").contains("one"));
    two.say(post("two"));
    QVERIFY(two.hear("two").contains("two"));
    Line three(server);
    three.say(post("three"));
    QVERIFY(!three.hear("three", 300).contains("three"));
  }

  void aHandlerThatThrowsAnswers500() {
    HttpServer server;
    QVERIFY(server.start([](const ServerRequest&) -> ServerAnswer { throw std::runtime_error("no"); }));
    QTest::ignoreMessage(QtWarningMsg, "a request could not be handled: no");
    Line line(server);
    line.say(post("x"));
    QVERIFY(line.hear("\r\n\r\n").startsWith("HTTP/1.1 500"));
  }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
