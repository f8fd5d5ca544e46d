// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "provider_samples.h"
#include "providers/routes/provider_secrets.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

Provider generic(const QByteArray& settings) {
  Provider provider;
  provider.name = QStringLiteral("Local");
  provider.type = QStringLiteral("http");
  provider.settings = QJsonDocument::fromJson(settings).object();
  return provider;
}

const QByteArray formSettings = quoted(
    "{"
    "'endpoint': 'https://sms.example.com/send?v=2', 'auth': 'bearer',"
    "'headers': [{'name': 'X-Campaign', 'value': 'c-$$CampaignID'}, {'name': 'apikey', 'secret': 'api_key'}],"
    "'parameters': [{'name': 'mobile', 'value': '$$To'}, {'name': 'text', 'value': '$$Body'},"
    "{'name': 'ref', 'value': '$$MessageID'}],"
    "'number_form': 'digits', 'message_id_selector': 'data.id',"
    "'code_selector': 'error.code', 'words_selector': 'error.text', 'error_selector': 'error.code',"
    "'outcomes': [{'name': '88', 'value': 'opted_out'}], 'max_per_second': 7"
    "}");

ProviderDefinition definitionOf(const Provider& provider) {
  const auto made = builtInCatalog().definitionOf(provider);
  if (!made) qFatal("%s", qPrintable(made.error().message));
  return *made;
}

}  // namespace

class GenericProviderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFormIsMadeFromTheSettings() {
    const Provider provider = generic(formSettings);
    const ProviderDefinition definition = definitionOf(provider);
    const SecretValues secrets{{QStringLiteral("token"), QStringLiteral("tok")},
                               {QStringLiteral("api_key"), QStringLiteral("k1")}};
    const auto request = buildSend(definition, provider, secrets, sampleMessage());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QCOMPARE(request->url.toString(), QStringLiteral("https://sms.example.com/send?v=2"));
    QCOMPARE(request->body,
             QByteArray("mobile=919812345678&text=Hello%20Asha%2C%2020%20%25%20off%20%26%20more&ref=hg-1-1"));
    QCOMPARE(net::headerValue(request->headers, "Authorization"), QByteArray("Bearer tok"));
    QCOMPARE(net::headerValue(request->headers, "apikey"), QByteArray("k1"));
    QCOMPARE(net::headerValue(request->headers, "X-Campaign"), QByteArray("c-7"));
    QCOMPARE(definition.limits.perSecond, 7.0);
  }

  void itsSecretsAreNamed() {
    const Provider provider = generic(formSettings);
    QStringList names;
    for (const auto& field : secretFields(definitionOf(provider), provider)) names.append(field.name);
    QCOMPARE(names, (QStringList{QStringLiteral("token"), QStringLiteral("api_key")}));
  }

  void aJsonBodyKeepsItsShape() {
    const Provider provider = generic(quoted(
        "{'endpoint': 'https://sms.example.com/send', 'body': 'json',"
        "'json': '{\\'list\\': [{\\'to\\': \\'$$To\\', \\'text\\': \\'$$Body\\', \\'key\\': \\'$$Secret_Pin\\'}]}'}"));
    const auto request = buildSend(definitionOf(provider), provider, {{QStringLiteral("pin"), QStringLiteral("\"9\"")}},
                                   sampleMessage());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QCOMPARE(request->body,
             quoted("{'list':[{'to':'+919812345678','text':'Hello Asha, 20 % off & more','key':'\\'9\\''}]}"));
    QCOMPARE(net::headerValue(request->headers, "Content-Type"), QByteArray("application/json"));
  }

  void aGetCarriesEverythingInItsAddress() {
    const Provider provider =
        generic(quoted("{'method': 'GET', 'endpoint': 'http://127.0.0.1:9000/s?mobile_no=$$To&content=$$Body'}"));
    const auto request = buildSend(definitionOf(provider), provider, {}, sampleMessage());
    QVERIFY(request);
    QCOMPARE(request->method, net::HttpRequest::Method::Get);
    QCOMPARE(
        request->url.toEncoded(),
        QByteArray(
            "http://127.0.0.1:9000/s?mobile_no=%2B919812345678&content=Hello%20Asha%2C%2020%20%25%20off%20%26%20more"));
    QVERIFY(request->body.isEmpty());
  }

  void aSecretGoesIntoAnAddressWhereItIsAskedFor() {
    const Provider provider =
        generic(quoted("{'method': 'GET', 'endpoint': 'https://a.example/s?key=$$Secret_Key&to=$$To&text=$$Body'}"));
    const ProviderDefinition definition = definitionOf(provider);
    QVERIFY(definition.secretsInAddress);
    const auto request =
        buildSend(definition, provider, {{QStringLiteral("key"), QStringLiteral("k/1&to=2")}}, sampleMessage());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QVERIFY(request->url.toEncoded().startsWith("https://a.example/s?key=k%2F1%26to%3D2&to=%2B919812345678&text="));
    QVERIFY(!buildSend(definition, provider, {}, sampleMessage()));
  }

  void anXmlBodyKeepsItsShape() {
    const Provider provider = generic(
        quoted("{'method': 'PUT', 'endpoint': 'https://a.example/s', 'body': 'xml',"
               "'xml': '<sms key=\\'$$Secret_Pin\\'><to>$$To</to><!-- x -->\\n <text>$$Body</text><none/></sms>'}"));
    const auto request =
        buildSend(definitionOf(provider), provider, {{QStringLiteral("pin"), QStringLiteral("\"9<")}}, sampleMessage());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QCOMPARE(net::methodName(request->method), QByteArray("PUT"));
    QCOMPARE(request->body,
             QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sms key=\"&quot;9&lt;\">"
                        "<to>+919812345678</to><text>Hello Asha, 20 % off &amp; more</text><none/></sms>"));
    QCOMPARE(net::headerValue(request->headers, "Content-Type"), QByteArray("application/xml; charset=utf-8"));
  }

  void answersAreReadByTheDefaultRules_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* name, int status, const QByteArray& body, const char* outcome) {
      QTest::newRow(name) << status << body << QString::fromLatin1(outcome);
    };
    row("accepted", 200, quoted("{'data':{'id':'m1'}}"), "accepted");
    row("accepted, 202", 202, quoted("{'data':{'id':'m1'}}"), "accepted");
    row("refused in a 200", 200, quoted("{'error':{'code':'12','text':'no'}}"), "permanent");
    row("a code of the table", 200, quoted("{'error':{'code':88}}"), "opted_out");
    row("nonsense", 200, "OK", "in_doubt");
    row("HTML", 200, "<html></html>", "in_doubt");
    row("empty", 200, "", "in_doubt");
    row("too many", 429, "", "retry_after");
    row("credentials", 401, "", "credentials");
    row("forbidden", 403, quoted("{'x':1}"), "credentials");
    row("no credit", 402, quoted("{'x':1}"), "no_credit");
    row("no credit, without a body", 402, "", "no_credit");
    row("no credit, but a code of the table", 402, quoted("{'error':{'code':88}}"), "opted_out");
    row("bad request", 400, "", "permanent");
    row("unprocessable", 422, "", "permanent");
    row("conflict", 409, "", "in_doubt");
    row("failing", 500, quoted("{'data':{'id':'m1'}}"), "in_doubt");
    row("redirect", 307, "", "in_doubt");
  }
  void answersAreReadByTheDefaultRules() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const ProviderDefinition definition = definitionOf(generic(formSettings));
    QTEST(sendOutcomeName(readSend(definition, answered(status, body), sampleMessage()).outcome), "outcome");
  }

  void ofAListThatEndsWithoutCreditSomeMayHaveBeenTaken() {
    const ProviderDefinition definition =
        definitionOf(generic(quoted("{'endpoint': 'https://sms.example.com/send', 'body': 'json', 'batch_key': 'list',"
                                    "'json': '{\\'list\\': [{\\'to\\': \\'$$To\\', \\'text\\': \\'$$Body\\'}]}'}")));
    for (const std::size_t messages : {std::size_t{1}, std::size_t{3}}) {
      const auto verdicts = readSend(definition, answered(402, "{}"),
                                     std::vector<OutgoingMessage>(messages, sampleMessage()), {}, QDateTime());
      for (const SendVerdict& one : verdicts) QCOMPARE(sendOutcomeName(one.outcome), QStringLiteral("in_doubt"));
    }
  }

  void successMayBeDescribed_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("success") << quoted("{'type':'success'}") << "accepted";
    QTest::newRow("other word") << quoted("{'type':'queued'}") << "accepted";
    QTest::newRow("error") << quoted("{'type':'error'}") << "in_doubt";
    QTest::newRow("absent") << quoted("{'x':'success'}") << "in_doubt";
  }
  void successMayBeDescribed() {
    QFETCH(QByteArray, body);
    const ProviderDefinition definition =
        definitionOf(generic(quoted("{'endpoint': 'https://a.example/s',"
                                    "'parameters': [{'name': 't', 'value': '$$To'}, {'name': 'b', 'value': '$$Body'}],"
                                    "'success_selector': 'type', 'success_values': 'success, queued'}")));
    QTEST(sendOutcomeName(readSend(definition, answered(200, body), sampleMessage()).outcome), "outcome");
  }

  void aPlainTextAnswerIsEnoughWhereItIsAskedFor() {
    const ProviderDefinition definition =
        definitionOf(generic(quoted("{'endpoint': 'https://a.example/s',"
                                    "'parameters': [{'name': 't', 'value': '$$To'}, {'name': 'b', 'value': '$$Body'}],"
                                    "'answer_format': 'text', 'message_id_selector': '$'}")));
    const SendVerdict verdict = readSend(definition, answered(200, "id-77"), sampleMessage());
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("accepted"));
    QCOMPARE(verdict.messageId, QStringLiteral("id-77"));
  }

  void settingsThatCannotWorkAreSaidAtTheirField_data() {
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const QByteArray& settings, const char* field) {
      QTest::newRow(name) << settings << QString::fromLatin1(field);
    };
    row("no endpoint", quoted("{'parameters': []}"), "endpoint");
    row("http", quoted("{'endpoint': 'http://a.example/$$To/$$Body'}"), "endpoint");
    row("token as host", quoted("{'endpoint': 'https://$$To.example/$$Body'}"), "endpoint");
    row("fragment", quoted("{'endpoint': 'https://a.example/$$To#$$Body'}"), "endpoint");
    row("plain secret in the address", quoted("{'endpoint': 'https://a.example/$$To/$$Body?api_key=abcd1234'}"),
        "endpoint");
    row("secret as host", quoted("{'endpoint': 'https://$$Secret_k.example/$$To/$$Body'}"), "endpoint");
    row("broken XML", quoted("{'endpoint': 'https://a.example', 'body': 'xml', 'xml': '<a><b>$$To $$Body</a>'}"),
        "xml");
    row("unknown token", quoted("{'endpoint': 'https://a.example/$$To/$$MessageBody'}"), "endpoint");
    row("token in small letters", quoted("{'endpoint': 'https://a.example/$$to/$$Body'}"), "endpoint");
    row("no body", quoted("{'endpoint': 'https://a.example', 'parameters': [{'name': 't', 'value': '$$To'}]}"),
        "parameters");
    row("no number", quoted("{'endpoint': 'https://a.example', 'parameters': [{'name': 't', 'value': '$$Body'}]}"),
        "parameters");
    row("broken JSON", quoted("{'endpoint': 'https://a.example', 'body': 'json', 'json': '{\\'to\\': $$To}'}"), "json");
    row("JSON without text",
        quoted("{'endpoint': 'https://a.example', 'body': 'json', 'json': '{\\'to\\': \\'$$To\\'}'}"), "json");
    row("plain secret",
        quoted("{'endpoint': 'https://a.example/$$To/$$Body', 'headers': [{'name': 'Authorization', 'value': 'Bearer "
               "x'}]}"),
        "headers");
    row("header of ours",
        quoted("{'endpoint': 'https://a.example/$$To/$$Body', 'headers': [{'name': 'Host', 'value': 'x'}]}"),
        "headers");
    row("no rows", quoted("{'endpoint': 'https://a.example/$$To/$$Body', 'headers': {'a': 'b'}}"), "headers");
    row("selector", quoted("{'endpoint': 'https://a.example/$$To/$$Body', 'message_id_selector': 'a['}"),
        "message_id_selector");
    row("codes without a place",
        quoted("{'endpoint': 'https://a.example/$$To/$$Body', 'outcomes': [{'name': '1', 'value': 'permanent'}]}"),
        "code_selector");
    row("outcome",
        quoted("{'endpoint': 'https://a.example/$$To/$$Body', 'code_selector': 'c', 'outcomes': [{'name': '1', "
               "'value': 'dead'}]}"),
        "outcomes");
  }
  void settingsThatCannotWorkAreSaidAtTheirField() {
    QFETCH(QByteArray, settings);
    QFETCH(QString, field);
    const auto errors = checkProvider(generic(settings), definitionNamed("http"));
    QVERIFY(!errors.empty());
    QCOMPARE(errors.front().field, field);
    QVERIFY(!errors.front().text.isEmpty());
  }

  void anInstanceThatWorksHasNoErrors() {
    const auto errors = checkProvider(generic(formSettings), definitionNamed("http"));
    QVERIFY2(errors.empty(), errors.empty() ? "" : qPrintable(errors.front().field + errors.front().text));
  }
};

QTEST_GUILESS_MAIN(GenericProviderTest)
#include "generic_provider_test.moc"
