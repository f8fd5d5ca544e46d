// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_builder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "provider_samples.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

/// One definition with a token in every place.
ProviderDefinition everywhere() {
  const auto parsed = ProviderDefinition::parse(
      quoted("{"
             "'id': 'x', 'name': 'X', 'base_url': 'https://api.example.com/v1/',"
             "'settings': [{'name': 'tag', 'label': 'Tag'}],"
             "'values': {'Encoding': {'GSM-7': 'text', 'UCS-2': 'unicode'}},"
             "'send': {"
             "'request': {"
             "'method': 'POST', 'path': '/to/{To}/x?p={Body}',"
             "'query': [{'name': 'q', 'value': '{Body}'}, {'name': 'none', 'value': '1', 'when': 'settings.tag'}],"
             "'headers': [{'name': 'X-Id', 'value': 'id {ClientId}'}],"
             "'json': '{\\'text\\': \\'{Body}\\', \\'type\\': \\'{Encoding}\\'}'"
             "},"
             "'answer': {'rules': [{'status': '2xx', 'outcome': 'accepted'}]}"
             "}"
             "}"));
  if (!parsed) qFatal("%s", qPrintable(parsed.error().message));
  return *parsed;
}

}  // namespace

class RequestBuilderTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void twilioGetsAFormWithBasicAuthentication() {
    const auto request = buildSend(definitionNamed("twilio"), twilioProvider(), twilioSecrets(), sampleMessage());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QCOMPARE(request->method, net::HttpRequest::Method::Post);
    QCOMPARE(request->url.toString(),
             QStringLiteral("https://api.twilio.com/2010-04-01/Accounts/%1/Messages.json").arg(accountSid));
    QCOMPARE(request->body,
             QByteArray("To=%2B919812345678&From=%2B15557122661&Body=Hello%20Asha%2C%2020%20%25%20off%20%26%20more"));
    QCOMPARE(net::headerValue(request->headers, "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(net::headerValue(request->headers, "Authorization"),
             "Basic " + (accountSid.toUtf8() + ":s3cret-token-value").toBase64());
  }

  void aMessagingServiceStandsInPlaceOfANumber() {
    Provider provider = twilioProvider();
    provider.settings.remove(QStringLiteral("from"));
    provider.settings.insert(QStringLiteral("messaging_service_sid"), QStringLiteral("MG") + accountSid.mid(2));
    const auto request = buildSend(definitionNamed("twilio"), provider, twilioSecrets(), sampleMessage());
    QVERIFY(request);
    QCOMPARE(formValue(request->body, QStringLiteral("MessagingServiceSid")), QStringLiteral("MG") + accountSid.mid(2));
    QVERIFY(!request->body.contains("From="));
  }

  void hostileTextChangesNothingButItself_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("SQL") << "\"; DROP TABLE outbox; --";
    QTest::newRow("another number") << "Hi&To=+19005550100&x=";
    QTest::newRow("plus and percent") << "1+1=2 100% %2B";
    QTest::newRow("quotes") << "\"a\" 'b' \\ \\\"";
    QTest::newRow("line breaks") << "a\r\nTo: b\n\nc";
    QTest::newRow("markup") << "<script>{{To}} {secrets.auth_token} $$To</script>";
    QTest::newRow("end of JSON") << "\"}],\"to\":\"+1900\",\"x\":[{\"";
    QTest::newRow("zero") << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
    QTest::newRow("other letters") << QStringLiteral("नमस्ते 👋 \u2028 \u202e");
    QTest::newRow("fragment") << "#a?b=c;d/../e";
  }
  void hostileTextChangesNothingButItself() {
    QFETCH(QString, text);
    OutgoingMessage message = sampleMessage();
    message.body = text;

    const auto form = buildSend(definitionNamed("twilio"), twilioProvider(), twilioSecrets(), message);
    QVERIFY(form);
    QCOMPARE(formPairs(form->body).size(), 3);
    QCOMPARE(formValue(form->body, QStringLiteral("To")), message.to);
    QCOMPARE(formValue(form->body, QStringLiteral("Body")), text);

    const auto json = buildSend(everywhere(), Provider(), {}, message);
    QVERIFY(json);
    const QJsonObject object = QJsonDocument::fromJson(json->body).object();
    QCOMPARE(object.size(), 2);
    QCOMPARE(object.value(u"text").toString(), text);
    QCOMPARE(json->url.host(), QStringLiteral("api.example.com"));
    const QUrlQuery query(json->url.query(QUrl::FullyEncoded));
    QCOMPARE(query.queryItems().size(), 2);
    QCOMPARE(QUrl::fromPercentEncoding(query.queryItemValue(QStringLiteral("q"), QUrl::FullyEncoded).toLatin1()), text);
    QCOMPARE(QUrl::fromPercentEncoding(query.queryItemValue(QStringLiteral("p"), QUrl::FullyEncoded).toLatin1()), text);
  }

  void aLineBreakNeverReachesAHeader() {
    OutgoingMessage message = sampleMessage();
    message.clientId = QStringLiteral("1\r\nX-Evil: yes");
    const auto request = buildSend(everywhere(), Provider(), {}, message);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidInput);
  }

  void valuesAreSpelledAsTheProviderWantsThem() {
    OutgoingMessage message = sampleMessage();
    message.encoding = QStringLiteral("UCS-2");
    const auto request = buildSend(everywhere(), Provider(), {}, message);
    QCOMPARE(QJsonDocument::fromJson(request->body).object().value(u"type").toString(), QStringLiteral("unicode"));
  }

  void numbersAreWrittenAsTheProviderWantsThem_data() {
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("written");
    QTest::newRow("E.164") << static_cast<int>(NumberForm::E164) << "/v1/to/+919812345678/x";
    QTest::newRow("digits") << static_cast<int>(NumberForm::Digits) << "/v1/to/919812345678/x";
    QTest::newRow("national") << static_cast<int>(NumberForm::National) << "/v1/to/9812345678/x";
  }
  void numbersAreWrittenAsTheProviderWantsThem() {
    QFETCH(int, form);
    ProviderDefinition definition = everywhere();
    definition.numberForm = static_cast<NumberForm>(form);
    const auto request = buildSend(definition, Provider(), {}, sampleMessage());
    QVERIFY(request);
    QTEST(request->url.path(QUrl::FullyDecoded), "written");
  }

  void anotherBaseAddressTakesTheRequests() {
    Provider provider = twilioProvider();
    provider.baseUrl = QStringLiteral("http://127.0.0.1:4010/prefix/");
    const auto request = buildSend(definitionNamed("twilio"), provider, twilioSecrets(), sampleMessage());
    QVERIFY(request);
    QCOMPARE(request->url.toString(),
             QStringLiteral("http://127.0.0.1:4010/prefix/2010-04-01/Accounts/%1/Messages.json").arg(accountSid));
  }

  void secretsAreNotSentToUnsafeAddresses_data() {
    QTest::addColumn<QString>("address");
    QTest::newRow("http") << "http://api.twilio.com";
    QTest::newRow("http with a loopback name in it") << "http://127.0.0.1.evil.example";
    QTest::newRow("user") << "https://127.0.0.1@evil.example";
    QTest::newRow("query") << "https://api.twilio.com?x=";
    QTest::newRow("other scheme") << "ftp://api.twilio.com";
    QTest::newRow("none") << "twilio";
  }
  void secretsAreNotSentToUnsafeAddresses() {
    QFETCH(QString, address);
    Provider provider = twilioProvider();
    provider.baseUrl = address;
    const auto request = buildSend(definitionNamed("twilio"), provider, twilioSecrets(), sampleMessage());
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidInput);
  }

  void aMissingSecretIsNamed() {
    const auto request = buildSend(definitionNamed("twilio"), twilioProvider(), {}, sampleMessage());
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::Credentials);
    QVERIFY(request.error().message.contains(QStringLiteral("Auth token")));
  }

  void aTextThatIsTooLongIsNotSent() {
    OutgoingMessage message = sampleMessage();
    message.body = QString(1601, u'x');
    const auto request = buildSend(definitionNamed("twilio"), twilioProvider(), twilioSecrets(), message);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::LimitExceeded);
  }

  void theAccountIsAskedForByGet() {
    const auto request = buildAccountCheck(definitionNamed("twilio"), twilioProvider(), twilioSecrets());
    QVERIFY(request);
    QCOMPARE(request->method, net::HttpRequest::Method::Get);
    QVERIFY(request->url.path().endsWith(QStringLiteral("/Balance.json")));
    QVERIFY(request->body.isEmpty());
  }

  void anUnclearMessageIsLookedUpByWhatIsKnown() {
    const ProviderDefinition sandbox = definitionNamed("sandbox");
    const auto byOurs = buildLookUp(sandbox, Provider(), {}, {QString(), QStringLiteral("hg-1-1")});
    QVERIFY(byOurs);
    QCOMPARE(byOurs->url.toString(), QStringLiteral("http://127.0.0.1:8765/messages?client_ref=hg-1-1"));
    const auto byTheirs = buildLookUp(sandbox, Provider(), {}, {QStringLiteral("SB1"), QStringLiteral("hg-1-1")});
    QVERIFY(byTheirs);
    QCOMPARE(byTheirs->url.path(), QStringLiteral("/messages/SB1"));
    QVERIFY(!canLookUp(definitionNamed("twilio"), {QString(), QStringLiteral("hg-1-1")}));
  }
};

QTEST_GUILESS_MAIN(RequestBuilderTest)
#include "request_builder_test.moc"
