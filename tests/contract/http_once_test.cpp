// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/http_sending.h"

using heliograph::net::HttpClient;
using heliograph::net::HttpOutcome;
using heliograph::test::act;
using heliograph::test::HostileAct;
using heliograph::test::HostilePlan;
using heliograph::test::HostileServer;
using heliograph::test::optionsFor;
using heliograph::test::requestTo;
using heliograph::test::sendAndWait;
using Kind = HostileAct::Kind;

namespace {

/// What the server does with the request under test, and what must come of it.
struct Case {
  const char* name;
  HostileAct act;
  HttpOutcome::Kind kind;
  int status;  ///< of the answer; 0: none was read
};

HostileAct raw(QByteArray bytes, int closeAfterMs = 0) {
  HostileAct result = act(Kind::Raw, 0, std::move(bytes));
  result.closeAfterMs = closeAfterMs;
  return result;
}

HostileAct slow(HostileAct act, int delayMs) {
  act.delayMs = delayMs;
  return act;
}

std::vector<Case> cases() {
  const QByteArray big(10 * 1024 * 1024, 'x');
  const QByteArray chunkedStart = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n";
  return {
      {"answers", act(Kind::Answer), HttpOutcome::Answered, 201},
      {"answers late", slow(act(Kind::Answer), 100), HttpOutcome::Answered, 201},
      {"answers and closes",
       [] {
         auto a = act(Kind::Answer);
         a.closeAfterMs = 0;
         return a;
       }(),
       HttpOutcome::Answered, 201},
      {"answers without a body", act(Kind::Answer, 200, {}), HttpOutcome::Answered, 200},
      {"answers 204", raw("HTTP/1.1 204 None\r\n\r\n", -1), HttpOutcome::Answered, 204},
      {"answers in chunks", raw(chunkedStart + "2\r\n{}\r\n0\r\n\r\n", -1), HttpOutcome::Answered, 201},
      {"answers until the end", raw("HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n{}"), HttpOutcome::Answered, 201},
      {"answers HTML", act(Kind::Answer, 200, "<html></html>"), HttpOutcome::Answered, 200},
      {"answers 400", act(Kind::Answer, 400), HttpOutcome::Answered, 400},
      {"answers 401", act(Kind::Answer, 401), HttpOutcome::Answered, 401},
      {"asks for a password", act(Kind::Answer, 401, "{}", {{"WWW-Authenticate", "Basic realm=\"x\""}}),
       HttpOutcome::Answered, 401},
      {"asks for a proxy password", act(Kind::Answer, 407, "{}", {{"Proxy-Authenticate", "Basic realm=\"x\""}}),
       HttpOutcome::Answered, 407},
      {"answers 404", act(Kind::Answer, 404), HttpOutcome::Answered, 404},
      {"answers 429", act(Kind::Answer, 429, "{}", {{"Retry-After", "7"}}), HttpOutcome::Answered, 429},
      {"answers 500", act(Kind::Answer, 500), HttpOutcome::Answered, 500},
      {"answers 503", act(Kind::Answer, 503, "{}", {{"Retry-After", "7"}}), HttpOutcome::Answered, 503},
      {"answers 503 in chunks", raw("HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", -1),
       HttpOutcome::Answered, 503},
      {"redirects with 302", act(Kind::Answer, 302, {}, {{"Location", "/elsewhere"}}), HttpOutcome::Answered, 302},
      {"redirects with 303", act(Kind::Answer, 303, {}, {{"Location", "/elsewhere"}}), HttpOutcome::Answered, 303},
      {"redirects with 307", act(Kind::Answer, 307, {}, {{"Location", "/elsewhere"}}), HttpOutcome::Answered, 307},
      {"redirects with 308", act(Kind::Answer, 308, "moved", {{"Location", "/elsewhere"}}), HttpOutcome::Answered, 308},
      {"answers twice", act(Kind::Twice), HttpOutcome::Answered, 201},
      {"says 100 first", raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}", -1),
       HttpOutcome::Answered, 201},
      {"closes", act(Kind::Close), HttpOutcome::Unclear, 0},
      {"closes late", slow(act(Kind::Close), 50), HttpOutcome::Unclear, 0},
      {"breaks the connection", act(Kind::Reset), HttpOutcome::Unclear, 0},
      {"breaks the connection late", slow(act(Kind::Reset), 50), HttpOutcome::Unclear, 0},
      {"stalls", act(Kind::Stall), HttpOutcome::Unclear, 0},
      {"trickles", act(Kind::Trickle, 201, QByteArray(2000, 'x')), HttpOutcome::Unclear, 201},
      {"sends half a header", act(Kind::HalfHeader), HttpOutcome::Unclear, 0},
      {"sends half a body", act(Kind::HalfBody), HttpOutcome::Unclear, 201},
      {"sends half a body of a 500", act(Kind::HalfBody, 500), HttpOutcome::Unclear, 500},
      {"sends no body of a 503", raw("HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\n"), HttpOutcome::Unclear, 503},
      {"ends within the chunks", act(Kind::HalfChunk), HttpOutcome::Unclear, 201},
      {"ends within the chunks of a 500", act(Kind::HalfChunk, 500), HttpOutcome::Unclear, 500},
      {"ends within a chunk", raw(chunkedStart + "9\r\n{}"), HttpOutcome::Unclear, 201},
      {"speaks nonsense", raw("SSH-2.0-OpenSSH\r\n\r\n"), HttpOutcome::Unclear, 0},
      {"answers at length", act(Kind::Answer, 201, big), HttpOutcome::Unclear, 201},
      {"answers at length in chunks", raw(chunkedStart + "a00000\r\n" + big + "\r\n0\r\n\r\n"), HttpOutcome::Unclear,
       201},
  };
}

}  // namespace

Q_DECLARE_METATYPE(Case)

/// One POST against a server that does one thing to it: it arrives once, and its end is told as it was.
class HttpOnceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPostArrivesOnceAndEndsAsItShould_data() {
    QTest::addColumn<Case>("one");
    QTest::addColumn<HostileServer::Transport>("transport");
    QTest::addColumn<bool>("reused");
    for (const Case& one : cases()) {
      for (const bool reused : {false, true}) {
        for (const auto transport : {HostileServer::Transport::Plain, HostileServer::Transport::Tls}) {
          QTest::addRow("%s, %s, %s connection", one.name,
                        transport == HostileServer::Transport::Tls ? "https" : "http", reused ? "used" : "new")
              << one << transport << reused;
        }
      }
    }
  }
  void everyPostArrivesOnceAndEndsAsItShould() {
    QFETCH(Case, one);
    QFETCH(HostileServer::Transport, transport);
    QFETCH(bool, reused);
    HostilePlan plan;
    plan.onRequest = [&](int /*number*/, const QByteArray& body) { return body == "first" ? HostileAct() : one.act; };
    HostileServer server(plan, transport);
    HttpClient client(optionsFor(transport));
    if (reused) {
      QCOMPARE(sendAndWait(client, requestTo(server.url(), "first")).kind, HttpOutcome::Answered);
    }

    const HttpOutcome outcome = sendAndWait(client, requestTo(server.url()));
    QTest::qWait(10);  // room for a repetition to show

    const auto received = server.received();
    QCOMPARE(received.size(), reused ? 2U : 1U);
    QCOMPARE(server.connections(), 1);
    QVERIFY2(outcome.kind == one.kind, qPrintable(outcome.error.detail));
    QCOMPARE(outcome.answer.status, one.status);
    QCOMPARE(outcome.error.message.isEmpty(), one.kind == HttpOutcome::Answered);
    if (one.kind == HttpOutcome::Answered && one.act.kind != Kind::Raw) {
      QCOMPARE(outcome.answer.body, one.act.body);
    }
  }
};

QTEST_GUILESS_MAIN(HttpOnceTest)
#include "http_once_test.moc"
