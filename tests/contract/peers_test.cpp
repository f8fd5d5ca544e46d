// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUrlQuery>

#include "contract/peer_process.h"
#include "contract/provider_calls.h"
#include "contract/twilio_specification.h"
#include "contract/vonage_specification.h"
#include "net/http_server.h"
#include "providers/answer/account_check.h"
#include "providers/definition/signatures.h"
#include "providers/sandbox/sandbox_server.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QString accountSid = QStringLiteral("AC0123456789abcdef0123456789abcdef");
const QString secretWord = QStringLiteral("right-token-value");

/// What looks like something else in every place a request has.
QList<QPair<const char*, QString>> texts() {
  return {{"plain", QStringLiteral("Hello")},
          {"another field", QStringLiteral("Hi&To=+19005550100&to=19005550100&Bogus=1")},
          {"quotes", QStringLiteral("\",\"to\":\"19005550100\"}; DROP TABLE x; -- 1+1 100%")},
          {"lines", QStringLiteral("a\r\nX-Header: b\r\n\r\nc")},
          {"other letters", QStringLiteral("नमस्ते 👋 Grüße")},
          {"long", QString(1600, u'x')}};
}

void addTexts() {
  QTest::addColumn<QString>("body");
  for (const auto& [name, body] : texts()) QTest::newRow(name) << body;
}

QString textAt(const QJsonObject& object, const char* first, const char* second) {
  return object.value(QLatin1String(first)).toObject().value(QLatin1String(second)).toVariant().toString();
}

/// The status of the first message of Vonage's answer.
QString vonageStatusOf(const QJsonObject& said, const char* what) {
  const QJsonArray messages = said.value(QLatin1String(what)).toObject().value(QStringLiteral("messages")).toArray();
  return messages.at(0).toObject().value(QStringLiteral("status")).toString();
}

net::HttpHeaders headersOf(const QJsonObject& json) {
  net::HttpHeaders headers;
  for (auto one = json.begin(); one != json.end(); ++one)
    headers.append({one.key().toUtf8(), one->toString().toUtf8()});
  return headers;
}

CallbackRequest callOf(const QJsonObject& json) {
  CallbackRequest call;
  call.method = json.value(QStringLiteral("method")).toString().toUtf8();
  call.url = json.value(QStringLiteral("url")).toString();
  call.headers = headersOf(json.value(QStringLiteral("headers")).toObject());
  call.body = json.value(QStringLiteral("body")).toString().toUtf8();
  QString query = QUrl(call.url).query(QUrl::FullyEncoded);
  query.replace(QLatin1Char('+'), QStringLiteral("%20"));
  for (const auto& [name, value] : QUrlQuery(query).queryItems(QUrl::FullyDecoded)) {
    call.query.append({name.toUtf8(), value.toUtf8()});
  }
  return call;
}

SignatureKey keyOf(const QJsonObject& json) {
  using Strategy = SignatureSpec::Strategy;
  static const QHash<QString, Strategy> strategies{{QStringLiteral("twilio"), Strategy::Twilio},
                                                   {QStringLiteral("vonage_sig"), Strategy::VonageSig},
                                                   {QStringLiteral("vonage_jwt"), Strategy::VonageJwt},
                                                   {QStringLiteral("plivo_v3"), Strategy::PlivoV3}};
  return {strategies.value(json.value(QStringLiteral("strategy")).toString()),
          json.value(QStringLiteral("secret")).toString().toUtf8(), json.value(QStringLiteral("algorithm")).toString()};
}

}  // namespace

/// What others made judges us: Prism with the providers' own descriptions stands between our requests and our sandbox,
/// and the providers' official clients drive the sandbox. `./test --contract` installs them; without them this is
/// skipped.
class PeersTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    if (peersFolder().isEmpty()) QSKIP("./test --contract installs the packages that this needs");
    answerDeadline = std::chrono::seconds(60);
  }
  void init() {
    SandboxOptions options;
    options.token = secretWord;
    options.countParts = [](const QByteArray& text) { return text.size() > 160 ? 2 : 1; };
    m_folder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxServer>(options);
    const auto url = m_sandbox->start(0, m_folder->filePath(QStringLiteral("record.jsonl")));
    QVERIFY2(url, url ? "" : qPrintable(url.error().message));
    m_address = url->toString().chopped(1);  // without the slash
  }
  void cleanup() { m_sandbox.reset(); }

  void ourTwilioRequestsAndItsAnswersFollowTheDescription() {
    const QString file = TwilioSpecification::file();
    if (file.isEmpty()) QSKIP("Twilio's description isn't beside the checkout");
    PrismProxy prism;
    QVERIFY(prism.start(file, m_address));
    for (const auto& [name, body] : texts()) {
      for (const bool service : {false, true}) {
        OutgoingMessage message = messageOf(body);
        const SendVerdict verdict = sendOver(m_client, twilio(prism.url(), service), message);
        QVERIFY2(verdict.outcome == SendVerdict::Outcome::Accepted, prism.output().constData());
        const auto kept = m_sandbox->record().since(m_sandbox->record().count() - 1, 1);
        QCOMPARE(kept->front().body, body);
        QCOMPARE(kept->front().to, message.to);
        QCOMPARE(lookUpOver(m_client, twilio(prism.url(), service), {verdict.messageId, {}}).outcome,
                 LookUpVerdict::Outcome::Found);
      }
    }
    QCOMPARE(accountAt(twilio(prism.url(), false)).outcome, AccountVerdict::Outcome::Good);
    // The judge does judge: what isn't right doesn't get through.
    const auto before = m_sandbox->record().count();
    OutgoingMessage wrong = messageOf(QStringLiteral("Hi"));
    wrong.to = QStringLiteral("nobody");
    QVERIFY(sendOver(m_client, twilio(prism.url(), false), wrong).outcome != SendVerdict::Outcome::Accepted);
    QCOMPARE(m_sandbox->record().count(), before);
  }

  void ourVonageRequestsAndItsAnswersFollowTheDescription() {
    const QString file = vonageSpecificationFile();
    if (file.isEmpty()) QSKIP("Vonage's description isn't beside the checkout");
    PrismProxy prism;
    QVERIFY(prism.start(file, m_address));
    for (const auto& [name, body] : texts()) {
      const OutgoingMessage message = messageOf(body);
      const SendVerdict verdict = sendOver(m_client, vonage(prism.url()), message);
      QVERIFY2(verdict.outcome == SendVerdict::Outcome::Accepted, prism.output().constData());
      const auto kept = m_sandbox->record().byClientRef(message.clientId);
      QCOMPARE(kept->size(), size_t{1});
      QCOMPARE(kept->front().body, body);
      QCOMPARE(kept->front().to, message.to);
    }
    OutgoingMessage refused = messageOf(QStringLiteral("Hi"));
    refused.to = QStringLiteral("+15005550004");
    QCOMPARE(sendOver(m_client, vonage(prism.url()), refused).code, QStringLiteral("7"));
  }

  void ourVonageFieldsAreKnownToTheDescription_data() { addTexts(); }
  void ourVonageFieldsAreKnownToTheDescription() {
    QFETCH(QString, body);
    const auto known = vonageMessageFields();
    if (!known) QSKIP("Vonage's description isn't beside the checkout");
    const Line line = vonage(m_address);
    const auto request = buildSend(line.definition(), line.provider, line.secrets, messageOf(body));
    QVERIFY(request);
    for (const QString& name : QJsonDocument::fromJson(request->body).object().keys()) {
      QVERIFY2(known->contains(name), qPrintable(name));
    }
  }

  void twiliosClientDrivesTheSandbox() {
    const QJsonObject said = runPeer(QStringLiteral("twilio_client.js"), {m_address, accountSid, secretWord});
    const auto kept = m_sandbox->record().since(0, 10);
    QCOMPARE(kept->size(), size_t{3});  // the third was refused
    QCOMPARE(kept->front().body, QStringLiteral("Grüße & +1 नमस्ते 👋"));
    QCOMPARE(textAt(said, "sent", "body"), kept->front().body);
    QCOMPARE(textAt(said, "sent", "status"), QStringLiteral("queued"));
    QCOMPARE(textAt(said, "planned", "status"), QStringLiteral("scheduled"));
    QVERIFY(kept->at(1).sendAt.isValid());
    QCOMPARE(textAt(said, "fetched", "sid"), textAt(said, "sent", "sid"));
    QCOMPARE(textAt(said, "fetched", "isDate"), QStringLiteral("true"));
    QCOMPARE(said.value(QStringLiteral("listed")).toArray(), QJsonArray{textAt(said, "sent", "sid")});
    const QJsonArray newestFirst{textAt(said, "planned", "sid"), textAt(said, "sent", "sid")};
    QCOMPARE(said.value(QStringLiteral("paged")).toArray(), newestFirst);
    QCOMPARE(said.value(QStringLiteral("balance")).toString(), QStringLiteral("100.00"));
    QCOMPARE(textAt(said, "refused", "code"), QStringLiteral("21610"));
    QCOMPARE(textAt(said, "noSender", "code"), QStringLiteral("21603"));
    QCOMPARE(textAt(said, "throttled", "status"), QStringLiteral("429"));
    QCOMPARE(textAt(said, "unknown", "status"), QStringLiteral("404"));
    QCOMPARE(textAt(said, "wrongToken", "status"), QStringLiteral("401"));
  }

  void vonagesClientDrivesTheSandbox() {
    const QJsonObject said =
        runPeer(QStringLiteral("vonage_client.js"), {m_address, QStringLiteral("abcd1234"), secretWord});
    const auto kept = m_sandbox->record().since(0, 10);
    QCOMPARE(kept->front().body, QStringLiteral("Grüße & +1 नमस्ते 👋"));
    QCOMPARE(kept->front().clientRef, QStringLiteral("ours-1"));
    QCOMPARE(vonageStatusOf(said, "sent"), QStringLiteral("0"));
    QCOMPARE(said.value(QStringLiteral("long")).toObject().value(QStringLiteral("messages")).toArray().size(), 2);
    QCOMPARE(vonageStatusOf(said, "refused"), QStringLiteral("7"));
    QCOMPARE(vonageStatusOf(said, "throttled"), QStringLiteral("1"));
    QCOMPARE(vonageStatusOf(said, "wrongSecret"), QStringLiteral("4"));
  }

  void signaturesAreJudgedAsTheProvidersPackagesDo() {
    const QJsonArray calls = runPeer(QStringLiteral("signatures.js"), {}).value(QStringLiteral("calls")).toArray();
    int right = 0;
    for (const auto& each : calls) {
      const QJsonObject call = each.toObject();
      const bool theirs = call.value(QStringLiteral("valid")).toBool();
      const bool ours = isSigned(callOf(call), keyOf(call), QDateTime::currentDateTimeUtc());
      QVERIFY2(ours == theirs, qPrintable(call.value(QStringLiteral("name")).toString()));
      if (theirs) ++right;
    }
    QVERIFY(right > 50 && calls.size() - right > 90);
  }

 private:
  static OutgoingMessage messageOf(const QString& body) {
    static int count = 0;
    OutgoingMessage message;
    message.to = QStringLiteral("+15005550006");
    message.body = body;
    message.encoding = body.toLatin1() == body.toUtf8() ? QStringLiteral("GSM-7") : QStringLiteral("UCS-2");
    message.clientId = QStringLiteral("hg-1-%1").arg(++count);
    return message;
  }

  static Line twilio(const QString& url, bool service) {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("twilio");
    line.provider.baseUrl = url;
    line.provider.settings = {{QStringLiteral("account_sid"), accountSid}};
    if (service) {
      line.provider.settings.insert(QStringLiteral("messaging_service_sid"),
                                    QStringLiteral("MG0123456789abcdef0123456789abcdef"));
    } else {
      line.provider.settings.insert(QStringLiteral("from"), QStringLiteral("+15557122661"));
    }
    line.secrets = {{QStringLiteral("auth_token"), secretWord}};
    return line;
  }

  static Line vonage(const QString& url) {
    Line line;
    line.provider.name = QStringLiteral("Main");
    line.provider.type = QStringLiteral("vonage");
    line.provider.baseUrl = url;
    line.provider.settings = {{QStringLiteral("api_key"), QStringLiteral("abcd1234")},
                              {QStringLiteral("from"), QStringLiteral("Acme")}};
    line.secrets = {{QStringLiteral("api_secret"), secretWord}};
    return line;
  }

  AccountVerdict accountAt(const Line& line) {
    const auto request = buildAccountCheck(line.definition(), line.provider, line.secrets);
    if (!request) qFatal("%s", qPrintable(request.error().message));
    return readAccountCheck(line.definition(), exchange(m_client, *request, false), line.secrets);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<SandboxServer> m_sandbox;
  QString m_address;
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(PeersTest)
#include "peers_test.moc"
