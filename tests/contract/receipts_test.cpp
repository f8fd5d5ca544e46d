// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <atomic>
#include <memory>

#include "delivery/courier/delivery_service.h"
#include "delivery/receipts/callback_address.h"
#include "delivery/receipts/callback_server.h"
#include "delivery/receipts/receipt_polling.h"
#include "delivery/receipts/reply_repository.h"
#include "net/http_client.h"
#include "providers/definition/signatures.h"
#include "providers/sandbox/sandbox_server.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sending_workspace.h"
#include "tests/support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using heliograph::test::must;
using heliograph::test::SendingWorkspace;

namespace {

constexpr int kPatience = 120000;

delivery::DeliveryOptions quickly() {
  DeliveryOptions options;
  options.tick = std::chrono::milliseconds(20);
  options.idleBeat = std::chrono::milliseconds(20);
  return options;
}

}  // namespace

/// Receipts and replies over HTTP: the sandbox is asked, and providers call.
class ReceiptsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();

  void theSandboxIsAskedWhatBecameOfMessages();
  void repliesOfTheSandboxComeInAndStopSuppresses();
  void aProviderThatFailsIsLeftAloneForAWhile();
  void eventsOfAGenericProviderAreTaken();
  void whatLacksSomethingIsSaid();
  void whoDoesntKnowTheAddressIsTurnedAway_data();
  void whoDoesntKnowTheAddressIsTurnedAway();
  void aHeadIsAnswered();
  void whatIsTooLongIsRefused();
  void anUnsignedCallChangesNothing();
  void aSignatureIsMadeOverTheAddressAsItWasWritten();
  void allPagesOfAFeedAreRead();
  void aPageElsewhereIsNeverAskedFor();

 private:
  /// Sends to everybody through the sandbox and moves the clock behind the first question.
  void sendToAll(int people);
  net::HttpOutcome call(const QString& path, const QByteArray& body, const net::HttpHeaders& headers = {});
  [[nodiscard]] QString pathOf(ProviderId provider) const {
    return must(callbackPath(m_fixture->database(), provider));
  }
  ProviderId addGeneric();

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_world;
  std::unique_ptr<providers::SandboxServer> m_sandbox;
  std::unique_ptr<DeliveryService> m_service;
  std::unique_ptr<CallbackServer> m_server;
  std::unique_ptr<net::HttpClient> m_client;
  QUrl m_url;
  ProviderId m_provider;
};

void ReceiptsTest::init() {
  m_clock.set(QDateTime::currentDateTimeUtc());
  m_fixture = std::make_unique<test::WorkspaceFixture>();
  m_world = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
  m_sandbox = std::make_unique<providers::SandboxServer>();
  const QUrl sandbox = must(m_sandbox->start(0, m_fixture->filePath(QStringLiteral("sandbox.jsonl"))));
  m_provider = m_world->addSandbox(QStringLiteral("One"), sandbox);
  m_service = std::make_unique<DeliveryService>(m_world->context(), quickly());
  m_client = std::make_unique<net::HttpClient>();
  m_server = std::make_unique<CallbackServer>(m_world->context(), QUrl(QStringLiteral("https://relay.example")));
  m_url = must(m_server->start(QHostAddress(QHostAddress::LocalHost), 0));
}

void ReceiptsTest::cleanup() {
  m_server.reset();
  m_client.reset();
  m_service.reset();
  m_sandbox.reset();
  m_world.reset();
  m_fixture.reset();
}

void ReceiptsTest::sendToAll(int people) {
  m_world->addPeople(people);
  m_world->publish(m_world->addCampaign(SendingWorkspace::through(m_provider)), people);
  m_service->start(1);
  const QString accepted = QStringLiteral("SELECT count(*) FROM outbox WHERE state = 'accepted'");
  QTRY_COMPARE_WITH_TIMEOUT(m_world->figure(accepted), people, kPatience);
  QTRY_VERIFY_WITH_TIMEOUT(m_world->figure(QStringLiteral("SELECT last_accepted_at IS NOT NULL FROM provider")) == 1,
                           kPatience);
  m_clock.set(QDateTime::currentDateTimeUtc().addSecs(200));
}

net::HttpOutcome ReceiptsTest::call(const QString& path, const QByteArray& body, const net::HttpHeaders& headers) {
  net::HttpRequest request;
  request.url = m_url.resolved(QUrl(path));
  request.headers = headers;
  request.body = body;
  request.deadline = std::chrono::milliseconds(kPatience);
  request.transferTimeout = std::chrono::milliseconds(0);
  net::HttpOutcome got;
  QEventLoop loop;
  m_client->send(request, this, [&](const net::HttpOutcome& outcome) {
    got = outcome;
    loop.quit();
  });
  loop.exec();
  return got;
}

ProviderId ReceiptsTest::addGeneric() {
  providers::Provider provider;
  provider.name = QStringLiteral("Own");
  provider.type = QStringLiteral("http");
  provider.settings = QJsonObject{
      {QStringLiteral("endpoint"), QStringLiteral("https://sms.example.com/send")},
      {QStringLiteral("parameters"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("to")},
                                                            {QStringLiteral("value"), QStringLiteral("$$To")}},
                                                QJsonObject{{QStringLiteral("name"), QStringLiteral("text")},
                                                            {QStringLiteral("value"), QStringLiteral("$$Body")}}}}};
  return must(m_world->providers().create(provider));
}

void ReceiptsTest::theSandboxIsAskedWhatBecameOfMessages() {
  providers::SandboxBehaviour behaviour;
  behaviour.delivery = QStringLiteral("sent");
  m_sandbox->setBehaviour(behaviour);
  sendToAll(120);
  const QString handedOn = QStringLiteral("SELECT count(*) FROM outbox WHERE delivery_state = 'sent'");
  QTRY_COMPARE_WITH_TIMEOUT(m_world->figure(handedOn), 120, kPatience);
  behaviour.delivery = QStringLiteral("failed");
  behaviour.deliveryCode = 30005;
  m_sandbox->setBehaviour(behaviour);
  m_clock.advance(600);
  const QString failed = QStringLiteral(
      "SELECT count(*) FROM outbox WHERE delivery_state = 'failed' AND delivery_code = 910 AND state = 'accepted'");
  QTRY_COMPARE_WITH_TIMEOUT(m_world->figure(failed), 120, kPatience);
}

void ReceiptsTest::repliesOfTheSandboxComeInAndStopSuppresses() {
  providers::SandboxBehaviour behaviour;
  behaviour.reply = QStringLiteral("Stop!");
  m_sandbox->setBehaviour(behaviour);
  sendToAll(3);
  QTRY_COMPARE_WITH_TIMEOUT(m_world->figure(QStringLiteral("SELECT count(*) FROM suppression WHERE source = 'reply'")),
                            3, kPatience);
  const auto replies = must(ReplyRepository(m_fixture->database(), m_clock).list(true, 10));
  QCOMPARE(replies.size(), 3U);
  QVERIFY(replies.front().isUnsubscribed);
  QCOMPARE(replies.front().campaignName, QStringLiteral("Test"));
}

void ReceiptsTest::aProviderThatFailsIsLeftAloneForAWhile() {
  std::atomic<int> asked = 0;
  std::atomic<bool> works = false;
  net::HttpServer server;
  const auto handler = [&](const net::ServerRequest& request) {
    net::ServerAnswer answer;
    if (request.path != "/receipts") return answer;
    ++asked;
    answer.status = works ? 200 : 503;
    answer.body = R"({"receipts":[{"id":"m1","state":"delivered"}]})";
    return answer;
  };
  must(server.start(handler));
  const ProviderId other = m_world->addSandbox(QStringLiteral("Other"), server.url());
  must(m_world->providers().recordAccepted(other));
  m_world->addPeople(1);
  const RunId run = m_world->publish(m_world->addCampaign(SendingWorkspace::through(other)), 1);
  m_world->execute(QStringLiteral("UPDATE run SET state = 'done'"));
  m_world->execute(QStringLiteral("INSERT INTO outbox (id, run_id, profile_id, address, state, tries, provider_id, "
                                  "message_id, updated_at) VALUES (1, %1, 1, '+919810000001', 'accepted', 1, %2, 'm1', "
                                  "%3)")
                       .arg(run.value)
                       .arg(other.value)
                       .arg(m_clock.now().addSecs(-90).toMSecsSinceEpoch()));
  m_world->execute(QStringLiteral("INSERT INTO attempt (outbox_id, number, provider_id, client_id, started_at, "
                                  "message_id) VALUES (1, 1, %1, 'our-id', 0, 'm1')")
                       .arg(other.value));
  net::HttpClient client;
  ReceiptPolling polling(m_world->context(), client);
  const auto lookAndWait = [&](qint64 seconds) {
    m_clock.advance(seconds);
    must(polling.look());
    QTRY_COMPARE_WITH_TIMEOUT(polling.asking(), 0, kPatience);
  };
  lookAndWait(0);
  QVERIFY(asked > 0);
  const int first = asked;
  lookAndWait(30);
  QCOMPARE(asked.load(), first);
  lookAndWait(31);
  QVERIFY(asked > first);
  const int second = asked;
  works = true;
  lookAndWait(90);
  QCOMPARE(asked.load(), second);
  lookAndWait(60);
  QVERIFY(asked > second);
  QCOMPARE(m_world->word(QStringLiteral("SELECT delivery_state FROM outbox")), QStringLiteral("delivered"));
}

void ReceiptsTest::eventsOfAGenericProviderAreTaken() {
  const ProviderId own = addGeneric();
  m_world->addPeople(1);
  const RunId run = m_world->publish(m_world->addCampaign(SendingWorkspace::through(own)), 1);
  m_world->execute(QStringLiteral("INSERT INTO outbox (id, run_id, profile_id, address, state, tries, provider_id, "
                                  "updated_at) VALUES (1, %1, 1, '+919810000001', 'accepted', 1, %2, 0)")
                       .arg(run.value)
                       .arg(own.value));
  m_world->execute(QStringLiteral("INSERT INTO attempt (outbox_id, number, provider_id, client_id, started_at) VALUES "
                                  "(1, 1, %1, 'our-id', 0)")
                       .arg(own.value));
  const auto answer = call(pathOf(own),
                           R"([{"event":"delivered","data":[{"ts":1435322805,"meta":"our-id"}]},
                               {"event":"clicked","data":[{"ts":1435322805,"meta":"our-id","url":"a.example"}]},
                               {"event":"replied","data":[{"ts":1435322805,"meta":"our-id","incomingText":"STOP"}]},
                               {"event":"failed","data":[{"ts":1,"meta":"another","code":"901","description":"x"}]}])");
  QCOMPARE(answer.answer.status, 200);
  const QJsonObject json = QJsonDocument::fromJson(answer.answer.body).object();
  QCOMPARE(json.value(u"status").toString(), QStringLiteral("success"));
  QCOMPARE(json.value(u"data").toObject().value(u"processed_events").toInt(), 4);
  QCOMPARE(m_world->word(QStringLiteral("SELECT delivery_state || ' ' || (clicked_at IS NOT NULL) || ' ' || (SELECT "
                                        "count(*) FROM suppression) || ' ' || (SELECT count(*) FROM receipt_waiting) "
                                        "FROM outbox")),
           QStringLiteral("delivered 1 1 1"));
}

void ReceiptsTest::whatLacksSomethingIsSaid() {
  const auto answer = call(pathOf(addGeneric()), R"([{"data":[{"ts":1}]}])");
  QCOMPARE(answer.answer.status, 400);
  const QJsonObject json = QJsonDocument::fromJson(answer.answer.body).object();
  QCOMPARE(json.value(u"error_code").toInt(), 400);
  QCOMPARE(json.value(u"details").toObject().value(u"missing_fields").toArray(),
           (QJsonArray{QStringLiteral("event"), QStringLiteral("meta")}));
}

void ReceiptsTest::whoDoesntKnowTheAddressIsTurnedAway_data() {
  QTest::addColumn<QString>("path");
  QTest::newRow("nothing") << QStringLiteral("/");
  QTest::newRow("no secret") << QStringLiteral("/callback/1");
  QTest::newRow("a wrong secret") << QStringLiteral("/callback/1/00000000000000000000000000000000");
  QTest::newRow("nobody") << QStringLiteral("/callback/99/00000000000000000000000000000000");
  QTest::newRow("no number") << QStringLiteral("/callback/One/0");
  QTest::newRow("what the provider doesn't do") << QStringLiteral("replies");
}

void ReceiptsTest::whoDoesntKnowTheAddressIsTurnedAway() {
  QFETCH(QString, path);
  if (path == QStringLiteral("replies")) path = pathOf(addGeneric()) + QStringLiteral("/replies");
  QCOMPARE(call(path, R"([{"event":"delivered","data":[{"ts":1,"meta":"m"}]}])").answer.status, 403);
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM receipt_waiting")), 0);
}

void ReceiptsTest::aHeadIsAnswered() {
  const CallbackDesk desk(m_world->context(), {});
  const QByteArray path = pathOf(addGeneric()).toUtf8();
  QCOMPARE(desk.handle({"HEAD", path, {}, {}, {}}).status, 200);
  QCOMPARE(desk.handle({"HEAD", path + "0", {}, {}, {}}).status, 403);
  QCOMPARE(desk.handle({"DELETE", path, {}, {}, {}}).status, 405);
}

void ReceiptsTest::whatIsTooLongIsRefused() {
  // Who goes on sending may not get to read the 413.
  const int status = call(pathOf(addGeneric()), QByteArray(1024 * 1024 + 1, ' ')).answer.status;
  QVERIFY2(status == 413 || status == 0, qPrintable(QString::number(status)));
}

void ReceiptsTest::anUnsignedCallChangesNothing() {
  const QByteArray definition = R"({"id":"signed","name":"Signed","base_url":"https://one.example",
    "settings":[{"name":"key","label":"Key","secret":true,"required":true}],
    "send":{"request":{"method":"POST","path":"/send"},"answer":{"rules":[{"status":200,"outcome":"accepted"}]}},
    "receipts":{"callback":{"signature":{"strategy":"twilio","secret":"key"},"report":{"format":"fields",
      "select":{"id":"MessageSid","state":"MessageStatus"},"states":{"delivered":"delivered"}}}}})";
  providers::DefinitionCatalog catalog = must(providers::DefinitionCatalog::builtIn());
  must(catalog.add(must(providers::ProviderDefinition::parse(definition))));
  const DeliveryContext world = m_world->context();
  const DeliveryContext context{world.database, world.clock, catalog, world.secrets};
  providers::Provider provider;
  provider.name = QStringLiteral("Signed");
  provider.type = QStringLiteral("signed");
  const ProviderId id = must(providers::ProviderRepository(world.database, catalog, world.clock).create(provider));
  must(m_world->secrets().write(provider.name, QStringLiteral("key"), QStringLiteral("12345")));
  const CallbackDesk desk(context, QUrl(QStringLiteral("https://relay.example")));
  net::ServerRequest request{"POST", pathOf(id).toUtf8(), {}, {}, "MessageSid=SM1&MessageStatus=delivered"};
  request.target = request.path;
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  QCOMPARE(desk.handle(request).status, 403);
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM receipt_waiting")), 0);
  const QString text =
      QStringLiteral("https://relay.example") + pathOf(id) + QStringLiteral("MessageSidSM1MessageStatusdelivered");
  request.headers.emplaceBack(
      "X-Twilio-Signature",
      QMessageAuthenticationCode::hash(text.toUtf8(), "12345", QCryptographicHash::Sha1).toBase64());
  QCOMPARE(desk.handle(request).status, 204);
  QCOMPARE(m_world->figure(QStringLiteral("SELECT count(*) FROM receipt_waiting")), 1);
}

void ReceiptsTest::aSignatureIsMadeOverTheAddressAsItWasWritten() {
  providers::Provider provider;
  provider.name = QStringLiteral("Signed");
  provider.type = QStringLiteral("twilio");
  provider.settings = QJsonObject{{QStringLiteral("account_sid"), QStringLiteral("AC") + QString(32, u'a')},
                                  {QStringLiteral("from"), QStringLiteral("+15557122661")}};
  const ProviderId id = must(m_world->providers().create(provider));
  must(m_world->secrets().write(provider.name, QStringLiteral("auth_token"), QStringLiteral("12345")));
  // Capitals, small letters and signs that needn't be encoded, as anybody may write them.
  const QString target =
      pathOf(id) + QStringLiteral("?MessageSid=S%4d1&MessageStatus=deliv%65red&x=%7e~%2b+*'(%c3%A9)");
  const QString signedText = QStringLiteral("https://relay.example") + target;
  const QByteArray signature =
      QMessageAuthenticationCode::hash(signedText.toUtf8(), "12345", QCryptographicHash::Sha1).toBase64();
  // By hand: a client's address would be written in its own way.
  const auto get = [&](const QString& what) {
    QTcpSocket socket;
    socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
    if (!socket.waitForConnected(kPatience)) qFatal("no server");
    socket.write("GET " + what.toLatin1() +
                 " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Twilio-Signature: " + signature + "\r\n\r\n");
    QByteArray answer;
    while (!answer.contains("\r\n") && socket.waitForReadyRead(kPatience)) answer += socket.readAll();
    return answer.mid(9, 3).toInt();
  };
  QCOMPARE(get(target), 204);
  QCOMPARE(m_world->word(QStringLiteral("SELECT group_concat(message_id) FROM receipt_waiting")),
           QStringLiteral("SM1"));
  // The same to whoever decodes it, and not what was signed.
  QCOMPARE(get(QString(target).replace(QStringLiteral("%65"), QStringLiteral("e"))), 403);
}

namespace {

/// A feed of replies in pages, the newest first, at "/replies"; every third record is one of our own messages.
struct PagedFeed {
  explicit PagedFeed(const QString& elsewhere = {}) {
    const auto handler = [this, elsewhere](const net::ServerRequest& request) {
      ++asked;
      const int page = net::headerValue(request.query, "Page").toInt();
      QJsonArray messages;
      for (int n = page * 3; n < std::min(page * 3 + 3, count.load()); ++n) {
        const int age = count - n;
        messages << QJsonObject{
            {QStringLiteral("sid"), QStringLiteral("in%1").arg(age)},
            {QStringLiteral("from"), QStringLiteral("+91981000%1").arg(age, 4, 10, QLatin1Char('0'))},
            {QStringLiteral("body"), QStringLiteral("Stop")},
            {QStringLiteral("direction"), age % 3 == 0 ? QStringLiteral("outbound-api") : QStringLiteral("inbound")},
            {QStringLiteral("at"), first + 3600 * age}};
      }
      const bool more = page * 3 + 3 < count;
      const QString next =
          elsewhere.isEmpty() ? QStringLiteral("/replies?Page=%1&Token=a%2Fb").arg(page + 1) : elsewhere;
      net::ServerAnswer answer;
      answer.body = QJsonDocument(QJsonObject{{QStringLiteral("messages"), messages},
                                              {QStringLiteral("next"), more ? QJsonValue(next) : QJsonValue()}})
                        .toJson(QJsonDocument::Compact);
      return answer;
    };
    must(server.start(handler));
  }

  static QByteArray definition() {
    return R"({"id":"paged","name":"Paged","base_url":"https://one.example",
      "send":{"request":{"method":"POST","path":"/send"},"answer":{"rules":[{"status":200,"outcome":"accepted"}]}},
      "inbound":{"poll":{"by":"feed","request":{"method":"GET","path":"/replies","query":[{"name":"Since","value":"{Since}"}]},
        "report":{"each":"messages[*]","next":"next","newest_first":true,"where":[{"select":"direction","is":["inbound"]}],
          "select":{"id":"sid","from":"from","text":"body","at":"at"}}}}})";
  }

  std::atomic<int> count = 0;
  std::atomic<int> asked = 0;
  qint64 first = 1700000000;
  net::HttpServer server;
};

}  // namespace

void ReceiptsTest::allPagesOfAFeedAreRead() {
  m_world->addDefinition(PagedFeed::definition());
  PagedFeed feed;
  // More pages than are read without a pause.
  feed.count = 75;
  providers::Provider provider;
  provider.name = QStringLiteral("Paged");
  provider.type = QStringLiteral("paged");
  provider.baseUrl = feed.server.url().toString(QUrl::StripTrailingSlash);
  const ProviderId id = must(m_world->providers().create(provider));
  must(m_world->providers().recordAccepted(id));
  {
    net::HttpClient client;
    ReceiptPolling polling(m_world->context(), client);
    must(polling.look());
    QTRY_COMPARE_WITH_TIMEOUT(polling.asking(), 0, kPatience);
    QCOMPARE(feed.asked.load(), 20);
  }
  // What was begun is finished by another program.
  net::HttpClient client;
  ReceiptPolling polling(m_world->context(), client);
  const auto lookAndWait = [&](qint64 seconds) {
    m_clock.advance(seconds);
    must(polling.look());
    QTRY_COMPARE_WITH_TIMEOUT(polling.asking(), 0, kPatience);
  };
  lookAndWait(5);
  QCOMPARE(feed.asked.load(), 25);
  const QString suppressed = QStringLiteral("SELECT count(*) FROM suppression WHERE source = 'reply'");
  QCOMPARE(m_world->figure(suppressed), 50);
  // Pages that were read aren't read again: the second is known already.
  feed.count = 77;
  feed.asked = 0;
  lookAndWait(3600);
  QCOMPARE(feed.asked.load(), 2);
  QCOMPARE(m_world->figure(suppressed), 52);
}

void ReceiptsTest::aPageElsewhereIsNeverAskedFor() {
  m_world->addDefinition(PagedFeed::definition());
  std::atomic<int> strayed = 0;
  net::HttpServer other;
  must(other.start([&](const net::ServerRequest&) {
    ++strayed;
    return net::ServerAnswer{};
  }));
  PagedFeed feed(other.url().toString() + QStringLiteral("replies"));
  feed.count = 6;
  providers::Provider provider;
  provider.name = QStringLiteral("Paged");
  provider.type = QStringLiteral("paged");
  provider.baseUrl = feed.server.url().toString(QUrl::StripTrailingSlash);
  must(m_world->providers().recordAccepted(must(m_world->providers().create(provider))));
  net::HttpClient client;
  ReceiptPolling polling(m_world->context(), client);
  for (const qint64 seconds : {0, 300, 600}) {
    m_clock.advance(seconds);
    must(polling.look());
    QTRY_COMPARE_WITH_TIMEOUT(polling.asking(), 0, kPatience);
  }
  QVERIFY(feed.asked > 1);
  QCOMPARE(strayed.load(), 0);
}

QTEST_GUILESS_MAIN(ReceiptsTest)
#include "receipts_test.moc"
