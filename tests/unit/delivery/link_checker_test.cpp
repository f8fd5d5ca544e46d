// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/link_checker.h"

#include <QTest>
#include <atomic>

#include "net/http_server.h"
#include "support/fake_resolver.h"
#include "support/manual_clock.h"

using namespace heliograph;
using namespace heliograph::delivery;

namespace {

/// A site with one page for each kind of answer, on this computer.
class Site final {
 public:
  Site() {
    if (!m_server.start([this](const net::ServerRequest& request) { return answer(request); })) qFatal("no server");
  }
  [[nodiscard]] QString link(const QString& path) const {
    return QStringLiteral("http://shop.nova.example:%1/%2").arg(m_server.url().port()).arg(path);
  }
  [[nodiscard]] int asked() const { return m_asked; }

 private:
  net::ServerAnswer answer(const net::ServerRequest& request) {
    ++m_asked;
    net::ServerAnswer said;
    const QByteArray path = request.path;
    said.status = path == "/gone" ? 404 : path == "/closed" ? 403 : path == "/away" || path == "/home" ? 302 : 200;
    if (path == "/away")
      said.headers.emplaceBack("Location", "http://other.example:" + QByteArray::number(m_server.url().port()) + "/");
    if (path == "/home")
      said.headers.emplaceBack("Location", "http://nova.example:" + QByteArray::number(m_server.url().port()) + "/");
    if (path == "/long") said.body = QByteArray(1024 * 1024, 'x');
    return said;
  }

  std::atomic<int> m_asked = 0;
  net::HttpServer m_server;
};

}  // namespace

class LinkCheckerTest final : public QObject {
  Q_OBJECT

 private:
  std::vector<LinkFinding> check(const QStringList& links, bool allowPrivate = true) {
    net::HttpClient client;
    LinkChecker checker(client, m_names, m_clock, allowPrivate);
    std::optional<std::vector<LinkFinding>> found;
    checker.check(links, this, [&](const std::vector<LinkFinding>& findings) { found = findings; });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, 20000)) qFatal("no findings");
    return *found;
  }

  test::FakeResolver m_names;
  test::ManualClock m_clock;

 private Q_SLOTS:
  void init() {
    m_names.clear();
    for (const char* host : {"shop.nova.example", "nova.example", "other.example"}) {
      m_names.set(QString::fromLatin1(host), {QStringLiteral("127.0.0.1")});
    }
  }

  void eachAnswerHasItsSentence_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    // Fine but for the missing encryption, which every link to this site has.
    QTest::newRow("a page") << QStringLiteral("page") << QStringLiteral("link_http");
    QTest::newRow("a long page") << QStringLiteral("long") << QStringLiteral("link_http");
    QTest::newRow("closed to programs") << QStringLiteral("closed") << QStringLiteral("link_http");
    QTest::newRow("gone") << QStringLiteral("gone") << QStringLiteral("dead");
    QTest::newRow("to another site") << QStringLiteral("away") << QStringLiteral("redirects");
    QTest::newRow("to the same site") << QStringLiteral("home") << QStringLiteral("link_http");
  }
  void eachAnswerHasItsSentence() {
    QFETCH(QString, path);
    const Site site;
    const auto findings = check({site.link(path)});
    QCOMPARE(findings.size(), std::size_t{1});
    QTEST(findings.front().code, "code");
    QVERIFY(!findings.front().text.isEmpty());
    QCOMPARE(findings.front().at, m_clock.now());
  }

  void eachLinkIsAskedForOnce() {
    const Site site;
    const auto findings = check({site.link(QStringLiteral("a")), site.link(QStringLiteral("gone"))});
    QCOMPARE(findings.size(), std::size_t{2});
    QCOMPARE(findings[1].link, site.link(QStringLiteral("gone")));
    QCOMPARE(site.asked(), 2);
  }

  void whatIsntThereIsUnreachable() {
    QCOMPARE(check({QStringLiteral("https://nowhere.example/x")}).front().code, QStringLiteral("unreachable"));
  }

  void nothingIsAskedInsideOfTheOwnNetwork() {
    const Site site;
    QCOMPARE(check({site.link(QStringLiteral("a"))}, false).front().code, QStringLiteral("private"));
    QCOMPARE(check({QStringLiteral("http://127.0.0.1/x")}, false).front().code, QStringLiteral("private"));
    QCOMPARE(site.asked(), 0);
  }

  void noLinksHaveNoFindings() { QVERIFY(check({}).empty()); }
};

QTEST_GUILESS_MAIN(LinkCheckerTest)
#include "link_checker_test.moc"
