// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/link_shortening.h"

#include <QTest>
#include <mutex>

#include "campaign/campaign_snippets.h"
#include "delivery/test_messages/test_send.h"
#include "providers/sandbox/sandbox_server.h"
#include "providers/shorteners/shortener_repository.h"
#include "support/hostile_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::HostileAct;
using test::HostileServer;
using test::must;
using test::SendingWorkspace;

namespace {

const QString firstLink = QStringLiteral("https://nova.example/early-access/for-members-only");
const QString secondLink = QStringLiteral("nova.example/gold");
const QString markedSecret = QStringLiteral("MARKED-SECRET-4711");

HostileAct answering(int status, const QByteArray& body) {
  HostileAct act;
  act.status = status;
  act.body = body;
  // Else the next request may go over a connection that is just being closed.
  act.headers = {{"Content-Type", "application/json"}, {"Connection", "close"}};
  act.closeAfterMs = 0;
  return act;
}

/// Everything that is logged while it lives.
class Log final {
 public:
  Log() {
    s_text.clear();
    m_before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
      const std::scoped_lock lock(s_mutex);
      s_text += message + QLatin1Char('\n');
    });
  }
  ~Log() { qInstallMessageHandler(m_before); }
  Q_DISABLE_COPY_MOVE(Log)
  [[nodiscard]] static QString text() {
    const std::scoped_lock lock(s_mutex);
    return s_text;
  }

 private:
  QtMessageHandler m_before;
  static inline std::mutex s_mutex;
  static inline QString s_text;
};

}  // namespace

class LinkShorteningTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_answer = [](int number, const QByteArray&) {
      return answering(200, "{\"short_url\":\"https://go.nova.example/a" + QByteArray::number(number) + "\"}");
    };
    m_server = std::make_unique<HostileServer>(
        test::HostilePlan{[this](int number, const QByteArray& body) { return m_answer(number, body); }, {}, {}, {}});
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(2);
    must(m_workspace->secrets().write(QStringLiteral("Shortener.Main"), QStringLiteral("token"), markedSecret));
    must(shorteners().save(main(), m_kinds));
    m_draft = addDraft();
  }
  void cleanup() { m_workspace.reset(); }

  void eachLinkIsMadeOnce() {
    const auto made = make();
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    QCOMPARE(made->asked, 2);
    QVERIFY(made->warning.isEmpty());
    QCOMPARE(m_server->received().size(), std::size_t(2));
    QVERIFY(m_server->received()[0].body.contains("utm_source=sms"));
    QVERIFY(m_server->received()[1].body.contains("http://nova.example/gold"));
    QVERIFY(m_server->received()[0].head.contains("Authorization: Bearer " + markedSecret.toUtf8()));
    QCOMPARE(must(make()).asked, 0);
    QCOMPARE(m_server->received().size(), std::size_t(2));
    const auto whole = must(campaign::withLibrary(m_fixture->database(), m_clock, m_draft));
    QCOMPARE(whole.textRules.links.shortLinks.at(firstLink), QStringLiteral("https://go.nova.example/a1"));
  }

  void whatFailedHalfwayGoesOnWhereItStopped() {
    m_answer = [](int number, const QByteArray&) {
      if (number == 2) return answering(500, "{}");
      return answering(200, "{\"short_url\":\"https://go.nova.example/a" + QByteArray::number(number) + "\"}");
    };
    QVERIFY(!make());
    QCOMPARE(must(make()).asked, 1);
    QCOMPARE(m_server->received().size(), std::size_t(3));
  }

  void anotherCampaignHasLinksOfItsOwn() {
    must(make());
    m_draft = addDraft();
    QCOMPARE(must(make()).asked, 2);
  }

  void linksThatAreNotMadeAreCountedAtTheirLength() {
    const auto whole = must(campaign::withLibrary(m_fixture->database(), m_clock, m_draft));
    const QString stands = whole.textRules.links.shortLinks.at(firstLink);
    QCOMPARE(stands.size(), main().shortLength);
    QVERIFY(campaign::isShortLinkPlaceholder(stands));
    const auto report = must(m_workspace->publisher().check(m_draft));
    QCOMPARE(report.longest.units, static_cast<int>(QStringLiteral("See  or ").size()) + 2 * main().shortLength);
    must(make());
    const int made = static_cast<int>(QStringLiteral("https://go.nova.example/a1").size());
    QCOMPARE(must(m_workspace->publisher().check(m_draft)).longest.units,
             static_cast<int>(QStringLiteral("See  or ").size()) + 2 * made);
  }

  void nothingIsPublishedWithoutThem() {
    const auto early = m_workspace->publisher().publish(m_draft.id, m_draft.revision, 2);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::Conflict);
    must(make());
    const auto published = must(m_workspace->publisher().publish(m_draft.id, m_draft.revision, 2));
    const auto frozen = must(m_workspace->campaigns().version(published.version));
    QCOMPARE(frozen.campaign.textRules.links.shortLinks.at(secondLink), QStringLiteral("https://go.nova.example/a2"));
    // Neither the shortener nor its links are needed any more.
    must(shorteners().remove(must(shorteners().byName(QStringLiteral("Main"))).id));
    QVERIFY(must(m_workspace->publisher().publish(m_draft.id, m_draft.revision, 2)).wasThere);
  }

  void aFailureSaysWhatHappenedAndWhatToDo_data() {
    QTest::addColumn<HostileAct>("act");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const HostileAct& act, ErrorCode code, const char* said) {
      QTest::newRow(name) << act << static_cast<int>(code) << QString::fromUtf8(said);
    };
    row("unknown", answering(401, "{\"error\":\"who?\"}"), ErrorCode::Credentials, "Link shorteners");
    HostileAct busy = answering(429, "{}");
    busy.headers.emplaceBack("Retry-After", "45");
    row("too many", busy, ErrorCode::LimitExceeded, "45 seconds");
    row("garbage", answering(200, "<html>"), ErrorCode::Refused, "can't be understood");
    row("no link", answering(200, "{\"short_url\":\"just words\"}"), ErrorCode::Refused, "phones would make no link");
    row("a script", answering(200, "{\"short_url\":\"javascript:alert(1)\"}"), ErrorCode::Refused, "no link");
    row("two links", answering(200, "{\"short_url\":\"https://go.nova.example/a b.example/x\"}"), ErrorCode::Refused,
        "no link");
    row("another host", answering(200, "{\"short_url\":\"https://evil.example/a\"}"), ErrorCode::Refused,
        "evil.example");
    row("a user name before the host", answering(200, "{\"short_url\":\"https://go.nova.example@evil.example/a\"}"),
        ErrorCode::Refused, "no link");
    row("a whole page", answering(200, "{\"short_url\":\"https://go.nova.example/" + QByteArray(120, 'a') + "\"}"),
        ErrorCode::Refused, "characters");
    row("what stands for a link", answering(200, "{\"short_url\":\"https://s.example/xxx\"}"), ErrorCode::Refused,
        "leads nowhere");
    HostileAct away = answering(302, "");
    away.headers.emplaceBack("Location", "http://127.0.0.1:1/");
    row("a redirect", away, ErrorCode::Refused, "302");
    HostileAct silent;
    silent.kind = HostileAct::Kind::Stall;
    row("silence", silent, ErrorCode::Timeout, "in time");
    HostileAct broken;
    broken.kind = HostileAct::Kind::HalfBody;
    row("half an answer", broken, ErrorCode::Network, "made no short link");
  }
  void aFailureSaysWhatHappenedAndWhatToDo() {
    QFETCH(HostileAct, act);
    QFETCH(int, code);
    QFETCH(QString, said);
    const Log log;
    m_answer = [act](int, const QByteArray&) { return act; };
    const auto made = make();
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(said), qPrintable(made.error().message));
    QCOMPARE(static_cast<int>(made.error().code), code);
    QVERIFY(made.error().message.startsWith(QStringLiteral("“Main” ")));
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT count(*) FROM short_link")), 0);
    QCOMPARE(m_server->received().size(), std::size_t(1));
    for (const QString& hidden : {markedSecret, firstLink, QStringLiteral("early-access")}) {
      QVERIFY(!Log::text().contains(hidden));
      QVERIFY(!made.error().message.contains(hidden));
      QVERIFY(!made.error().detail.contains(hidden));
    }
  }

  void aLongerLinkIsKeptAndSaid() {
    m_answer = [](int number, const QByteArray&) {
      return answering(200, "{\"short_url\":\"https://go.nova.example/a-longer-one-than-was-said" +
                                QByteArray::number(number) + "\"}");
    };
    const auto made = must(make());
    QVERIFY2(made.warning.contains(QStringLiteral("51 characters")), qPrintable(made.warning));
    QVERIFY(must(make()).warning.isEmpty());
  }

  void oneShortLinkForTwoAddressesIsRefused() {
    m_answer = [](int, const QByteArray&) {
      return answering(200, "{\"short_url\":\"https://go.nova.example/same\"}");
    };
    const auto made = make();
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(QStringLiteral("another address")), qPrintable(made.error().message));
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT count(*) FROM short_link")), 1);
    // Another campaign may have it for the same address, and for no other.
    m_draft = addDraft();
    QVERIFY(!make());
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT count(DISTINCT target) FROM short_link")), 1);
  }

  void linksThatLeadToOneAddressAreAskedForOnce() {
    m_draft.message = "See nova.example/a or http://nova.example/a";
    m_draft.textRules.links.shortened = {QStringLiteral("nova.example/a"), QStringLiteral("http://nova.example/a")};
    m_draft.revision = must(m_workspace->campaigns().save(m_draft, m_draft.revision));
    QCOMPARE(must(make()).asked, 1);
    QCOMPARE(m_server->received().size(), std::size_t(1));
  }

  void nothingIsAskedWhenItCannotBe() {
    m_draft.textRules.links.shortener = QStringLiteral("Gone");
    QCOMPARE(make().error().code, ErrorCode::NotFound);
    m_draft.textRules.links.shortener = QStringLiteral("Main");
    must(m_workspace->secrets().remove(QStringLiteral("Shortener.Main"), QStringLiteral("token")));
    const auto unready = make();
    QCOMPARE(unready.error().code, ErrorCode::Credentials);
    QVERIFY(unready.error().message.contains(QStringLiteral("Token")));
    QVERIFY(m_server->received().empty());
  }

  void aTestShowsTheAnswerWithoutSecrets() {
    m_answer = [](int, const QByteArray&) {
      return answering(200, "{\"short_url\":\"https://go.nova.example/t\",\"key\":\"" + markedSecret.toUtf8() + "\"}");
    };
    const Log log;
    const ShortenerAnswer answer = must(wait(shortening().test({saved(), {}})));
    QCOMPARE(answer.link, QStringLiteral("https://go.nova.example/t"));
    QCOMPARE(answer.characters, 25);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("***"));
    QVERIFY(!answer.body.contains(markedSecret.toUtf8()));
    QVERIFY(!Log::text().contains(markedSecret));
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT count(*) FROM short_link")), 0);
  }

  void keptSecretsGoOnlyWhereTheyWereEnteredFor() {
    HostileServer elsewhere(test::HostilePlan{[](int, const QByteArray&) { return answering(200, "{}"); }, {}, {}, {}});
    providers::Shortener moved = saved();
    moved.settings.insert(QStringLiteral("endpoint"), elsewhere.url().toString());
    providers::Shortener namesake = main();
    for (const providers::Shortener& other : {moved, namesake}) {
      const auto answer = wait(shortening().test({other, {}}));
      QVERIFY(!answer);
      QCOMPARE(answer.error().code, ErrorCode::Credentials);
      QVERIFY2(answer.error().message.contains(QStringLiteral("Enter them again")), qPrintable(answer.error().message));
    }
    QVERIFY(elsewhere.received().empty());
    QVERIFY(m_server->received().empty());
    must(wait(shortening().test({moved, {{QStringLiteral("token"), QStringLiteral("typed")}}})));
    QVERIFY(elsewhere.received()[0].head.contains("Bearer typed"));
  }

  void testSendsCarryTheLinksThatWillBeSent() {
    providers::SandboxServer sandbox;
    must(sandbox.start(0, m_fixture->filePath(QStringLiteral("record.jsonl"))));
    const ProviderId provider = m_workspace->addSandbox(QStringLiteral("Phones"), sandbox.url());
    TestSendRequest request{m_draft, QStringLiteral("+919812345678"), provider, {}, {}, false};
    const LinkShortening by = shortening();
    const auto sent = must(wait(TestSend(m_workspace->context(), m_http, &by).send(request)));
    QVERIFY(sent.accepted);
    QCOMPARE(sent.text, QStringLiteral("See https://go.nova.example/a1 or https://go.nova.example/a2"));
    QCOMPARE(must(make()).asked, 0);
    m_answer = [](int, const QByteArray&) { return answering(503, "{}"); };
    request.campaign = addDraft();
    QVERIFY(!wait(TestSend(m_workspace->context(), m_http, &by).send(request)));
  }

 private:
  [[nodiscard]] providers::ShortenerRepository shorteners() const { return {m_fixture->database(), m_clock}; }

  [[nodiscard]] providers::Shortener main() const {
    providers::Shortener shortener;
    shortener.name = QStringLiteral("Main");
    shortener.type = QStringLiteral("http");
    shortener.shortLength = 28;
    shortener.settings = {{QStringLiteral("endpoint"), m_server->url().toString()},
                          {QStringLiteral("auth"), QStringLiteral("bearer")},
                          {QStringLiteral("domain"), QStringLiteral("go.nova.example")}};
    return shortener;
  }

  [[nodiscard]] providers::Shortener saved() const { return must(shorteners().byName(QStringLiteral("Main"))); }

  [[nodiscard]] campaign::Campaign addDraft() const {
    campaign::Campaign draft = m_workspace->addCampaign({}, "See " + firstLink.toUtf8() + " or " + secondLink.toUtf8());
    draft.textRules.links.shortener = QStringLiteral("Main");
    draft.textRules.links.shortened = {firstLink, secondLink};
    draft.textRules.links.tagging.on = true;
    draft.textRules.links.tagging.source = QStringLiteral("sms");
    draft.textRules.optOut = {};
    draft.purpose = campaign::Purpose::Transactional;
    draft.route = SendingWorkspace::through(
        m_workspace->figure(QStringLiteral("SELECT count(*) FROM provider")) > 0
            ? ProviderId{m_workspace->figure(QStringLiteral("SELECT min(id) FROM provider"))}
            : m_workspace->addSandbox(QStringLiteral("Sandbox"), QUrl(QStringLiteral("http://127.0.0.1:1"))));
    draft.revision = must(m_workspace->campaigns().save(draft, draft.revision));
    return draft;
  }

  template <class T>
  static T wait(QFuture<T> future) {
    future.waitForFinished();
    return future.result();
  }
  [[nodiscard]] LinkShortening shortening() {
    return {m_workspace->context(), m_kinds, m_http, {std::chrono::milliseconds(1500)}};
  }
  [[nodiscard]] Result<MadeShortLinks> make() { return wait(shortening().make(m_draft)); }

  test::ManualClock m_clock;
  providers::DefinitionCatalog m_kinds = must(providers::DefinitionCatalog::builtInShorteners());
  std::function<HostileAct(int, const QByteArray&)> m_answer;
  std::unique_ptr<HostileServer> m_server;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  HttpThread m_http;
  campaign::Campaign m_draft;
};

QTEST_GUILESS_MAIN(LinkShorteningTest)
#include "link_shortening_test.moc"
