// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "provider_samples.h"
#include "providers/definition/openapi_check.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QByteArray kSpecification = quoted(
    "{'openapi': '3.0.1', 'servers': [{'url': 'https://api.acme.example/v1'}], 'paths': {"
    "'/accounts/{id}/messages.json': {'post': {'parameters': [{'name': 'trace', 'in': 'query', 'required': true}],"
    "'requestBody': {'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Message'}}}},"
    "'responses': {'201': {'content': {'application/json': {'schema': {'type': 'object', 'properties': {"
    "'messages': {'type': 'array', 'items': {'type': 'object', 'properties': {'id': {'type': 'string'}}}}}}}}}}}}},"
    "'components': {'schemas': {'Message': {'allOf': [{'type': 'object', 'required': ['to', 'body'], 'properties': {"
    "'to': {'type': 'string'}, 'body': {'type': 'string'}, 'route': {'type': 'integer'}}}]}}}}");

QByteArray kindOf(const char* request, const char* answer) {
  return quoted(QByteArray("{'id': 'acme', 'name': 'Acme', 'base_url': 'https://api.acme.example', 'send': {'request': "
                           "{'method': 'POST', 'path': '/v1/accounts/{custom.a}/messages.json', ") +
                request + "}, 'answer': " + answer + "}}");
}

const char* const kRightRequest =
    "'query': [{'name': 'trace', 'value': '1'}], 'json': {'to': '{To}', 'body': '{Body}', 'route': '{Parts:number}'}";
const char* const kRightAnswer =
    "{'select': {'id': 'messages[0].id'}, 'rules': [{'status': 201, 'outcome': 'accepted'}]}";

}  // namespace

class OpenapiCheckTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatDisagreesIsSaid_data() {
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char* name, const char* request, const char* answer, const char* finding) {
      QTest::newRow(name) << kindOf(request, answer) << QString::fromUtf8(finding);
    };
    row("all agrees", kRightRequest, kRightAnswer, "");
    row("a field that isn't there",
        "'query': [{'name': 'trace', 'value': '1'}], 'json': {'to': '{To}', 'body': '{Body}', 'bogus': 'x'}",
        kRightAnswer, "“bogus”");
    row("a field that is missing", "'query': [{'name': 'trace', 'value': '1'}], 'json': {'to': '{To}'}", kRightAnswer,
        "“body” is missing");
    row("a text for a number",
        "'query': [{'name': 'trace', 'value': '1'}], 'json': {'to': '{To}', 'body': '{Body}', 'route': '{Parts}'}",
        kRightAnswer, "integer");
    row("a form for JSON", "'query': [{'name': 'trace', 'value': '1'}], 'form': [{'name': 'to', 'value': '{To}'}]",
        kRightAnswer, "application/json");
    row("a parameter that is missing", "'json': {'to': '{To}', 'body': '{Body}'}", kRightAnswer, "“trace” is missing");
    row("a selector that leads nowhere", kRightRequest,
        "{'select': {'id': 'messages[0].sid'}, 'rules': [{'status': 201, 'outcome': 'accepted'}]}", "messages[0].sid");
    row("a status that isn't there", kRightRequest,
        "{'select': {'id': 'messages[0].id'}, 'rules': [{'status': 202, 'outcome': 'accepted'}]}", "status 202");
  }
  void whatDisagreesIsSaid() {
    QFETCH(QByteArray, definition);
    QFETCH(QString, finding);
    const auto parsed = ProviderDefinition::parse(definition);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    const auto findings = compareWithOpenApi(*parsed, kSpecification);
    QVERIFY(findings);
    const QString all = findings->join(u'\n');
    QCOMPARE(findings->size(), finding.isEmpty() ? 0 : 1);
    QVERIFY2(all.contains(finding), qPrintable(all));
  }

  void aRequestThatIsNotThereIsSaid() {
    auto parsed = ProviderDefinition::parse(kindOf(kRightRequest, kRightAnswer));
    parsed->send.request.target = TextTemplate::literal(QStringLiteral("/v1/other"));
    QCOMPARE(compareWithOpenApi(*parsed, kSpecification)->size(), 1);
  }

  void theBuiltInTwilioAgreesWithItsSpecification() {
    QFile file(qEnvironmentVariable("HELIOGRAPH_SOURCE_DIR") +
               QStringLiteral("/../shared/data/openapi/twilio_messages_strict.json"));
    if (!file.open(QIODevice::ReadOnly)) QSKIP("Twilio's description isn't beside the checkout");
    ProviderDefinition twilio = definitionNamed("twilio");
    // The checks of account and sender are described elsewhere.
    twilio.accountCheck.reset();
    twilio.senderCheck.reset();
    const auto findings = compareWithOpenApi(twilio, file.readAll());
    QVERIFY(findings);
    QVERIFY2(findings->isEmpty(), qPrintable(findings->join(u'\n')));
  }

  void whatIsNoSpecificationIsRefused() {
    const auto parsed = ProviderDefinition::parse(kindOf(kRightRequest, kRightAnswer));
    QVERIFY(!compareWithOpenApi(*parsed, "openapi: 3.0.1"));
    QVERIFY(!compareWithOpenApi(*parsed, quoted("{'swagger': '2.0'}")));
  }
};

QTEST_GUILESS_MAIN(OpenapiCheckTest)
#include "openapi_check_test.moc"
