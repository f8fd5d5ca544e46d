// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/provider_definition.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "provider_samples.h"

using namespace heliograph;
using namespace heliograph::providers;
using heliograph::test::quoted;

namespace {

/// A small right definition, in which a test changes one thing.
QByteArray changed(const QByteArray& from, const QByteArray& to) {
  QByteArray text = quoted(
      "{\n"
      "'id': 'acme', 'name': 'Acme', 'base_url': 'https://api.acme.example',"
      "'authentication': {'strategy': 'bearer', 'secret': '{secrets.key}'},"
      "'settings': [{'name': 'key', 'label': 'Key', 'secret': true, 'required': true}, {'name': 'from', 'label': "
      "'From'}],"
      "'send': {"
      "'request': {'method': 'POST', 'path': '/send', 'json': {'to': '{To}', 'text': '{Body}'}},"
      "'answer': {"
      "'select': {'id': 'id', 'code': 'code'},"
      "'tables': {'codes': {'7': {'outcome': 'opted_out'}}},"
      "'rules': [{'status': '2xx', 'outcome': 'accepted'}, {'status': '4xx', 'table': 'codes'}]"
      "}"
      "}"
      "}");
  if (!text.contains(from)) qFatal("nothing to change");
  return text.replace(from, to);
}

}  // namespace

class ProviderDefinitionTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theBuiltInDefinitionsAreRight() {
    const auto catalog = DefinitionCatalog::builtIn();
    QVERIFY2(catalog, catalog ? "" : qPrintable(catalog.error().detail));
    QStringList ids;
    for (const auto& definition : catalog->all()) ids.append(definition.id);
    for (const auto& id : {QStringLiteral("http"), QStringLiteral("twilio")}) QVERIFY(ids.contains(id));
    QCOMPARE(ids.last(), QStringLiteral("sandbox"));
  }

  void theExampleOfTheGuideIsRight() {
    QFile guide(QStringLiteral(HELIOGRAPH_GUIDE));
    QVERIFY(guide.open(QIODevice::ReadOnly));
    const QByteArray text = guide.readAll();
    const qsizetype begin = text.indexOf("\n    {\n");
    const qsizetype end = text.indexOf("\n    }\n", begin);
    QVERIFY(begin > 0 && end > begin);
    const auto parsed = ProviderDefinition::parse(text.mid(begin, end - begin) + "}");
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->batch.most, 100);
  }

  void aPersonsOwnDefinitionsAreKnown() {
    const QTemporaryDir folder;
    const auto write = [&](const QString& name, const QByteArray& text) {
      QFile file(folder.filePath(name));
      return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(QStringLiteral("acme.json"), changed("Acme", "Acme")));
    QVERIFY(write(QStringLiteral("broken.json"), "{"));
    qputenv("HELIOGRAPH_DEFINITIONS", folder.path().toUtf8());
    const auto catalog = DefinitionCatalog::withOwn();
    qunsetenv("HELIOGRAPH_DEFINITIONS");
    QVERIFY(catalog);
    QVERIFY(catalog->find(QStringLiteral("acme")));
    QCOMPARE(catalog->all().size(), DefinitionCatalog::builtIn()->all().size() + 1);
  }

  void aSmallDefinitionIsEnough() {
    const auto parsed = ProviderDefinition::parse(changed("Acme", "Acme"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->authentication.strategy, Authentication::Strategy::Bearer);
    QCOMPARE(parsed->send.answer.rules.size(), size_t{2});
    QCOMPARE(parsed->send.answer.rules[0].statuses[0], (StatusRange{200, 299}));
  }

  void anErrorNamesItsPlace_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* from, const char* to, const char* place) {
      QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(place);
    };
    row("not JSON", "\"name\": \"Acme\",", "\"name\": \"Acme\"", "line 2");
    row("kept and never taken back", "\"id\": \"acme\"",
        "\"id\": \"acme\", \"holds\": { \"least\": 60, \"most\": 600 }", "holds");
    row("unknown member", "\"id\": \"acme\"", "\"id\": \"acme\", \"ids\": 1", "ids");
    row("missing member", "\"path\": \"/send\", ", "", "send/request");
    row("unknown outcome", "\"opted_out\"", "\"opted-out\"", "send/answer/tables/codes/7");
    row("unknown strategy", "\"bearer\"", "\"oauth1\"", "authentication");
    row("status", "\"4xx\"", "\"4yy\"", "send/answer/rules/1/status");
    row("selector", "\"code\": \"code\"", "\"code\": \"code[\"", "send/answer/select/code");
    row("unknown table", "\"table\": \"codes\"", "\"table\": \"kodes\"", "send/answer/rules/1/table");
    row("rule without outcome", "\"status\": \"2xx\", \"outcome\": \"accepted\"", "\"status\": \"2xx\"",
        "send/answer/rules/0");
    row("outcome of another exchange", "\"outcome\": \"accepted\"", "\"outcome\": \"not_found\"", "send/answer");
    row("unknown token", "{Body}", "{Text}", "send/request/json");
    row("unknown setting", "{Body}", "{settings.sender}", "send/request/json");
    row("secret taken for a setting", "{Body}", "{settings.key}", "send/request/json");
    row("secret in an address", "/send", "/send/{secrets.key}", "send/request/path");
    row("open brace", "/send", "/send/{To", "send/request/path");
    row("token in a path as text", "\"{To}\"", "\"{To\"", "send/request/json");
    row("body of a GET", "\"POST\"", "\"GET\"", "send/request");
    row("http to another machine", "https://api", "http://api", "base_url");
    row("pattern", "\"label\": \"From\"", "\"label\": \"From\", \"pattern\": \"(\"", "settings/1/pattern");
    row("two fields of a name", "\"name\": \"from\"", "\"name\": \"key\"", "settings/1");
    row("condition on no field", "\"label\": \"From\"",
        "\"label\": \"From\", \"when\": {\"field\": \"x\", \"is\": [\"y\"]}", "settings");
    row("no rules for a header", "\"json\": {\"to\": \"{To}\", \"text\": \"{Body}\"}",
        "\"headers\": [{\"name\": \"Host\", \"value\": \"{To}\"}]", "send/request/headers");
    row("nothing to send", "\"send\"", "\"account_check\"", "send");
    row("two bodies", "\"path\": \"/send\",", "\"path\": \"/send\", \"xml\": \"<a/>\",", "send/request");
    row("broken XML", "\"json\": {\"to\": \"{To}\", \"text\": \"{Body}\"}", "\"xml\": \"<a>{To}\"", "send/request/xml");
    row("host that isn't declared", "\"path\": \"/send\",", "\"path\": \"/send\", \"host\": \"https://evil.example\",",
        "send/request/host");
    row("signature by no secret", "\"settings\"",
        "\"request_signature\": {\"strategy\": \"hmac\", \"secret\": \"from\", \"headers\": [{\"name\": \"X\", "
        "\"value\": "
        "\"{Signature}\"}]}, \"settings\"",
        "request_signature/secret");
    row("signature that is sent nowhere", "\"settings\"",
        "\"request_signature\": {\"strategy\": \"hmac\", \"secret\": \"key\"}, \"settings\"", "request_signature");
  }
  void anErrorNamesItsPlace() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    const auto parsed = ProviderDefinition::parse(changed(from, to));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
    QVERIFY2(parsed.error().message.contains(place), qPrintable(parsed.error().message));
  }

  void anErrorSaysWhatIsMeantAndWhere_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* from, const char* to, const char* sentence) {
      QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(sentence);
    };
    row("unknown key", "\"json\"", "\n\"jsonn\"",
        "At “send/request/jsonn”, line 3: “jsonn” isn't known here. Did you mean “json”? There are form, headers, ");
    row("unknown word", "\"opted_out\"", "\n\"optedout\"",
        "At “send/answer/tables/codes/7/outcome”, line 2: “optedout” isn't known here. Did you mean “opted_out”?");
    row("missing", "\"path\": \"/send\", ", "", "At “send/request”, line 2: “path” is missing.");
    row("another kind", "\"secret\": true", "\"secret\": \"yes\"",
        "At “settings/0/secret”, line 2: this has to be true or false.");
    row("token", "\"{Body}\"", "\n\"{Bodi}\"",
        "At “send/request/json”, line 2: the token “{Bodi}” isn't known here. Did you mean “{Body}”?");
    row("token of a setting", "\"{Body}\"", "\"{settings.fron}\"", "Did you mean “{settings.from}”?");
    row("secret in the address", "/send\"", "/send/{secrets.key}\"", "“\"secrets_in_address\": true”");
  }
  void anErrorSaysWhatIsMeantAndWhere() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, sentence);
    const auto parsed = ProviderDefinition::parse(changed(from, to));
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(sentence), qPrintable(parsed.error().message));
  }

  void aSecretMayStandInAnAddressThatIsAskedFor() {
    const auto parsed =
        ProviderDefinition::parse(changed("\"id\": \"acme\"", "\"id\": \"acme\", \"secrets_in_address\": true")
                                      .replace("\"/send\"", "\"/send/{secrets.key}?k={secrets.key}\""));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    const auto request =
        buildSend(*parsed, Provider(), {{QStringLiteral("key"), QStringLiteral("a/b?&c")}}, test::sampleMessage());
    QVERIFY(request);
    QCOMPARE(request->url.toEncoded(), QByteArray("https://api.acme.example/send/a%2Fb%3F%26c?k=a%2Fb%3F%26c"));
    // Not over a line that others can read.
    Provider elsewhere;
    elsewhere.baseUrl = QStringLiteral("http://api.acme.example");
    QVERIFY(!buildSend(*parsed, elsewhere, {{QStringLiteral("key"), QStringLiteral("k")}}, test::sampleMessage()));
  }

  void aRequestGoesToADeclaredHost() {
    const auto parsed = ProviderDefinition::parse(
        changed("\"id\": \"acme\"", "\"id\": \"acme\", \"hosts\": [\"https://send.acme.example\"]")
            .replace("\"path\": \"/send\",", "\"path\": \"/send\", \"host\": \"https://send.acme.example\","));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    Provider provider;
    const SecretValues secrets{{QStringLiteral("key"), QStringLiteral("k")}};
    QCOMPARE(buildSend(*parsed, provider, secrets, test::sampleMessage())->url.toString(),
             QStringLiteral("https://send.acme.example/send"));
    provider.baseUrl = QStringLiteral("http://127.0.0.1:9");
    QCOMPARE(buildSend(*parsed, provider, secrets, test::sampleMessage())->url.toString(),
             QStringLiteral("http://127.0.0.1:9/send"));
  }

  void aDefinitionIdIsTakenOnce() {
    DefinitionCatalog catalog = test::builtInCatalog();
    const auto again = catalog.add(test::definitionNamed("twilio"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
  }
};

QTEST_GUILESS_MAIN(ProviderDefinitionTest)
#include "provider_definition_test.moc"
