// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/http_sending.h"

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

/// What the server does with the GET under test, and what must come of it.
struct GetCase {
  const char* name;
  HostileAct act;
  HttpOutcome::Kind kind;
};

HostileAct delayed(HostileAct act) {
  act.delayMs = 50;
  return act;
}

std::vector<GetCase> getCases() {
  return {
      {"answers", act(Kind::Answer), HttpOutcome::Answered},
      {"answers 500", act(Kind::Answer, 500), HttpOutcome::Answered},
      {"redirects", act(Kind::Answer, 302, {}, {{"Location", "/elsewhere"}}), HttpOutcome::Answered},
      {"closes", act(Kind::Close), HttpOutcome::Unclear},
      {"closes late", delayed(act(Kind::Close)), HttpOutcome::Unclear},
      {"breaks the connection", act(Kind::Reset), HttpOutcome::Unclear},
      {"breaks the connection late", delayed(act(Kind::Reset)), HttpOutcome::Unclear},
      {"stalls", act(Kind::Stall), HttpOutcome::Unclear},
      {"sends half a header", act(Kind::HalfHeader), HttpOutcome::Unclear},
      {"sends half a body", act(Kind::HalfBody), HttpOutcome::Unclear},
      {"ends within the chunks", act(Kind::HalfChunk), HttpOutcome::Unclear},
  };
}

HttpRequest getFrom(const QUrl& url) {
  HttpRequest request = requestTo(url, {});
  request.method = HttpRequest::Method::Get;
  request.headers.clear();
  return request;
}

}  // namespace

Q_DECLARE_METATYPE(GetCase)

/// A GET that sends a message is no more repeated than a POST, on a new connection or on one that was used before.
class HttpGetOnceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyGetArrivesOnceAndEndsAsItShould_data() {
    QTest::addColumn<GetCase>("one");
    QTest::addColumn<HostileServer::Transport>("transport");
    QTest::addColumn<bool>("reused");
    for (const GetCase& one : getCases()) {
      for (const bool reused : {false, true}) {
        for (const auto transport : {HostileServer::Transport::Plain, HostileServer::Transport::Tls}) {
          QTest::addRow("%s, %s, %s connection", one.name,
                        transport == HostileServer::Transport::Tls ? "https" : "http", reused ? "used" : "new")
              << one << transport << reused;
        }
      }
    }
  }
  void everyGetArrivesOnceAndEndsAsItShould() {
    QFETCH(GetCase, one);
    QFETCH(HostileServer::Transport, transport);
    QFETCH(bool, reused);
    HostilePlan plan;
    plan.onRequest = [&](int number, const QByteArray& /*body*/) {
      return reused && number == 1 ? HostileAct() : one.act;
    };
    HostileServer server(plan, transport);
    HttpClient client(optionsFor(transport));
    if (reused) {
      QCOMPARE(sendAndWait(client, getFrom(server.url())).kind, HttpOutcome::Answered);
    }

    const HttpOutcome outcome = sendAndWait(client, getFrom(server.url()));
    QTest::qWait(10);  // room for a repetition to show

    const auto received = server.received();
    QCOMPARE(received.size(), reused ? 2U : 1U);
    QCOMPARE(server.connections(), 1);
    QVERIFY(received.back().head.startsWith("GET /messages HTTP/1.1\r\n"));
    QVERIFY2(outcome.kind == one.kind, qPrintable(outcome.error.detail));
  }
};

QTEST_GUILESS_MAIN(HttpGetOnceTest)
#include "http_get_once_test.moc"
