// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include "contract/stand_in.h"
#include "providers/request/request_picture.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QString kKeyMark = QStringLiteral("K3y/&=+mark");

QByteArray definitionText(const QString& id) {
  QFile file(QStringLiteral(HELIOGRAPH_TEST_DATA "/definitions/%1.json").arg(id));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no definition %s", qPrintable(id));
  return file.readAll();
}

/// A provider that nothing in the program knows: its definition, an instance, and its secrets.
struct OwnProvider {
  OwnProvider(const QString& id, const QString& url) {
    auto parsed = ProviderDefinition::parse(definitionText(id));
    if (!parsed) qFatal("%s", qPrintable(parsed.error().message));
    definition = *parsed;
    provider.name = definition.name;
    provider.type = id;
    provider.baseUrl = url;
    for (const SettingField& field : definition.settings) {
      if (field.secret) {
        secrets.insert(field.name, kKeyMark);
      } else if (field.required) {
        provider.settings.insert(field.name, QStringLiteral("Acme"));
      }
    }
  }

  [[nodiscard]] std::vector<SendVerdict> send(net::HttpClient& client,
                                              const std::vector<OutgoingMessage>& messages) const {
    const auto request = buildSend(definition, provider, secrets, messages);
    if (!request) qFatal("%s", qPrintable(request.error().message));
    return readSend(definition, exchange(client, *request, true), messages, secrets);
  }

  ProviderDefinition definition;
  Provider provider;
  SecretValues secrets;
};

QByteArray africasTalking(const QByteArray& recipients) {
  return R"({"SMSMessageData":{"Message":"Sent to 1/1","Recipients":[)" + recipients + "]}}";
}

QByteArray iletimerkezi(const char* code) {
  return QByteArray("<?xml version=\"1.0\"?><response><status><code>") + code +
         "</code><message>said</message></status><order><id>4711</id></order></response>";
}

}  // namespace

/// Definitions written from the schema and the guide alone, of providers that aren't built in: each is right, and its
/// request and answers go over a real connection.
class OwnDefinitionsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachDefinitionIsRight_data() {
    QTest::addColumn<QString>("id");
    const QDir folder(QStringLiteral(HELIOGRAPH_TEST_DATA "/definitions"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
      QTest::newRow(qPrintable(name)) << name.chopped(5);
    }
  }
  void eachDefinitionIsRight() {
    QFETCH(QString, id);
    const auto parsed = ProviderDefinition::parse(definitionText(id));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->id, id);
  }

  void aMessageIsSentAndTheAnswerUnderstood_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* id, const char* what, int status, const QByteArray& body, const char* outcome) {
      QTest::addRow("%s %s", id, what) << QString::fromLatin1(id) << status << body << QString::fromLatin1(outcome);
    };
    const QByteArray at = R"("number":"+919812345678","messageId":"ATXid_1","status":"said")";
    row("africas_talking", "accepts", 201, africasTalking(R"({"statusCode":101,)" + at + "}"), "accepted");
    row("africas_talking", "refuses", 201, africasTalking(R"({"statusCode":403,)" + at + "}"), "bad_number");
    row("africas_talking", "throttles", 429, "", "retry_after");
    row("africas_talking", "has no credit", 201, africasTalking(R"({"statusCode":405,)" + at + "}"), "no_credit");
    row("africas_talking", "fails", 500, africasTalking(R"({"statusCode":101,)" + at + "}"), "in_doubt");
    const QByteArray clickatell = R"("to":"919812345678","apiMessageId":"m1")";
    row("clickatell", "accepts", 202, R"({"messages":[{"accepted":true,)" + clickatell + "}]}", "accepted");
    row("clickatell", "refuses", 202,
        R"({"messages":[{"accepted":false,"to":"919812345678","apiMessageId":null,"errorCode":26}]})", "opted_out");
    row("clickatell", "throttles", 429, "", "retry_after");
    row("clickatell", "knows nobody", 401, "", "credentials");
    row("clickatell", "says another number", 202,
        R"({"messages":[{"accepted":true,"to":"919800000000","apiMessageId":"m1"}]})", "in_doubt");
    const QByteArray clicksend =
        R"({"response_code":"SUCCESS","data":{"messages":[{"to":"+919812345678","message_id":"m1",)"
        R"("custom_string":"hg-1-1","status":"STATE"}]}})";
    row("clicksend", "accepts", 200, QByteArray(clicksend).replace("STATE", "SUCCESS"), "accepted");
    row("clicksend", "refuses", 200, QByteArray(clicksend).replace("STATE", "INVALID_RECIPIENT"), "bad_number");
    row("clicksend", "throttles", 429, "", "retry_after");
    row("clicksend", "says what nobody knows", 200, QByteArray(clicksend).replace("STATE", "PENDING"), "in_doubt");
    const QByteArray bird = R"({"id":"m1","reference":"hg-1-1","recipients":{"items":[{"recipient":919812345678}]}})";
    row("messagebird", "accepts", 201, bird, "accepted");
    row("messagebird", "refuses", 422,
        R"({"errors":[{"code":9,"description":"no (correct) recipients found","parameter":"recipients"}]})",
        "bad_number");
    row("messagebird", "throttles", 429, "", "retry_after");
    row("messagebird", "has no credit", 422, R"({"errors":[{"code":25,"description":"not enough balance"}]})",
        "no_credit");
    row("iletimerkezi", "accepts", 200, iletimerkezi("200"), "accepted");
    row("iletimerkezi", "refuses", 452, iletimerkezi("452"), "bad_number");
    row("iletimerkezi", "throttles", 429, "", "retry_after");
    row("iletimerkezi", "knows nobody", 401, iletimerkezi("401"), "credentials");
    row("iletimerkezi", "isn't understood", 200, "<response>", "in_doubt");
    row("gupshup", "accepts", 200, "success | 919812345678 | 3163215152513", "accepted");
    row("gupshup", "says another number", 200, "success | 919800000000 | 3163215152513", "in_doubt");
    row("gupshup", "refuses", 200, "error | 105 | The phone number is not a valid phone number", "bad_number");
    row("gupshup", "has no credit", 200, "error | 320 | The Account Balance is Insufficient", "no_credit");
    row("gupshup", "knows nobody", 200, "error | 102 | Authentication failed due to invalid userId", "credentials");
    row("gupshup", "isn't understood", 200, "Please sign in to this network", "in_doubt");
    const QByteArray smsRu = R"({"status":"OK","status_code":100,"sms":{"919812345678":{"status_code":CODE,ID}}})";
    row("sms_ru", "accepts", 200, QByteArray(smsRu).replace("CODE", "100").replace("ID", R"("sms_id":"000-1")"),
        "accepted");
    row("sms_ru", "refuses", 200, QByteArray(smsRu).replace("CODE", "207").replace("ID", R"("status":"ERROR")"),
        "bad_number");
    row("sms_ru", "knows nobody", 200, R"({"status":"ERROR","status_code":300})", "credentials");
    const QByteArray bulksms =
        R"([{"id":"7","to":"+919812345678","userSuppliedId":"hg-1-1","status":{"type":"TYPE"}}])";
    row("bulksms", "accepts", 201, QByteArray(bulksms).replace("TYPE", "ACCEPTED"), "accepted");
    row("bulksms", "refuses", 201, QByteArray(bulksms).replace("TYPE", "FAILED"), "permanent");
    row("bulksms", "throttles", 429, R"({"type":"too-many-requests","status":429})", "retry_after");
    row("bulksms", "knows nobody", 401, R"({"type":"authentication-failure","status":401})", "credentials");
    row("smsglobal", "accepts", 200,
        R"({"messages":[{"id":"6040","outgoing_id":5747,"destination":"919812345678","status":"sent"}]})", "accepted");
    row("smsglobal", "refuses", 400, R"({"errors":{"destination":{"errors":["Invalid destination"]}}})", "bad_number");
  }
  void aMessageIsSentAndTheAnswerUnderstood() {
    QFETCH(QString, id);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    StandIn server;
    server.answerWith(status, body);
    const OwnProvider own(id, server.url());
    const auto verdicts = own.send(m_client, {textMessage()});
    QCOMPARE(verdicts.size(), size_t{1});
    QTEST(sendOutcomeName(verdicts.front().outcome), "outcome");
    (void)server.request();
  }

  void whatIsHostileStaysAText_data() { eachDefinitionIsRight_data(); }
  void whatIsHostileStaysAText() {
    QFETCH(QString, id);
    StandIn server;
    server.answerWith(429, "");
    const OwnProvider own(id, server.url());
    (void)own.send(m_client, {textMessage(hostileText)});
    const auto request = server.request();
    QString text = QString::fromUtf8(net::headerValue(request.query, "content"));
    if (id == u"africas_talking") {
      for (const auto& [name, value] : formOf(request)) {
        if (name == "message") text = QString::fromUtf8(value);
      }
      QCOMPARE(formOf(request).size(), 3);
    } else if (id == u"clicksend") {
      text = bodyOf(request).value(u"messages").toArray().at(0).toObject().value(u"body").toString();
    } else if (id == u"messagebird") {
      text = bodyOf(request).value(u"body").toString();
    } else if (id == u"iletimerkezi") {
      const auto tree = parseAnswer(request.body, AnswerFormat::Xml);
      QVERIFY(tree);
      const auto selector = Selector::parse(QStringLiteral("request.order.message.text"));
      QVERIFY(selector);
      text = selector->first(*tree, {});
    } else if (id == u"bulksms") {
      text = QJsonDocument::fromJson(request.body).array().at(0).toObject().value(u"body").toString();
    } else if (id == u"smsglobal") {
      text = bodyOf(request).value(u"message").toString();
    } else if (id == u"gupshup" || id == u"sms_ru") {
      const QByteArray field = id == u"gupshup" ? "msg" : "to[919812345678]";
      for (const auto& [name, value] : formOf(request)) {
        if (name == field) text = QString::fromUtf8(value);
      }
    } else {
      QCOMPARE(request.query.size(), 3);
    }
    QCOMPARE(text, hostileText);
  }

  void ofOneRequestSomeNumbersAreRefused() {
    StandIn server;
    server.answerWith(201, africasTalking(R"({"statusCode":406,"number":"+254711000002","status":"UserInBlacklist"},
        {"statusCode":101,"number":"+254711000001","messageId":"ATXid_1","status":"Success"})"));
    const OwnProvider own(QStringLiteral("africas_talking"), server.url());
    const auto verdicts = own.send(m_client, {textMessage(QStringLiteral("Hi"), QStringLiteral("+254711000001")),
                                              textMessage(QStringLiteral("Hi"), QStringLiteral("+254711000002"))});
    QCOMPARE(verdicts.size(), size_t{2});
    QCOMPARE(sendOutcomeName(verdicts[0].outcome), QStringLiteral("accepted"));
    QCOMPARE(verdicts[0].messageId, QStringLiteral("ATXid_1"));
    QCOMPARE(sendOutcomeName(verdicts[1].outcome), QStringLiteral("opted_out"));
  }

  void aKeyInTheAddressIsSentAndNeverShown() {
    StandIn server;
    server.answerWith(
        400, R"({"messages":[{"accepted":false,"errorCode":1,"errorDescription":"bad K3y%2f%26%3D%2Bmark"}]})");
    const OwnProvider own(QStringLiteral("clickatell"), server.url());
    const auto verdicts = own.send(m_client, {textMessage()});
    QVERIFY(server.request().target.startsWith("/messages/http/send?apiKey=K3y%2F%26%3D%2Bmark&to=919812345678&"));
    QCOMPARE(verdicts.front().words, QStringLiteral("bad [hidden]"));
    const auto picture = pictureOfSend(own.definition, own.provider, textMessage());
    QVERIFY(picture);
    QVERIFY2(picture->url.contains(QStringLiteral("apiKey=••••••&")), qPrintable(picture->url));
  }

 private:
  net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(OwnDefinitionsTest)
#include "own_definitions_test.moc"
