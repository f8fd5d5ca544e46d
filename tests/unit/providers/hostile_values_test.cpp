// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "provider_samples.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

const QByteArray kEverywhere = quoted(
    "{'id': 'e', 'name': 'E', 'base_url': 'https://api.e.example', 'extra_pairs': true,"
    "'send': {'request': {'method': 'POST', 'path': '/p/{custom.v}/end?in={custom.v}',"
    "'query': [{'name': 'q', 'value': '{custom.v}'}, {'name': 'last', 'value': 'x'}], BODY},"
    "'answer': {'rules': [{'status': 200, 'outcome': 'accepted'}]}}}");

ProviderDefinition hostileDefinition(const char* body) {
  QByteArray text = kEverywhere;
  text.replace("BODY", quoted(body));
  auto parsed = ProviderDefinition::parse(text);
  if (!parsed) qFatal("%s", qPrintable(parsed.error().message));
  return *parsed;
}

void addValues() {
  QTest::addColumn<QString>("value");
  QTest::newRow("SQL and quote") << QStringLiteral("\"; DROP TABLE outbox; --");
  QTest::newRow("another pair") << QStringLiteral("&To=+19005550006");
  QTest::newRow("another member") << QStringLiteral("\", \"to\": \"+19005550006");
  QTest::newRow("backslashes") << QStringLiteral("\\\\\\\" \\u0041 \\n");
  QTest::newRow("line separators") << QStringLiteral("a\u2028b\u2029c\u00a0d");
  QTest::newRow("line break") << QStringLiteral("a\r\nX-Evil: 1\r\n\r\nbody");
  QTest::newRow("XML") << QStringLiteral("<![CDATA[x]]>&amp;<to>1</to>");
  QTest::newRow("percent") << QStringLiteral("%26%00%2e%2e/..%2f;?#@:");
  QTest::newRow("token") << QStringLiteral("{To} {{Body}} $$To {secrets.key} {Variable}");
  QTest::newRow("plus and blanks") << QStringLiteral(" +a b+ ");
  QTest::newRow("emoji and Arabic") << QStringLiteral("مرحبا 😀 שלום");
  QTest::newRow("control") << QStringLiteral("a\tb\u0001c\u007f");
}

OutgoingMessage hostileMessage(const QString& value) {
  OutgoingMessage message = sampleMessage();
  message.body = value;
  message.templateVariables = QStringList{value, QStringLiteral("second")};
  message.custom.insert(QStringLiteral("v"), value);
  return message;
}

QString decoded(const QByteArray& part) {
  return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
}

}  // namespace

class HostileValuesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anAddressKeepsItsShape_data() { addValues(); }
  void anAddressKeepsItsShape() {
    QFETCH(QString, value);
    const auto request = buildSend(hostileDefinition("'form': [{'name': 'a', 'value': '{Body}'}]"), Provider(), {},
                                   hostileMessage(value));
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const QByteArray address = request->url.toEncoded();
    QVERIFY(address.startsWith("https://api.e.example/p/"));
    const QByteArrayList halves = address.split('?');
    QCOMPARE(halves.size(), 2);
    const QByteArrayList steps = halves.at(0).split('/');
    QCOMPARE(steps.size(), 6);
    QCOMPARE(decoded(steps.at(4)), value);
    const QByteArrayList pairs = halves.at(1).split('&');
    QCOMPARE(pairs.size(), 3);
    QCOMPARE(decoded(pairs.at(0).mid(3)), value);
    QCOMPARE(decoded(pairs.at(1).mid(2)), value);
  }

  void aFormKeepsItsPairs_data() { addValues(); }
  void aFormKeepsItsPairs() {
    QFETCH(QString, value);
    const auto definition = hostileDefinition(
        "'form': [{'name': 'To', 'value': '{To}'}, {'name': 'text', 'value': '{Body}'}, {'name': 'v{VariableNumber}', "
        "'value': "
        "'{Variable}'}, {'name': 'all', 'json': {'list': '{TemplateVariables}'}}]");
    OutgoingMessage message = hostileMessage(value);
    message.extraBody = {{value, value}};
    const auto request = buildSend(definition, Provider(), {}, message);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const QByteArrayList pairs = request->body.split('&');
    QCOMPARE(pairs.size(), 6);
    QCOMPARE(decoded(pairs.at(0)), QStringLiteral("To=+919812345678"));
    QCOMPARE(decoded(pairs.at(1)), QStringLiteral("text=") + value);
    QCOMPARE(decoded(pairs.at(2)), QStringLiteral("v1=") + value);
    QCOMPARE(decoded(pairs.at(3)), QStringLiteral("v2=second"));
    const QJsonObject all = QJsonDocument::fromJson(decoded(pairs.at(4)).mid(4).toUtf8()).object();
    QCOMPARE(all.value(u"list").toArray().at(0).toString(), value);
    QCOMPARE(decoded(pairs.at(5).split('=').at(0)), value);
    QCOMPARE(decoded(pairs.at(5).split('=').at(1)), value);
  }

  void aJsonBodyKeepsItsMembers_data() { addValues(); }
  void aJsonBodyKeepsItsMembers() {
    QFETCH(QString, value);
    auto definition = hostileDefinition(
        "'json': {'to': '{To}', 'list': [{'text': 'say {Body}!', 'vars': '{TemplateVariables}', 'n': '{Parts:number}', "
        "'VAR{VariableNumber}': '{Variable}'}]}");
    definition.batch.at = QStringLiteral("list");
    definition.batch.most = 10;
    OutgoingMessage message = hostileMessage(value);
    message.extraBody = {{QStringLiteral("x\"") + value, value}};
    message.extraGlobals = {{QStringLiteral("y\"") + value, value}};
    const auto request = buildSend(definition, Provider(), {}, std::vector<OutgoingMessage>{message, message});
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QJsonParseError problem;
    const QJsonObject body = QJsonDocument::fromJson(request->body, &problem).object();
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QCOMPARE(body.size(), 3);
    QCOMPARE(body.value(u"to").toString(), QStringLiteral("+919812345678"));
    QCOMPARE(body.value(QStringLiteral("y\"") + value).toString(), value);
    QCOMPARE(body.value(u"list").toArray().size(), 2);
    const QJsonObject element = body.value(u"list").toArray().at(1).toObject();
    QCOMPARE(element.size(), 6);
    QCOMPARE(element.value(u"text").toString(), QStringLiteral("say %1!").arg(value));
    QCOMPARE(element.value(u"vars").toArray(), (QJsonArray{value, QStringLiteral("second")}));
    QCOMPARE(element.value(u"n").toInt(), 1);
    QCOMPARE(element.value(u"VAR1").toString(), value);
    QCOMPARE(element.value(QStringLiteral("x\"") + value).toString(), value);
  }

  void anXmlBodyKeepsItsElementsOrNothingIsSent_data() { addValues(); }
  void anXmlBodyKeepsItsElementsOrNothingIsSent() {
    QFETCH(QString, value);
    auto definition = hostileDefinition(
        "'xml': '<r><to>{To}</to><m id=\\'{custom.v}\\'><text>say {Body}!</text><v n=\\'{VariableNumber}\\'>"
        "{Variable}</v></m></r>'");
    definition.batch.at = QStringLiteral("r.m");
    definition.batch.most = 10;
    const OutgoingMessage message = hostileMessage(value);
    const auto request = buildSend(definition, Provider(), {}, std::vector<OutgoingMessage>{message, message});
    // XML 1.0 has no way to write it.
    QCOMPARE(request.has_value(), !value.contains(QChar(1)));
    if (!request) return;
    const auto tree = parseAnswer(request->body, AnswerFormat::Xml);
    QVERIFY(tree);
    const auto all = [&](const char* selector) {
      return Selector::parse(QString::fromLatin1(selector))->all(*tree, {});
    };
    QCOMPARE(all("r.to"), QStringList{QStringLiteral("+919812345678")});
    QCOMPARE(all("r.m[*].@id"), (QStringList{value, value}));
    const QString said = QStringLiteral("say %1!").arg(value);
    QCOMPARE(all("r.m[*].text"), (QStringList{said, said}));
    const QString second = QStringLiteral("second");
    QCOMPARE(request->body.count("<v n=\"1\">"), 2);
    QCOMPARE(request->body.count("<v n=\"2\">second</v>"), 2);
    QCOMPARE(request->body.count("<"), 2 * 8 + 5);
  }

  void whatIsNoXmlOfOursIsRefused_data() {
    QTest::addColumn<QString>("xml");
    QTest::newRow("document type") << QStringLiteral("<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>");
    QTest::newRow("entity") << QStringLiteral("<r>&e;</r>");
    QTest::newRow("instruction") << QStringLiteral("<r><?php x ?></r>");
    QTest::newRow("not closed") << QStringLiteral("<r><a></r>");
    QTest::newRow("two roots") << QStringLiteral("<r/><r/>");
    QTest::newRow("nothing") << QStringLiteral(" ");
    QTest::newRow("deep") << QStringLiteral("<a>").repeated(40) + QStringLiteral("</a>").repeated(40);
    QTest::newRow("large") << QStringLiteral("<r>") + QStringLiteral("<a/>").repeated(2000) + QStringLiteral("</r>");
    QTest::newRow("open token") << QStringLiteral("<r>{To</r>");
  }
  void whatIsNoXmlOfOursIsRefused() {
    QFETCH(QString, xml);
    const auto parsed = XmlTemplate::parse(xml, TokenStyle::Braces);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(QStringLiteral("line ")), qPrintable(parsed.error().message));
  }

  void aHeaderHoldsOneLineOrNothingIsSent_data() { addValues(); }
  void aHeaderHoldsOneLineOrNothingIsSent() {
    QFETCH(QString, value);
    const auto definition = hostileDefinition(
        "'headers': [{'name': 'X-Value', 'value': 'v {Body}'}], 'form': [{'name': 'a', 'value': 'b'}]");
    const auto request = buildSend(definition, Provider(), {}, hostileMessage(value));
    OutgoingMessage extra = hostileMessage(QStringLiteral("plain"));
    extra.extraHeaders = {{QStringLiteral("X-Own"), value}};
    const auto withExtra = buildSend(definition, Provider(), {}, extra);
    bool isLine = true;
    for (const QChar c : value) isLine = isLine && (c.unicode() >= 0x20 || c == u'\t') && c.unicode() != 0x7f;
    QCOMPARE(request.has_value(), isLine);
    QCOMPARE(withExtra.has_value(), isLine);
    if (!isLine) return;
    QCOMPARE(QString::fromUtf8(net::headerValue(request->headers, "X-Value")), QStringLiteral("v ") + value);
    QCOMPARE(QString::fromUtf8(net::headerValue(withExtra->headers, "X-Own")), value);
  }

  void pairsThatAreThereOrMayNotBeAreSaid_data() {
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isRight");
    const auto row = [](const char* name, const char* where, const char* pair, bool isRight) {
      QTest::newRow(name) << QString::fromLatin1(where) << QString::fromLatin1(pair) << isRight;
    };
    row("new in the body", "body", "promo", true);
    row("the number again", "body", "to", false);
    row("without a name", "body", " ", false);
    row("new header", "headers", "X-Promo", true);
    row("a header of the definition's", "headers", "x-value", false);
    row("credentials", "headers", "Authorization", false);
    row("a header of ours", "headers", "Host", false);
    row("no header's name", "headers", "X Promo:", false);
    row("new at the top", "globals", "campaign", true);
    row("there at the top", "globals", "list", false);
  }
  void pairsThatAreThereOrMayNotBeAreSaid() {
    QFETCH(QString, where);
    QFETCH(QString, name);
    auto definition = hostileDefinition(
        "'headers': [{'name': 'X-Value', 'value': 'v'}], 'json': {'list': [{'to': '{To}', 'text': '{Body}'}]}");
    definition.batch.at = QStringLiteral("list");
    const std::vector<NamedValue> pairs{{name, QString()}};
    const std::vector<NamedValue> none;
    const auto checked = checkExtraPairs(definition, Provider(), where == u"body" ? pairs : none,
                                         where == u"headers" ? pairs : none, where == u"globals" ? pairs : none);
    QTEST(checked.has_value(), "isRight");
  }

  void whatIsNoNumberIsNotPutWhereOneStands() {
    const auto definition = hostileDefinition("'json': {'n': '{Body:number}'}");
    QVERIFY(!buildSend(definition, Provider(), {}, hostileMessage(QStringLiteral("1, \"to\": 2"))));
    const auto right = buildSend(definition, Provider(), {}, hostileMessage(QStringLiteral("-12.50")));
    QVERIFY2(right, right ? "" : qPrintable(right.error().message));
    QCOMPARE(right->body, QByteArray("{\"n\":-12.50}"));
  }
};

QTEST_GUILESS_MAIN(HostileValuesTest)
#include "hostile_values_test.moc"
