// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTcpServer>
#include <QThread>

#include "contract/http_sending.h"

using heliograph::ErrorCode;
using heliograph::net::HttpClient;
using heliograph::net::HttpOutcome;
using heliograph::net::HttpRequest;
using heliograph::test::act;
using heliograph::test::HostileAct;
using heliograph::test::HostilePlan;
using heliograph::test::HostileServer;
using heliograph::test::optionsFor;
using heliograph::test::requestTo;
using heliograph::test::sendAndWait;
using Kind = HostileAct::Kind;

namespace {

HostileAct slow() {
  HostileAct late;
  late.delayMs = 30;
  return late;
}

}  // namespace

class HttpClientTest : public QObject {
  Q_OBJECT

 private:
  static void addTransports() {
    QTest::addColumn<HostileServer::Transport>("transport");
    QTest::newRow("http") << HostileServer::Transport::Plain;
    QTest::newRow("https") << HostileServer::Transport::Tls;
  }

 private Q_SLOTS:
  void aWholeAnswerKeepsItsHeaders() {
    HostileServer server({[](int, const QByteArray&) { return act(Kind::Answer, 429, "{}", {{"Retry-After", "7"}}); }});
    HttpClient client;
    const HttpOutcome outcome = sendAndWait(client, requestTo(server.url()));
    QCOMPARE(heliograph::net::headerValue(outcome.answer.headers, "retry-after"), QByteArray("7"));
  }

  void aConnectionThatBreaksBeforeTheBodyIsReadSendsNothingTwice_data() { addTransports(); }
  void aConnectionThatBreaksBeforeTheBodyIsReadSendsNothingTwice() {
    QFETCH(HostileServer::Transport, transport);
    HostilePlan plan;
    plan.onRequest = [](int, const QByteArray&) { return HostileAct(); };
    plan.breakOnHeader = [](int) { return true; };
    HostileServer server(plan, transport);
    HttpClient client(optionsFor(transport));
    const HttpOutcome outcome = sendAndWait(client, requestTo(server.url(), QByteArray(500000, 'x')));
    QVERIFY(outcome.kind != HttpOutcome::Answered);
    QTest::qWait(20);
    QVERIFY(server.received().empty());
  }

  void aConnectionThatBreaksWhenItIsMadeIsNeverAnAnswer_data() { addTransports(); }
  void aConnectionThatBreaksWhenItIsMadeIsNeverAnAnswer() {
    QFETCH(HostileServer::Transport, transport);
    HostilePlan plan;
    plan.onRequest = [](int, const QByteArray&) { return HostileAct(); };
    plan.breakOnConnect = [](int) { return true; };
    HostileServer server(plan, transport);
    HttpClient client(optionsFor(transport));
    const HttpOutcome outcome = sendAndWait(client, requestTo(server.url()));
    QVERIFY(outcome.kind != HttpOutcome::Answered);
    if (transport == HostileServer::Transport::Tls) {
      QCOMPARE(outcome.kind, HttpOutcome::NotSent);  // without TLS the request may be on its way before the break shows
    }
    QTest::qWait(20);
    QVERIFY(server.received().empty());
  }

  void aRefusedConnectionSentNothing() {
    QUrl url;
    {
      HostileServer server({[](int, const QByteArray&) { return HostileAct(); }});
      url = server.url();
    }
    HttpClient client;
    const HttpOutcome outcome = sendAndWait(client, requestTo(url));
    QCOMPARE(outcome.kind, HttpOutcome::NotSent);
    QCOMPARE(outcome.error.code, ErrorCode::Network);
    QVERIFY2(outcome.error.message.contains(QLatin1String("refused")), qPrintable(outcome.error.message));
  }

  void anUnknownNameSentNothing() {
    HttpClient client;
    HttpRequest request = requestTo(QUrl(QStringLiteral("http://nowhere.invalid/messages")));
    request.deadline = std::chrono::seconds(8);
    QCOMPARE(sendAndWait(client, request).kind, HttpOutcome::NotSent);
  }

  void anUntrustedCertificateSentNothing() {
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }}, HostileServer::Transport::Tls);
    HttpClient client;
    const HttpOutcome outcome = sendAndWait(client, requestTo(server.url()));
    QCOMPARE(outcome.kind, HttpOutcome::NotSent);
    QVERIFY(outcome.error.message.contains(QLatin1String("TLS")));
    QVERIFY(server.received().empty());
  }

  void anotherNameThanTheCertificatesSentNothing() {
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }}, HostileServer::Transport::Tls,
                         QHostAddress(QStringLiteral("127.0.0.2")));
    HttpClient client(optionsFor(HostileServer::Transport::Tls));
    const HttpOutcome outcome = sendAndWait(client, requestTo(server.url()));
    QCOMPARE(outcome.kind, HttpOutcome::NotSent);
    QVERIFY(outcome.error.message.contains(QLatin1String("TLS")));
  }

  void aServerWithoutTlsSentNothing() {
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }});
    HttpClient client;
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    QCOMPARE(sendAndWait(client, requestTo(url)).kind, HttpOutcome::NotSent);
    QVERIFY(server.received().empty());
  }

  void aHandshakeThatStallsSentNothing() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    HttpClient client(optionsFor(HostileServer::Transport::Tls));
    QUrl url(QStringLiteral("https://127.0.0.1/"));
    url.setPort(silent.serverPort());
    const HttpOutcome outcome = sendAndWait(client, requestTo(url));
    QCOMPARE(outcome.kind, HttpOutcome::NotSent);
    QCOMPARE(outcome.error.code, ErrorCode::Timeout);
  }

  void aSilenceEndsBeforeTheDeadline() {
    HostileServer server({[](int, const QByteArray&) { return act(Kind::Stall); }});
    HttpClient client;
    HttpRequest request = requestTo(server.url());
    request.deadline = std::chrono::seconds(9);
    request.transferTimeout = std::chrono::milliseconds(150);
    const HttpOutcome outcome = sendAndWait(client, request);
    QCOMPARE(outcome.kind, HttpOutcome::Unclear);
    QCOMPARE(outcome.error.code, ErrorCode::Timeout);
  }

  void aTimeoutClosesTheConnection() {
    HostileServer server({[](int, const QByteArray&) { return act(Kind::Stall); }});
    HttpClient client;
    QCOMPARE(sendAndWait(client, requestTo(server.url())).kind, HttpOutcome::Unclear);
    QTRY_COMPARE(server.openConnections(), 0);
  }

  void anUnusedConnectionIsDroppedSoon() {
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }});
    HttpClient client;
    QCOMPARE(sendAndWait(client, requestTo(server.url())).kind, HttpOutcome::Answered);
    QCOMPARE(server.openConnections(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
  }

  void anEmptyBodyIsSentOnceToo_data() { addTransports(); }
  void anEmptyBodyIsSentOnceToo() {
    QFETCH(HostileServer::Transport, transport);
    HostileServer server({[](int, const QByteArray&) { return act(Kind::Close); }}, transport);
    HttpClient client(optionsFor(transport));
    const HttpOutcome outcome = sendAndWait(client, requestTo(server.url(), {}));
    QTest::qWait(20);
    QCOMPARE(outcome.kind, HttpOutcome::Unclear);
    QCOMPARE(server.received().size(), 1U);
  }

  void aLongBodyArrivesWhole_data() { addTransports(); }
  void aLongBodyArrivesWhole() {
    QFETCH(HostileServer::Transport, transport);
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }}, transport);
    HttpClient client(optionsFor(transport));
    QByteArray body;
    for (int i = 0; i < 100000; ++i) {
      body += QByteArray::number(i);
    }
    HttpRequest request = requestTo(server.url(), body);
    request.deadline = std::chrono::seconds(9);
    QCOMPARE(sendAndWait(client, request).kind, HttpOutcome::Answered);
    QVERIFY(server.received().at(0).body == body);
  }

  void withoutReuseASecondAnswerNeverReachesTheNextRequest() {
    HostileServer server(
        {[](int number, const QByteArray&) { return act(Kind::Twice, 201, QByteArray::number(number)); }});
    HttpClient client(optionsFor(HostileServer::Transport::Plain, false));
    for (int i = 1; i <= 20; ++i) {
      QCOMPARE(sendAndWait(client, requestTo(server.url())).answer.body, QByteArray::number(i));
    }
    QCOMPARE(server.connections(), 20);
  }

  void whatCannotBeARequestIsRefused_data() {
    QTest::addColumn<HttpRequest>("request");
    QTest::newRow("a file") << requestTo(QUrl(QStringLiteral("file:///etc/passwd")));
    QTest::newRow("no address") << requestTo(QUrl());
    QTest::newRow("a password in the address") << requestTo(QUrl(QStringLiteral("http://me:secret@127.0.0.1/")));
    HttpRequest split = requestTo(QUrl(QStringLiteral("http://127.0.0.1:1/")));
    split.headers = {{"X-Note", "a\r\nX-Other: b"}};
    QTest::newRow("a header of two lines") << split;
    split.headers = {{"X Note", "a"}};
    QTest::newRow("a header name with a blank") << split;
  }
  void whatCannotBeARequestIsRefused() {
    QFETCH(HttpRequest, request);
    HttpClient client;
    const HttpOutcome outcome = sendAndWait(client, request);
    QCOMPARE(outcome.kind, HttpOutcome::NotSent);
    QCOMPARE(outcome.error.code, ErrorCode::InvalidInput);
  }

  void fetchAsksOnceMore() {
    HostilePlan plan;
    plan.onRequest = [](int number, const QByteArray&) { return number == 1 ? act(Kind::Stall) : HostileAct(); };
    HostileServer stalling(plan);
    HttpClient client;
    std::optional<HttpOutcome> outcome;
    client.fetch(requestTo(stalling.url()), this, [&](HttpOutcome end) { outcome = std::move(end); });
    QTRY_VERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, HttpOutcome::Answered);
    QCOMPARE(stalling.received().size(), 2U);
  }

  void whatWaitsInLineIsSentInTheEnd() {
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }});
    HttpClient client;
    int answered = 0;
    for (int i = 0; i < 200; ++i) {
      HttpRequest request = requestTo(server.url(), QByteArray::number(i));
      request.deadline = std::chrono::seconds(9);
      client.send(request, this,
                  [&](const HttpOutcome& end) { answered += end.kind == HttpOutcome::Answered ? 1 : 0; });
    }
    QCOMPARE(answered, 0);
    QTRY_COMPARE(client.inFlight(), client.capacity());
    QCOMPARE(client.waiting(), 200 - client.capacity());
    QTRY_COMPARE(answered, 200);
    QCOMPARE(server.received().size(), 200U);
  }

  void abortAllEndsEverything() {
    HostileServer server({[](int, const QByteArray&) { return act(Kind::Stall); }});
    HttpClient client(optionsFor(HostileServer::Transport::Plain));
    int unclear = 0;
    int notSent = 0;
    for (int i = 0; i < 20; ++i) {
      HttpRequest request = requestTo(server.url());
      request.deadline = std::chrono::seconds(9);
      client.send(request, this, [&](const HttpOutcome& end) {
        QCOMPARE(end.error.code, ErrorCode::Cancelled);
        (end.kind == HttpOutcome::NotSent ? notSent : unclear) += 1;
      });
    }
    QTRY_COMPARE(server.received().size(), 6U);
    client.abortAll();
    QCOMPARE(unclear, 6);
    QCOMPARE(notSent, 14);
    QCOMPARE(client.inFlight(), 0);
    QCOMPARE(client.waiting(), 0);
  }

  void aCallbackWhoseContextIsGoneIsNotCalled() {
    HostileServer server({[](int, const QByteArray&) { return slow(); }});
    HttpClient client;
    bool called = false;
    auto context = std::make_unique<QObject>();
    client.send(requestTo(server.url()), context.get(), [&](const HttpOutcome&) { called = true; });
    QTRY_COMPARE(client.inFlight(), 1);
    context.reset();
    QTRY_COMPARE(client.inFlight(), 0);
    QVERIFY(!called);
  }

  void theClientMayGoWithinACallback() {
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }});
    auto client = std::make_unique<HttpClient>();
    for (int i = 0; i < 50; ++i) {
      client->send(requestTo(server.url()), this, [&](const HttpOutcome&) { client.reset(); });
    }
    QTRY_VERIFY(client == nullptr);
  }

  void aThreadOfItsOwnServesAsWell() {
    HostileServer server({[](int, const QByteArray&) { return HostileAct(); }});
    int answered = 0;
    std::unique_ptr<QThread> thread(QThread::create([&] {
      HttpClient client;
      for (int i = 0; i < 20; ++i) {
        answered += sendAndWait(client, requestTo(server.url())).kind == HttpOutcome::Answered ? 1 : 0;
      }
    }));
    thread->start();
    QVERIFY(thread->wait(10000));
    QCOMPARE(answered, 20);
  }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"
