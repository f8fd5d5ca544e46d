// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/guarded_fetch.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <mutex>
#include <optional>

#include "support/fake_resolver.h"
#include "support/hostile_server.h"

using namespace heliograph::net;
using namespace heliograph::test;
using End = GuardedOutcome::End;

namespace {

HostileAct said(int status, const QByteArray& body = "{}", QList<QPair<QByteArray, QByteArray>> headers = {}) {
  HostileAct act;
  act.status = status;
  act.body = body;
  act.headers = std::move(headers);
  return act;
}

/// A server that writes down the head of each GET.
class Answering final {
 public:
  explicit Answering(std::function<HostileAct(int, const QByteArray&)> answer,
                     HostileServer::Transport transport = HostileServer::Transport::Plain)
      : m_server({{},
                  [this, answer = std::move(answer)](int number, const QByteArray& head) {
                    const std::scoped_lock lock(m_mutex);
                    m_heads << head;
                    return answer(number, head);
                  },
                  {},
                  {}},
                 transport) {}

  [[nodiscard]] QUrl url(const QString& host = {}, const QString& path = QStringLiteral("/items")) const {
    QUrl url = m_server.url();
    if (!host.isEmpty()) url.setHost(host);
    url.setPath(path);
    return url;
  }
  [[nodiscard]] QList<QByteArray> heads() const {
    const std::scoped_lock lock(m_mutex);
    return m_heads;
  }
  [[nodiscard]] int connections() const { return m_server.connections(); }

 private:
  mutable std::mutex m_mutex;
  QList<QByteArray> m_heads;
  HostileServer m_server;
};

}  // namespace

class GuardedFetchTest final : public QObject {
  Q_OBJECT

 private:
  FakeResolver m_names;

  GuardedOutcome fetch(const QUrl& url, bool allowPrivate, const HttpHeaders& headers = {}, int deadlineMs = 3000,
                       const HttpClientOptions& options = {.managers = 1, .reuseConnections = false}) {
    HttpClient client(options);
    GuardedFetcher fetcher(client, m_names);
    GuardedRequest request;
    request.url = url;
    request.allowPrivate = allowPrivate;
    request.headers = headers;
    request.deadline = std::chrono::milliseconds(deadlineMs);
    std::optional<GuardedOutcome> outcome;
    QEventLoop loop;
    fetcher.fetch(request, &client, [&](const GuardedOutcome& end) {
      if (outcome) qFatal("two outcomes");
      outcome = end;
      loop.quit();
    });
    QTimer::singleShot(20000, &loop, [] { qFatal("no outcome"); });
    loop.exec();
    return *outcome;
  }

 private Q_SLOTS:
  void init() { m_names.clear(); }

  void anAnswerComes() {
    const Answering server([](int, const QByteArray&) { return said(200, "{\"a\":1}"); });
    const auto outcome = fetch(server.url(), true, {{"X-Key", "k"}});
    QCOMPARE(outcome.end, End::Answered);
    QCOMPARE(outcome.answer.status, 200);
    QCOMPARE(outcome.answer.body, QByteArray("{\"a\":1}"));
    QVERIFY(server.heads().value(0).toLower().contains("x-key: k"));
  }

  void loopbackIsRefusedUnlessItIsAllowed() {
    const Answering server([](int, const QByteArray&) { return said(200); });
    QCOMPARE(fetch(server.url(), false).end, End::RefusedAddress);
    QCOMPARE(server.connections(), 0);
  }

  void noNotationOfLoopbackGetsThrough_data() {
    QTest::addColumn<QString>("given");
    for (const char* host : {"127.1", "0x7f.1", "2130706433", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0"}) {
      QTest::newRow(host) << QString::fromLatin1(host);
    }
  }
  void noNotationOfLoopbackGetsThrough() {
    QFETCH(QString, given);
    const Answering server([](int, const QByteArray&) { return said(200); });
    QUrl url(QStringLiteral("http://%1:%2/").arg(given).arg(server.url().port()));
    QVERIFY(url.isValid());
    QCOMPARE(fetch(url, false).end, End::RefusedAddress);
    QCOMPARE(server.connections(), 0);
  }

  void aNameOfThePrivateNetworkIsRefused() {
    const Answering server([](int, const QByteArray&) { return said(200); });
    m_names.set(QStringLiteral("shop.example"), {QStringLiteral("127.0.0.1")});
    QCOMPARE(fetch(server.url(QStringLiteral("shop.example")), false).end, End::RefusedAddress);
    QCOMPARE(server.connections(), 0);
  }

  void aPrivateAddressAmongPublicOnesIsRefused() {
    m_names.set(QStringLiteral("shop.example"), {QStringLiteral("93.184.216.34"), QStringLiteral("10.0.0.1")});
    QCOMPARE(fetch(QUrl(QStringLiteral("http://shop.example/")), false).end, End::RefusedAddress);
  }

  void theConnectionGoesToTheAddressThatWasChecked() {
    // No other look-up can find this name: the request arrives only if the checked address itself is used.
    const Answering server([](int, const QByteArray&) { return said(200); });
    m_names.set(QStringLiteral("shop.invalid"), {QStringLiteral("127.0.0.1")});
    const auto outcome = fetch(server.url(QStringLiteral("shop.invalid")), true);
    QCOMPARE(outcome.end, End::Answered);
    QCOMPARE(m_names.asked(), QStringList{QStringLiteral("shop.invalid")});
    const QByteArray host = "Host: shop.invalid:" + QByteArray::number(server.url().port());
    QVERIFY2(server.heads().value(0).contains(host), server.heads().value(0).constData());
    QCOMPARE(server.heads().value(0).count("Host:"), 1);
  }

  void aNameThatChangesItsAddressIsCheckedAtEachHop() {
    // The first look-up gives an address that is fine, the second one another: what a rebinding server does.
    const Answering server([](int, const QByteArray&) { return said(302, "", {{"Location", "/again"}}); });
    m_names.set(QStringLiteral("shop.invalid"), {QStringLiteral("127.0.0.1")});
    m_names.then(QStringLiteral("shop.invalid"), {QStringLiteral("224.0.0.1")});
    QCOMPARE(fetch(server.url(QStringLiteral("shop.invalid")), true).end, End::RefusedAddress);
    QCOMPARE(server.heads().size(), 1);
  }

  void overTlsTheNameIsProvedNotTheAddress_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("end");
    QTest::newRow("its own") << QStringLiteral("localhost") << static_cast<int>(End::Answered);
    QTest::newRow("another") << QStringLiteral("shop.invalid") << static_cast<int>(End::Unreachable);
  }
  void overTlsTheNameIsProvedNotTheAddress() {
    QFETCH(QString, name);
    QFETCH(int, end);
    const Answering server([](int, const QByteArray&) { return said(200); }, HostileServer::Transport::Tls);
    m_names.set(name, {QStringLiteral("127.0.0.1")});
    HttpClientOptions options{.managers = 1, .reuseConnections = false};
    options.tls = HostileServer::clientTls();
    QCOMPARE(static_cast<int>(fetch(server.url(name), true, {}, 3000, options).end), end);
  }

  void aRedirectIsFollowedWithoutTheHeadersOfAnotherHost() {
    const Answering last([](int, const QByteArray&) { return said(200, "{\"there\":1}"); });
    const QByteArray there = last.url().toEncoded();
    const Answering first([&](int, const QByteArray& head) {
      return head.startsWith("GET /items") ? said(301, "", {{"Location", "/moved"}})
                                           : said(307, "", {{"Location", there}});
    });
    const auto outcome = fetch(first.url(), true, {{"Authorization", "Bearer s3cret"}});
    QCOMPARE(outcome.end, End::Answered);
    QCOMPARE(outcome.answer.body, QByteArray("{\"there\":1}"));
    QCOMPARE(first.heads().size(), 2);
    QVERIFY(first.heads()[1].contains("s3cret"));
    QVERIFY(!last.heads().value(0).contains("s3cret"));
  }

  void aRedirectIntoThePrivateNetworkIsRefused_data() {
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("multicast") << QByteArray("http://224.0.0.1/");
    QTest::newRow("no address") << QByteArray("http://0/");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("another protocol") << QByteArray("ftp://example.com/");
    QTest::newRow("a password") << QByteArray("http://user:pass@example.com/");
  }
  void aRedirectIntoThePrivateNetworkIsRefused() {
    QFETCH(QByteArray, location);
    const Answering server([&](int, const QByteArray&) { return said(302, "", {{"Location", location}}); });
    QCOMPARE(fetch(server.url(), true).end, End::RefusedAddress);
    QCOMPARE(server.heads().size(), 1);
  }

  void redirectsEndSomewhere() {
    const Answering server([](int, const QByteArray&) { return said(302, "", {{"Location", "/items"}}); });
    const auto outcome = fetch(server.url(), true);
    QCOMPARE(outcome.end, End::Answered);
    QCOMPARE(outcome.answer.status, 302);
    QCOMPARE(server.heads().size(), 1 + GuardedRequest::mostRedirects);
  }

  void itIsAskedOnce_data() {
    QTest::addColumn<int>("kind");
    using Kind = HostileAct::Kind;
    for (const auto& [name, kind] : {std::pair{"closes", Kind::Close},
                                     {"breaks off", Kind::Reset},
                                     {"half a header", Kind::HalfHeader},
                                     {"half a body", Kind::HalfBody},
                                     {"half a chunk", Kind::HalfChunk}}) {
      QTest::newRow(name) << static_cast<int>(kind);
    }
  }
  void itIsAskedOnce() {
    QFETCH(int, kind);
    const Answering server([kind](int, const QByteArray&) {
      HostileAct act = said(200, "{\"long\":\"enough\"}");
      act.kind = static_cast<HostileAct::Kind>(kind);
      return act;
    });
    QCOMPARE(fetch(server.url(), true).end, End::Unreachable);
    QCOMPARE(server.heads().size(), 1);
  }

  void slowAnswersEndInTime_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("silence") << static_cast<int>(HostileAct::Kind::Stall);
    QTest::newRow("drops") << static_cast<int>(HostileAct::Kind::Trickle);
  }
  void slowAnswersEndInTime() {
    QFETCH(int, kind);
    const Answering server([kind](int, const QByteArray&) {
      HostileAct act = said(200, QByteArray(5000, ' '));
      act.kind = static_cast<HostileAct::Kind>(kind);
      return act;
    });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(fetch(server.url(), true, {}, 300).end, End::Timeout);
    QVERIFY(timer.elapsed() < 20000);
  }

  void theTimeIsForAllRedirectsTogether() {
    const Answering server([](int, const QByteArray&) {
      HostileAct act = said(302, "", {{"Location", "/items"}});
      act.delayMs = 150;
      return act;
    });
    QCOMPARE(fetch(server.url(), true, {}, 400).end, End::Timeout);
  }

  void aLookUpThatNeverEndsEndsInTime() {
    m_names.stall(QStringLiteral("shop.invalid"));
    QCOMPARE(fetch(QUrl(QStringLiteral("http://shop.invalid/")), true, {}, 200).end, End::Timeout);
  }

  void longAnswersAreCutOff_data() {
    QTest::addColumn<bool>("isAnnounced");
    QTest::newRow("announced") << true;
    QTest::newRow("not announced") << false;
  }
  void longAnswersAreCutOff() {
    QFETCH(bool, isAnnounced);
    const Answering server([isAnnounced](int, const QByteArray&) {
      HostileAct act = said(200, QByteArray(300 * 1024, 'x'));
      if (!isAnnounced) {
        act.kind = HostileAct::Kind::Raw;
        act.body.prepend("HTTP/1.1 200 Said\r\n\r\n");
        act.closeAfterMs = 0;
      }
      return act;
    });
    QCOMPARE(fetch(server.url(), true).end, End::TooLarge);
  }

  void thereMayBeNobody() {
    quint16 port = 0;
    {
      const Answering server([](int, const QByteArray&) { return said(200); });
      port = static_cast<quint16>(server.url().port());
    }
    QCOMPARE(fetch(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port)), true).end, End::Unreachable);
    QCOMPARE(fetch(QUrl(QStringLiteral("http://nobody.invalid/")), true).end, End::Unreachable);
  }

  void whenOneAddressIsDownTheNextIsAsked() {
    const Answering server([](int, const QByteArray&) { return said(200); });
    m_names.set(QStringLiteral("shop.invalid"), {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
    QCOMPARE(fetch(server.url(QStringLiteral("shop.invalid")), true).end, End::Answered);
    QCOMPARE(server.heads().size(), 1);
  }

  void onlyWebAddressesAreAsked_data() {
    QTest::addColumn<QString>("given");
    for (const char* url :
         {"ftp://example.com/", "file:///etc/passwd", "http://user:x@example.com/", "http:///x", ""}) {
      QTest::newRow(url) << QString::fromLatin1(url);
    }
  }
  void onlyWebAddressesAreAsked() {
    QFETCH(QString, given);
    QCOMPARE(fetch(QUrl(given), true).end, End::BadUrl);
  }
};

QTEST_GUILESS_MAIN(GuardedFetchTest)
#include "guarded_fetch_test.moc"
