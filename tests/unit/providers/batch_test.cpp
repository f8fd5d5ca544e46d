// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "provider_samples.h"
#include "providers/definition/send_tokens.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QByteArray kBatchDefinition = quoted(
    "{'id': 'acme', 'name': 'Acme', 'base_url': 'https://api.acme.example', 'number_form': 'digits',"
    "'authentication': {'strategy': 'header', 'header': 'X-Key', 'secret': '{secrets.key}'},"
    "'settings': [{'name': 'key', 'label': 'Key', 'secret': true, 'required': true},"
    "{'name': 'max_batch', 'label': 'Messages a request', 'type': 'number'}],"
    "'extra_pairs': true,"
    "'send': {'request': {'method': 'POST', 'path': '/batch', 'json': {'run': '{CampaignId}', 'kind': '{custom.kind}',"
    "'messages': [{'to': '{To}', 'text': '{Body}', 'ref': '{ClientId}'}]}},"
    "'answer': {'rules': [{'where': [{'select': 'error', 'is': ['number']}], 'outcome': 'bad_number'},"
    "{'where': [{'select': 'error', 'is': ['credit']}], 'outcome': 'no_credit'},"
    "{'where': [{'select': 'error', 'is': ['key']}], 'outcome': 'credentials'},"
    "{'status': '2xx', 'outcome': 'accepted'}, {'status': 429, 'outcome': 'retry_after'},"
    "{'status': 400, 'outcome': 'permanent'}, {'status': 401, 'outcome': 'credentials'}]},"
    "'batch': {'most': 3, 'at': 'messages', MATCH, 'each': 'results', 'result': {"
    "'select': {'id': 'id', 'to': 'number', 'client_id': 'ref', 'code': 'code', 'words': 'text'},"
    "'rules': [{'where': [{'select': 'ok', 'is': ['true']}], 'outcome': 'accepted'},"
    "{'where': [{'select': 'code', 'is': ['7']}], 'outcome': 'bad_number'}]}}}}");

ProviderDefinition batchDefinition(const char* match) {
  QByteArray text = kBatchDefinition;
  text.replace("MATCH", quoted(QByteArray("'match': '") + match + "'"));
  if (QByteArray(match) == "whole") {
    const qsizetype at = text.indexOf(quoted(", 'each'"));
    text = text.left(at) + "}}}";
  }
  auto parsed = ProviderDefinition::parse(text);
  if (!parsed) qFatal("%s", qPrintable(parsed.error().message));
  return *parsed;
}

OutgoingMessage messageTo(const char* number, const char* id, const char* kind = "a") {
  OutgoingMessage message = sampleMessage();
  message.to = QString::fromLatin1(number);
  message.clientId = QString::fromLatin1(id);
  message.custom.insert(QStringLiteral("kind"), QString::fromLatin1(kind));
  return message;
}

std::vector<OutgoingMessage> threeMessages() {
  return {messageTo("+919812345671", "c1"), messageTo("+919812345672", "c2"), messageTo("+919812345673", "c3")};
}

const SecretValues kBatchSecrets{{QStringLiteral("key"), QStringLiteral("k-secret")}};

QString namesOf(const std::vector<SendVerdict>& verdicts) {
  QStringList names;
  for (const SendVerdict& verdict : verdicts) {
    names << sendOutcomeName(verdict.outcome) + (verdict.messageId.isEmpty() ? QString() : u':' + verdict.messageId);
  }
  return names.join(QLatin1Char(' '));
}

QString groupsOf(const std::vector<std::vector<std::size_t>>& groups) {
  QStringList texts;
  for (const auto& group : groups) {
    QString text;
    for (const std::size_t index : group) text += QString::number(index);
    texts << text;
  }
  return texts.join(QLatin1Char(' '));
}

}  // namespace

class BatchTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneElementIsWrittenForEachMessage() {
    const auto request = buildSend(batchDefinition("index"), Provider(), kBatchSecrets, threeMessages());
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const QJsonObject body = QJsonDocument::fromJson(request->body).object();
    QCOMPARE(body.value(u"kind").toString(), QStringLiteral("a"));
    const QJsonArray messages = body.value(u"messages").toArray();
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages.at(1).toObject().value(u"to").toString(), QStringLiteral("919812345672"));
    QCOMPARE(messages.at(2).toObject().value(u"ref").toString(), QStringLiteral("c3"));
  }

  void resultsAreToldApart_data() {
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("verdicts");
    const auto row = [](const char* name, const char* match, int status, const char* answer, const char* verdicts) {
      QTest::newRow(name) << QByteArray(match) << status << quoted(answer) << QString::fromLatin1(verdicts);
    };
    row("in order", "index", 200, "{'results': [{'ok': true, 'id': 'a'}, {'code': 7}, {'ok': true, 'id': 'c'}]}",
        "accepted:a bad_number accepted:c");
    row("one too few", "index", 200, "{'results': [{'ok': true, 'id': 'a'}, {'ok': true, 'id': 'b'}]}",
        "in_doubt in_doubt in_doubt");
    row("in order, but of another number", "index", 200,
        "{'results': [{'ok': true, 'id': 'a', 'number': '919812345672'}, {'code': 7}, {'ok': true, 'id': 'c'}]}",
        "in_doubt bad_number accepted:c");
    row("by our id", "client_id", 200,
        "{'results': [{'ok': true, 'id': 'c', 'ref': 'c3'}, {'ok': true, 'id': 'a', 'ref': 'c1'}]}",
        "accepted:a in_doubt accepted:c");
    row("an id of nobody's", "client_id", 200,
        "{'results': [{'ok': true, 'id': 'a', 'ref': 'c1'}, {'ok': true, 'id': 'x', 'ref': 'other'}]}",
        "in_doubt in_doubt in_doubt");
    row("parts that agree", "client_id", 200,
        "{'results': [{'ok': true, 'id': 'a', 'ref': 'c1'}, {'ok': true, 'id': 'b', 'ref': 'c1'}]}",
        "accepted:a in_doubt in_doubt");
    row("parts that don't", "client_id", 200,
        "{'results': [{'ok': true, 'id': 'a', 'ref': 'c1'}, {'code': 7, 'ref': 'c1'}]}",
        "in_doubt:a in_doubt in_doubt");
    row("by number", "number", 200,
        "{'results': [{'ok': true, 'id': 'b', 'number': '+91 98123 45672'}, {'code': 7, 'number': '919812345671'}]}",
        "bad_number accepted:b in_doubt");
    row("no list", "index", 200, "{'status': 'fine'}", "in_doubt in_doubt in_doubt");
    row("too many", "index", 429, "{}", "retry_after retry_after retry_after");
    row("rejected account", "number", 401, "{}", "credentials credentials credentials");
    row("refused as a whole", "client_id", 400, "{}", "retry_alone retry_alone retry_alone");
    row("refused as a whole, though one was taken", "client_id", 400,
        "{'results': [{'ok': true, 'id': 'a', 'ref': 'c1'}, {'code': 7, 'ref': 'c2'}]}",
        "accepted:a bad_number in_doubt");
    row("failing", "index", 500, "{'results': [{'ok': true}, {'ok': true}, {'ok': true}]}",
        "in_doubt in_doubt in_doubt");
    row("one answer for all", "whole", 200, "{'id': 'r'}", "accepted accepted accepted");
    row("200, refused: perhaps not of all", "whole", 200, "{'error': 'number'}", "in_doubt in_doubt in_doubt");
    row("200, no credit: perhaps not for all", "whole", 200, "{'error': 'credit'}", "in_doubt in_doubt in_doubt");
    row("200, wrong key: of all", "whole", 200, "{'error': 'key'}", "credentials credentials credentials");
    row("200, refused, without a result", "index", 200, "{'error': 'number'}", "in_doubt in_doubt in_doubt");
    row("refused by its status", "whole", 400, "{'error': 'number'}", "retry_alone retry_alone retry_alone");
  }
  void resultsAreToldApart() {
    QFETCH(QByteArray, match);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    const auto verdicts = readSend(batchDefinition(match.constData()), answered(status, answer), threeMessages());
    QTEST(namesOf(verdicts), "verdicts");
  }

  void whatRefusesOneMessageAloneIsItsOwn() {
    const auto verdict = readSend(batchDefinition("client_id"), answered(400, "{}"), messageTo("+919812345671", "c1"));
    QCOMPARE(sendOutcomeName(verdict.outcome), QStringLiteral("permanent"));
  }

  void whoTakesAllOrNoneIsSentEachAgain() {
    ProviderDefinition definition = batchDefinition("whole");
    definition.batch.allOrNone = true;
    const auto verdicts = readSend(definition, answered(200, quoted("{'error': 'number'}")), threeMessages());
    QCOMPARE(namesOf(verdicts), QStringLiteral("retry_alone retry_alone retry_alone"));
  }

  void severalIdsOfAMessageAreKept() {
    const auto verdicts =
        readSend(batchDefinition("client_id"),
                 answered(200, quoted("{'results': [{'ok': true, 'id': 'p1', 'ref': 'c1'}, {'ok': true, 'id': 'p2', "
                                      "'ref': 'c1'}]}")),
                 threeMessages());
    QCOMPARE(verdicts.front().messageIds, (QStringList{QStringLiteral("p1"), QStringLiteral("p2")}));
  }

  void onlyWhatCanShareARequestDoes_data() {
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QString>("groups");
    QTest::newRow("three a request") << QByteArray("1a 2a 3a 4a") << QStringLiteral("012 3");
    QTest::newRow("one number twice") << QByteArray("1a 1a 2a") << QStringLiteral("02 1");
    QTest::newRow("different outside") << QByteArray("1a 2b 3a 4b") << QStringLiteral("02 13");
    QTest::newRow("one by itself") << QByteArray("1a 2a! 3a") << QStringLiteral("02 1");
  }
  void onlyWhatCanShareARequestDoes() {
    QFETCH(QByteArray, messages);
    std::vector<OutgoingMessage> all;
    std::vector<bool> alone;
    for (const QByteArray& each : messages.split(' ')) {
      all.push_back(
          messageTo((QByteArray("+9198123456") + each.left(1) + "0").constData(), "c", each.mid(1, 1).constData()));
      alone.push_back(each.endsWith('!'));
    }
    QTEST(groupsOf(groupsForSending(batchDefinition("index"), all, alone)), "groups");
  }

  void aDefinitionWithoutBatchSendsOneARequest() {
    const ProviderDefinition twilio = definitionNamed("twilio");
    QCOMPARE(groupsOf(groupsForSending(twilio, threeMessages())), QStringLiteral("0 1 2"));
    QVERIFY(!buildSend(twilio, twilioProvider(), twilioSecrets(), threeMessages()));
  }

  void numbersMayBeJoined() {
    const auto definition = ProviderDefinition::parse(
        quoted("{'id': 'j', 'name': 'J', 'base_url': 'https://j.example', 'number_form': 'digits',"
               "'send': {'request': {'method': 'POST', 'path': '/s', 'form': [{'name': 'dst', 'value': '{To}'},"
               "{'name': 'text', 'value': '{Body}'}]},"
               "'answer': {'select': {'id': 'id'}, 'rules': [{'status': 200, 'outcome': 'accepted'}]},"
               "'batch': {'most': 50, 'join': '<', 'match': 'whole'}}}"));
    QVERIFY2(definition, definition ? "" : qPrintable(definition.error().message));
    auto messages = threeMessages();
    const auto request = buildSend(*definition, Provider(), {}, messages);
    QVERIFY(request);
    QCOMPARE(formValue(request->body, QStringLiteral("dst")), QStringLiteral("919812345671<919812345672<919812345673"));
    messages[1].body = QStringLiteral("another text");
    QCOMPARE(groupsOf(groupsForSending(*definition, messages)), QStringLiteral("02 1"));
    QCOMPARE(namesOf(readSend(*definition, answered(200, quoted("{'id': 'q'}")), messages)),
             QStringLiteral("accepted:q accepted:q accepted:q"));
  }

  void aBatchThatCannotBeIsSaid_data() {
    QTest::addColumn<QByteArray>("batch");
    QTest::newRow("no list there") << quoted("{'most': 3, 'at': 'msgs', 'match': 'whole'}");
    QTest::newRow("neither way") << quoted("{'most': 3, 'match': 'whole'}");
    QTest::newRow("results of nothing") << quoted("{'most': 3, 'at': 'messages', 'match': 'index'}");
    QTest::newRow("our id isn't said back") << quoted(
        "{'most': 3, 'at': 'messages', 'match': 'client_id', 'each': 'r', 'result': {'rules': [{'status': "
        "200, 'outcome': 'accepted'}]}}");
  }
  void aBatchThatCannotBeIsSaid() {
    QFETCH(QByteArray, batch);
    const QByteArray text = quoted(
        "{'id': 'j', 'name': 'J', 'base_url': 'https://j.example', 'send': {'request': {'method': 'POST', 'path': "
        "'/s', 'json': {'messages': [{'to': '{To}'}]}}, 'answer': {'rules': [{'status': 200, 'outcome': "
        "'accepted'}]}, 'batch': ");
    QVERIFY(!ProviderDefinition::parse(text + batch + "}}"));
  }

  void theGenericProviderRepeatsItsElement() {
    Provider provider;
    provider.type = QStringLiteral("http");
    provider.settings =
        QJsonDocument::fromJson(
            quoted("{'endpoint': 'https://a.example/s', 'body': 'json', 'batch_key': 'msgs', 'max_batch': 500,"
                   "'batch_match': 'index', 'batch_results_selector': 'r', 'message_id_selector': 'id',"
                   "'json': '{\\'hid\\': \\'$$hid\\', \\'msgs\\': [{\\'to\\': \\'$$To\\', \\'mid\\': "
                   "\\'$$MessageID\\', \\'uid\\': \\'$$uid\\', \\'tid\\': \\'$$TemplateID\\', "
                   "\\'variables\\': \\'$$TemplateVariables\\'}]}'}"))
            .object();
    const auto definition = builtInCatalog().definitionOf(provider);
    QVERIFY2(definition, definition ? "" : qPrintable(definition.error().message));
    QCOMPARE(definition->batch.most, 100);  // $$MessageID is there
    std::vector<OutgoingMessage> messages{messageTo("+919812345671", "c1"), messageTo("+919812345672", "c2")};
    for (OutgoingMessage& message : messages) {
      message.custom = {{QStringLiteral("hid"), QStringLiteral("h")}, {QStringLiteral("uid"), message.clientId}};
      message.templateId = QStringLiteral("t1");
      message.templateVariables = QStringList{QStringLiteral("Asha"), QStringLiteral("20 %")};
    }
    const auto request = buildSend(*definition, provider, {}, messages);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const QJsonArray elements = QJsonDocument::fromJson(request->body).object().value(u"msgs").toArray();
    QCOMPARE(elements.size(), 2);
    QCOMPARE(elements.at(1).toObject().value(u"uid").toString(), QStringLiteral("c2"));
    QCOMPARE(elements.at(0).toObject().value(u"variables").toArray().at(1).toString(), QStringLiteral("20 %"));
    QCOMPARE(namesOf(readSend(*definition, answered(200, quoted("{'r': [{'id': '1'}, {'id': '2'}]}")), messages)),
             QStringLiteral("accepted:1 accepted:2"));
  }
};

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
