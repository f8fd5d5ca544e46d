// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sandbox/sandbox_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include "contract/http_sending.h"

using heliograph::net::headerValue;
using heliograph::net::HttpClient;
using heliograph::net::HttpOutcome;
using heliograph::net::HttpRequest;
using heliograph::providers::SandboxBehaviour;
using heliograph::providers::SandboxMessage;
using heliograph::providers::SandboxOptions;
using heliograph::providers::SandboxRecord;
using heliograph::providers::SandboxServer;
using heliograph::test::requestTo;
using heliograph::test::sendAndWait;
using Mode = SandboxBehaviour::Mode;

namespace {

QByteArray form(const QByteArray& to, const QByteArray& body = "Hello+there", const QByteArray& clientRef = "r1") {
  return "to=" + QByteArray(to).replace("+", "%2B") + "&from=%2B15005550006&body=" + body + "&client_ref=" + clientRef;
}

QJsonObject jsonOf(const HttpOutcome& outcome) {
  return QJsonDocument::fromJson(outcome.answer.body).object();
}

int codeOf(const HttpOutcome& outcome) {
  return jsonOf(outcome).value(QLatin1String("error")).toObject().value(QLatin1String("code")).toInt();
}

const QByteArray somebody("+4915112345678");

}  // namespace

/// The sandbox over real HTTP.
class SandboxServerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_client = std::make_unique<HttpClient>();
    m_server = std::make_unique<SandboxServer>();
    QVERIFY(m_server->start(0, recordFile()));
  }
  void cleanup() {
    m_server.reset();
    m_client.reset();
  }

  void aFormIsAcceptedAndRecorded() {
    const HttpOutcome outcome = post(form(somebody, "Hallo+%C3%B6+%2B1+%F0%9F%91%8B"));
    QCOMPARE(outcome.answer.status, 201);
    const QJsonObject answer = jsonOf(outcome);
    QCOMPARE(answer.value(QLatin1String("id")).toString(), QStringLiteral("SB0000000001"));
    QCOMPARE(answer.value(QLatin1String("status")).toString(), QStringLiteral("accepted"));
    QCOMPARE(answer.value(QLatin1String("to")).toString(), QLatin1String(somebody));
    QCOMPARE(answer.value(QLatin1String("client_ref")).toString(), QStringLiteral("r1"));
    const auto recorded = *SandboxRecord::load(recordFile());
    QCOMPARE(recorded.size(), 1U);
    QCOMPARE(recorded.at(0).body, QStringLiteral("Hallo \u00f6 +1 \U0001F44B"));
    QCOMPARE(recorded.at(0).to, QLatin1String(somebody));
    QCOMPARE(recorded.at(0).status, QStringLiteral("accepted"));
  }

  void jsonIsAcceptedToo() {
    HttpRequest request = requestTo(at("messages"), R"({"to":"+4915112345678","body":"Hi","client_ref":"r2"})");
    request.headers = {{"Content-Type", "application/json"}};
    QCOMPARE(sendAndWait(*m_client, request).answer.status, 201);
    QCOMPARE(SandboxRecord::load(recordFile())->at(0).clientRef, QStringLiteral("r2"));
  }

  void whatIsMalformedIsTurnedAway_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("code");
    const QByteArray formType("application/x-www-form-urlencoded");
    QTest::newRow("no number") << QByteArray("body=Hi") << formType << 21604;
    QTest::newRow("no body") << QByteArray("to=%2B4915112345678") << formType << 21602;
    QTest::newRow("broken JSON") << QByteArray("{") << QByteArray("application/json") << 21605;
    QTest::newRow("another type") << QByteArray("Hi") << QByteArray("text/plain") << 21605;
  }
  void whatIsMalformedIsTurnedAway() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(int, code);
    HttpRequest request = requestTo(at("messages"), body);
    request.headers = {{"Content-Type", type}};
    const HttpOutcome outcome = sendAndWait(*m_client, request);
    QCOMPARE(outcome.answer.status, 400);
    QCOMPARE(codeOf(outcome), code);
    QVERIFY(SandboxRecord::load(recordFile())->empty());
  }

  void someNumbersAreAlwaysRefused_data() {
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("no number") << QByteArray("+15005550001") << 400 << 21211;
    QTest::newRow("no route") << QByteArray("+15005550002") << 400 << 21612;
    QTest::newRow("country off") << QByteArray("+15005550003") << 400 << 21408;
    QTest::newRow("opted out") << QByteArray("+15005550004") << 400 << 21610;
    QTest::newRow("no mobile") << QByteArray("+15005550009") << 400 << 21614;
    QTest::newRow("throttled") << QByteArray("+15005550008") << 429 << 20429;
    QTest::newRow("not E.164") << QByteArray("0151-123") << 400 << 21211;
  }
  void someNumbersAreAlwaysRefused() {
    QFETCH(QByteArray, number);
    QFETCH(int, status);
    QFETCH(int, code);
    const HttpOutcome outcome = post(form(number));
    QCOMPARE(outcome.answer.status, status);
    QCOMPARE(codeOf(outcome), code);
  }

  void itBehavesAsItIsTold_data() {
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("accepted");
    const auto row = [](const char* name, const char* behaviour, HttpOutcome::Kind kind, int status, int code, int n) {
      QTest::newRow(name) << QByteArray(behaviour) << static_cast<int>(kind) << status << code << n;
    };
    row("accepts", "{}", HttpOutcome::Answered, 201, 0, 1);
    row("accepts late", R"({"delay_ms":50})", HttpOutcome::Answered, 201, 0, 1);
    row("refuses", R"({"mode":"refuse"})", HttpOutcome::Answered, 400, 30007, 0);
    row("refuses with a code", R"({"mode":"refuse","code":21610})", HttpOutcome::Answered, 400, 21610, 0);
    row("refuses a number", R"({"refuse_numbers":{"+4915112345678":21614}})", HttpOutcome::Answered, 400, 21614, 0);
    row("throttles", R"({"mode":"throttle","retry_after":3})", HttpOutcome::Answered, 429, 20429, 0);
    row("fails", R"({"mode":"fail"})", HttpOutcome::Answered, 500, 20500, 0);
    row("fails after taking it", R"({"mode":"fail","recorded":true})", HttpOutcome::Answered, 500, 20500, 1);
    row("stalls", R"({"mode":"stall"})", HttpOutcome::Unclear, 0, 0, 0);
    row("stalls after taking it", R"({"mode":"stall","recorded":true})", HttpOutcome::Unclear, 0, 0, 1);
    row("closes", R"({"mode":"close"})", HttpOutcome::Unclear, 0, 0, 0);
    row("closes after taking it", R"({"mode":"close","recorded":true})", HttpOutcome::Unclear, 0, 0, 1);
    row("speaks nonsense", R"({"mode":"nonsense"})", HttpOutcome::Answered, 200, 0, 0);
    row("lies", R"({"mode":"lie"})", HttpOutcome::Answered, 201, 0, 1);
    row("does it every second time", R"({"mode":"fail","every":2})", HttpOutcome::Answered, 201, 0, 1);
  }
  void itBehavesAsItIsTold() {
    QFETCH(QByteArray, behaviour);
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(int, accepted);
    QCOMPARE(sendAndWait(*m_client, requestTo(at("behaviour"), behaviour)).answer.status, 200);
    const HttpOutcome outcome = post(form(somebody));
    QCOMPARE(static_cast<int>(outcome.kind), kind);
    QCOMPARE(outcome.answer.status, status);
    QCOMPARE(codeOf(outcome), code);
    const auto messages = *SandboxRecord::load(recordFile());
    const auto count = std::count_if(messages.begin(), messages.end(),
                                     [](const SandboxMessage& message) { return message.code == 0; });
    QCOMPARE(static_cast<int>(count), accepted);
  }

  void aThrottleTellsWhenToComeBack() {
    SandboxBehaviour behaviour;
    behaviour.mode = Mode::Throttle;
    behaviour.retryAfterSeconds = 7;
    m_server->setBehaviour(behaviour);
    QCOMPARE(headerValue(post(form(somebody)).answer.headers, "Retry-After"), QByteArray("7"));
  }

  void aRateLetsSoManyThroughEachSecond() {
    SandboxBehaviour behaviour;
    behaviour.mode = Mode::Throttle;
    behaviour.rate = 3;
    m_server->setBehaviour(behaviour);
    int accepted = 0;
    for (int i = 0; i < 6; ++i) {
      accepted += post(form(somebody)).answer.status == 201 ? 1 : 0;
    }
    QVERIFY2(accepted == 3 || accepted == 6, "three in one second, or six if a second ended in between");
  }

  void everySecondMessageFails() {
    SandboxBehaviour behaviour;
    behaviour.mode = Mode::Fail;
    behaviour.every = 2;
    m_server->setBehaviour(behaviour);
    QList<int> statuses;
    for (int i = 0; i < 4; ++i) {
      statuses.append(post(form(somebody)).answer.status);
    }
    QCOMPARE(statuses, QList<int>({201, 500, 201, 500}));
  }

  void aLieEchoesAnotherMessage() {
    SandboxBehaviour behaviour;
    behaviour.mode = Mode::Lie;
    m_server->setBehaviour(behaviour);
    const QJsonObject answer = jsonOf(post(form(somebody)));
    QVERIFY(answer.value(QLatin1String("to")).toString() != QLatin1String(somebody));
    QVERIFY(answer.value(QLatin1String("client_ref")).toString() != QStringLiteral("r1"));
  }

  void aBehaviourThatIsUnknownIsRefused_data() {
    QTest::addColumn<QByteArray>("behaviour");
    QTest::newRow("no JSON") << QByteArray("mode=fail");
    QTest::newRow("a mode") << QByteArray(R"({"mode":"explode"})");
    QTest::newRow("a field") << QByteArray(R"({"moood":"fail"})");
    QTest::newRow("never") << QByteArray(R"({"every":0})");
    QTest::newRow("half") << QByteArray(R"({"rate":0.5})");
    QTest::newRow("numbers") << QByteArray(R"({"refuse_numbers":[1]})");
  }
  void aBehaviourThatIsUnknownIsRefused() {
    QFETCH(QByteArray, behaviour);
    QCOMPARE(sendAndWait(*m_client, requestTo(at("behaviour"), behaviour)).answer.status, 400);
    QCOMPARE(m_server->behaviour(), SandboxBehaviour());
  }

  void aBehaviourSurvivesItsJson() {
    SandboxBehaviour behaviour;
    behaviour.mode = Mode::Close;
    behaviour.recorded = true;
    behaviour.every = 3;
    behaviour.refuseNumbers = {{QStringLiteral("+15551234567"), 21610}};
    QCOMPARE(*SandboxBehaviour::fromJson(behaviour.toJson()), behaviour);
  }

  void messagesAreLookedUp() {
    post(form(somebody, "One", "a"));
    post(form(somebody, "Two", "b"));
    post(form("+15005550004", "Three", "b"));
    QCOMPARE(jsonOf(get("messages/SB0000000002")).value(QLatin1String("body")).toString(), QStringLiteral("Two"));
    QCOMPARE(get("messages/SB0000000009").answer.status, 404);
    QCOMPARE(get("messages/nonsense").answer.status, 404);
    const QJsonArray both = jsonOf(get("messages?client_ref=b")).value(QLatin1String("messages")).toArray();
    QCOMPARE(both.size(), 2);
    QCOMPARE(both.at(1).toObject().value(QLatin1String("status")).toString(), QStringLiteral("refused"));
    QVERIFY(jsonOf(get("messages?client_ref=never")).value(QLatin1String("messages")).toArray().isEmpty());
  }

  void messagesAreListedInTheOrderOfTheirArrival() {
    for (int i = 0; i < 5; ++i) {
      post(form(somebody, QByteArray::number(i)));
    }
    const QJsonObject page = jsonOf(get("messages?since=2&limit=2"));
    const QJsonArray messages = page.value(QLatin1String("messages")).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).toObject().value(QLatin1String("body")).toString(), QStringLiteral("2"));
    QCOMPARE(page.value(QLatin1String("next")).toInt(), 4);
    QCOMPARE(page.value(QLatin1String("count")).toInt(), 5);
    QCOMPARE(jsonOf(get("messages?since=5")).value(QLatin1String("next")).toInt(), 5);
  }

  void aTokenIsNeededIfThereIsOne() {
    SandboxServer guarded(SandboxOptions{QStringLiteral("t0ken"), {}});
    const auto url = guarded.start(0, m_folder->filePath(QStringLiteral("guarded")));
    QVERIFY(url);
    HttpRequest request = requestTo(url->resolved(QUrl(QStringLiteral("messages"))), form(somebody));
    QCOMPARE(sendAndWait(*m_client, request).answer.status, 401);
    request.headers.append(QPair<QByteArray, QByteArray>("Authorization", "Bearer wrong"));
    QCOMPARE(sendAndWait(*m_client, request).answer.status, 401);
    request.headers.last().second = "Bearer t0ken";
    QCOMPARE(sendAndWait(*m_client, request).answer.status, 201);
  }

  void partsAreCountedByWhoKnows() {
    SandboxServer counting(SandboxOptions{{}, [](const QByteArray& text) { return static_cast<int>(text.size()); }});
    const auto url = counting.start(0, m_folder->filePath(QStringLiteral("counting")));
    QVERIFY(url);
    const auto outcome =
        sendAndWait(*m_client, requestTo(url->resolved(QUrl(QStringLiteral("messages"))), form(somebody, "four")));
    QCOMPARE(jsonOf(outcome).value(QLatin1String("parts")).toInt(), 4);
  }

  void theAccountAnswers() {
    QCOMPARE(jsonOf(get("account")).value(QLatin1String("status")).toString(), QStringLiteral("active"));
    QCOMPARE(get("elsewhere").answer.status, 404);
  }

  void aListenerHearsWhatIsRecorded() {
    SandboxServer server;
    std::atomic<int> heard = 0;
    server.onMessage([&](const SandboxMessage& message) { heard += message.number == 1 ? 1 : 100; });
    const auto url = server.start(0, m_folder->filePath(QStringLiteral("other")));
    QVERIFY(url);
    sendAndWait(*m_client, requestTo(url->resolved(QUrl(QStringLiteral("messages"))), form(somebody)));
    QCOMPARE(heard.load(), 1);
  }

  void theRecordGoesOnAfterARestart() {
    post(form(somebody, "One", "a"));
    m_server->stop();
    QVERIFY(m_server->start(0, recordFile()));
    QCOMPARE(jsonOf(post(form(somebody, "Two", "b"))).value(QLatin1String("id")).toString(),
             QStringLiteral("SB0000000002"));
    QCOMPARE(m_server->record().count(), 2);
    QCOMPARE(m_server->record().byClientRef(QStringLiteral("a"))->size(), 1U);
  }

  void manySendersAtOnceLoseNothing() {
    int accepted = 0;
    for (int i = 0; i < 500; ++i) {
      HttpRequest request = requestTo(at("messages"), form(somebody, "Hi", QByteArray::number(i)));
      request.deadline = std::chrono::seconds(20);
      m_client->send(request, this, [&](const HttpOutcome& end) { accepted += end.answer.status == 201 ? 1 : 0; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(accepted, 500, 20000);
    const auto messages = *SandboxRecord::load(recordFile());
    QCOMPARE(messages.size(), 500U);
    for (std::size_t i = 0; i < messages.size(); ++i) {
      QCOMPARE(messages[i].number, static_cast<qint64>(i) + 1);
    }
  }

 private:
  QString recordFile() const { return m_folder->filePath(QStringLiteral("record.jsonl")); }
  QUrl at(const char* path) const { return m_server->url().resolved(QUrl(QLatin1String(path))); }
  HttpOutcome post(const QByteArray& body) { return sendAndWait(*m_client, requestTo(at("messages"), body)); }
  HttpOutcome get(const char* path) {
    std::optional<HttpOutcome> outcome;
    m_client->fetch(requestTo(at(path)), this, [&](HttpOutcome end) { outcome = std::move(end); });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 10000)) {
      qFatal("no outcome");
    }
    return *outcome;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<HttpClient> m_client;
  std::unique_ptr<SandboxServer> m_server;
};

QTEST_GUILESS_MAIN(SandboxServerTest)
#include "sandbox_server_test.moc"
