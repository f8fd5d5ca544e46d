// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonObject>
#include <QTest>

#include "provider_samples.h"
#include "providers/answer/rule_engine.h"
#include "providers/definition/number_form.h"
#include "providers/request/request_builder.h"
#include "providers/template/line_shape.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

/// "name=value" of what the shapes read, or "unreadable".
QString partsOf(const QByteArray& text, const QStringList& shapes) {
  std::vector<LineShape> parsed;
  for (const QString& each : shapes) parsed.push_back(LineShape::parse(each).value());
  const auto root = readLines(parseAnswer(text, AnswerFormat::Text).value(), parsed);
  if (!root) return QStringLiteral("unreadable");
  QStringList lines;
  for (const auto& line : root->child(u"lines")->children) {
    QStringList parts;
    for (const auto& [name, value] : line.second.children) parts << name + QLatin1Char('=') + value.text;
    lines << parts.join(QLatin1Char(','));
  }
  return lines.join(QLatin1Char(';'));
}

QByteArray definitionText(const QByteArray& answer, const QByteArray& batch = {}) {
  return quoted(
      "{'id': 'acme', 'name': 'Acme', 'base_url': 'https://api.acme.example', 'send': {'request': {'method': "
      "'POST', 'path': '/send', 'json': {'ref': '{BatchId}', 'messages': [{'to': '{To}', 'text': '{Body}', "
      "'ref': '{ClientId}'}]}}, 'answer': " +
      answer + batch + "}}");
}

}  // namespace

class AnswerShapeTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTextIsTakenApart_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("parts");
    const auto row = [](const char* name, const QByteArray& text, const char* parts) {
      QTest::newRow(name) << text << QString::fromUtf8(parts);
    };
    row("the first shape", "success | 91981 | 31-7", "to=91981,id=31-7");
    row("the next shape", "error | 102 | no | such user", "code=102,words=no | such user");
    row("several lines", "success | 1 | a\r\n\nsuccess | 2 | b\n", "to=1,id=a;to=2,id=b");
    row("an empty part", "success | 1 | ", "unreadable");
    row("ends with something", "(9) ok", "n=9");
    row("another beginning", "Success | 1 | a", "unreadable");
    row("one line of another kind", "success | 1 | a\nWarning", "unreadable");
    row("a byte-order mark", "\xef\xbb\xbfsuccess | 1 | a", "to=1,id=a");
  }
  void aTextIsTakenApart() {
    QFETCH(QByteArray, text);
    QTEST(partsOf(text, {QStringLiteral("success | {to} | {id}"), QStringLiteral("error | {code} | {words}"),
                         QStringLiteral("({n}) ok")}),
          "parts");
  }

  void aLongLineIsReadAtOnce() {
    const QByteArray text = QByteArray("a | ").repeated(200000);
    QVERIFY(partsOf(text, {QStringLiteral("{a} | {b} | {c} | x"), QStringLiteral("{all}")}).startsWith(u"all=a |"));
  }

  void aShapeNobodyCanReadIsRefused_data() {
    QTest::addColumn<QString>("shape");
    for (const char* shape : {"{a}{b}", "{}", "{a", "a}", "{A}", "{a} {a}", "{lines}"}) {
      QTest::newRow(shape) << QString::fromLatin1(shape);
    }
  }
  void aShapeNobodyCanReadIsRefused() {
    QFETCH(QString, shape);
    QVERIFY(!LineShape::parse(shape));
  }

  void listsAndObjectsExist_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("exists");
    const auto row = [](const char* body, bool exists) { QTest::newRow(body) << quoted(body) << exists; };
    row("{'error': {'code': 7}}", true);
    row("{'error': ['no']}", true);
    row("{'error': 'no'}", true);
    row("{'error': false}", true);
    row("{'error': {}}", false);
    row("{'error': []}", false);
    row("{'error': null}", false);
    row("{'error': ''}", false);
    row("{'other': 1}", false);
  }
  void listsAndObjectsExist() {
    QFETCH(QByteArray, body);
    QFETCH(bool, exists);
    Condition condition;
    condition.selector = Selector::parse(QStringLiteral("error")).value();
    const AnswerNode root = parseAnswer(body, AnswerFormat::Json).value();
    condition.exists = true;
    QCOMPARE(conditionHolds(condition, root, {}), exists);
    condition.exists = false;
    QCOMPARE(conditionHolds(condition, root, {}), !exists);
  }

  void anObjectsNamesNeedNotBeKnown() {
    const auto root =
        parseAnswer(quoted("{'sms': {'919812345678': {'id': 'a'}, '*': {'id': 'b'}}}"), AnswerFormat::Json);
    QCOMPARE(Selector::parse(QStringLiteral("sms.*.id"))->all(*root, {}).size(), 2);
    QCOMPARE(Selector::parse(QStringLiteral("sms[\"*\"].id"))->first(*root, {}), QStringLiteral("b"));
  }

  void aNumberDialledFromAbroadIsTheSame() {
    const QString number = QStringLiteral("+919812345678");
    QVERIFY(isSameNumber(QStringLiteral("00919812345678"), number, NumberForm::Digits));
    QVERIFY(!isSameNumber(QStringLiteral("00919812345679"), number, NumberForm::Digits));
  }

  void anErrorIsNoResultOfAListThatIsTheAnswer() {
    const auto definition = ProviderDefinition::parse(definitionText(
        "{'rules': [{'status': 429, 'outcome': 'retry_after'}, {'status': 401, 'outcome': 'credentials'}]}",
        ", 'batch': {'most': 9, 'at': 'messages', 'match': 'client_id', 'each': '$', 'result': {'select': "
        "{'client_id': 'ref'}, 'rules': [{'status': 201, 'outcome': 'accepted'}]}}"));
    QVERIFY2(definition, definition ? "" : qPrintable(definition.error().message));
    const auto outcomeOf = [&](int status) {
      return sendOutcomeName(readSend(*definition, answered(status, R"({"title":"no"})"), sampleMessage()).outcome);
    };
    QCOMPARE(outcomeOf(429), QStringLiteral("retry_after"));
    QCOMPARE(outcomeOf(401), QStringLiteral("credentials"));
  }

  void whatWouldNeverWorkIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QByteArray& text, const char* said) {
      QTest::newRow(name) << text << QString::fromUtf8(said);
    };
    row("any text is accepted", definitionText("{'format': 'text', 'rules': [{'status': 200, 'outcome': 'accepted'}]}"),
        "any text would count as accepted");
    row("a part that isn't there",
        definitionText("{'format': 'text', 'lines': ['ok {id}'], 'select': {'id': 'ids'}, 'rules': [{'status': 200, "
                       "'outcome': 'accepted'}]}"),
        "is “id” meant?");
    row("lines of JSON", definitionText("{'lines': ['ok {id}'], 'rules': [{'status': 429, 'outcome': 'retry_after'}]}"),
        "“text”");
    row("no two messages share a request",
        QByteArray(definitionText("{'rules': [{'status': 200, 'outcome': 'accepted'}]}",
                                  ", 'batch': {'most': 9, 'at': 'messages', 'match': 'whole'}"))
            .replace("{BatchId}", "{ClientId}"),
        "{BatchId} is the id of the request");
  }
  void whatWouldNeverWorkIsRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const auto parsed = ProviderDefinition::parse(text);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(said), qPrintable(parsed.error().message));
  }

  void aMessageIsTakenBackByDelete() {
    const auto definition = ProviderDefinition::parse(definitionText(
        "{'rules': [{'status': 201, 'outcome': 'accepted'}]}",
        "}, 'cancel': {'request': {'method': 'DELETE', 'path': '/batches/{MessageId}'}, 'answer': {'rules': "
        "[{'status': 200, 'outcome': 'accepted'}]}"));
    QVERIFY2(definition, definition ? "" : qPrintable(definition.error().message));
    const auto request = buildCancel(*definition, Provider(), {}, QStringLiteral("b/1"), QString());
    QVERIFY(request);
    QCOMPARE(net::methodName(request->method), QByteArray("DELETE"));
    QCOMPARE(request->url.toEncoded(), QByteArray("https://api.acme.example/batches/b%2F1"));
  }

  void anAccountMayHaveNoCredit() {
    const auto definition = ProviderDefinition::parse(definitionText(
        "{'rules': [{'status': 201, 'outcome': 'accepted'}]}",
        "}, 'account_check': {'request': {'method': 'GET', 'path': '/balance'}, 'answer': {'rules': [{'status': 402, "
        "'outcome': 'no_credit'}]}"));
    QVERIFY2(definition, definition ? "" : qPrintable(definition.error().message));
    QVERIFY(readAccountCheck(*definition, answered(402, "{}")).outcome == AccountVerdict::Outcome::Rejected);
  }

  void aTokenPathFollowsTheInstancesAddress() {
    const auto definition = ProviderDefinition::parse(
        quoted("{'id': 'o', 'name': 'O', 'base_url': 'https://o.example', 'authentication': {'strategy': 'oauth2', "
               "'user': 'me', 'secret': '{secrets.key}', 'token_url': '/oauth/token'}, 'settings': [{'name': 'key', "
               "'label': 'K', 'secret': true}], 'send': {'request': {'method': 'POST', 'path': '/s', 'form': [{'name': "
               "'t', 'value': '{To}'}]}, 'answer': {'rules': [{'status': 200, 'outcome': 'accepted'}]}}}"));
    QVERIFY(definition);
    Provider provider;
    const SecretValues secrets{{QStringLiteral("key"), QStringLiteral("k")}};
    QCOMPARE(buildTokenRequest(*definition, provider, secrets)->url,
             QUrl(QStringLiteral("https://o.example/oauth/token")));
    provider.baseUrl = QStringLiteral("https://gateway.example");
    QCOMPARE(buildTokenRequest(*definition, provider, secrets)->url,
             QUrl(QStringLiteral("https://gateway.example/oauth/token")));
  }
};

QTEST_GUILESS_MAIN(AnswerShapeTest)
#include "answer_shape_test.moc"
