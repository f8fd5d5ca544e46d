// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/shorteners/shortener.h"

#include <QJsonDocument>
#include <QTest>

#include "net/memory_secret_store.h"
#include "provider_samples.h"
#include "providers/shorteners/shortener_repository.h"
#include "providers/shorteners/shortener_secrets.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::providers;
using test::quoted;

namespace {

const QString longLink = QStringLiteral("https://nova.example/a?x=1&y=%22q%22");
const QString token = QStringLiteral("s3cret-token-value");

const DefinitionCatalog& kinds() {
  static const auto catalog = DefinitionCatalog::builtInShorteners();
  if (!catalog) qFatal("%s", qPrintable(catalog.error().message + catalog.error().detail));
  return *catalog;
}

Shortener shortenerOf(const char* type, const QJsonObject& settings, const QString& baseUrl = {}) {
  Shortener shortener;
  shortener.name = QStringLiteral("Main");
  shortener.type = QString::fromLatin1(type);
  shortener.settings = settings;
  shortener.baseUrl = baseUrl;
  shortener.shortLength = 22;
  return shortener;
}

QJsonObject json(const char* text) {
  return QJsonDocument::fromJson(quoted(text)).object();
}

ReadyShortener ready(const Shortener& shortener) {
  const net::MemorySecretStore none;
  const SecretValues typed{
      {QStringLiteral("token"), token}, {QStringLiteral("key"), token}, {QStringLiteral("auth_value"), token}};
  auto made = readyShortener(shortener, kinds(), none, typed);
  if (!made) qFatal("%s", qPrintable(made.error().message));
  return *made;
}

std::ptrdiff_t secretsOfKind() {
  const auto& settings = kinds().find(QStringLiteral("http"))->settings;
  return std::count_if(settings.begin(), settings.end(), [](const SettingField& field) { return field.secret; });
}

Result<QString> read(const ReadyShortener& by, int status, const QByteArray& body,
                     const net::HttpHeaders& headers = {}) {
  return shortLinkIn(by, test::answered(status, quoted(body), headers), longLink, QDateTime::currentDateTimeUtc());
}

}  // namespace

class ShortenerTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyBuiltInDefinitionCanBeUsed() {
    QCOMPARE(kinds().all().size(), std::size_t(3));
    for (const ProviderDefinition& kind : kinds().all()) {
      QVERIFY(kind.shortLinkLength >= Shortener::shortestLink);
      QVERIFY(!kind.summary.isEmpty());
    }
  }

  void aDefinitionThatIsWrongSaysWhere_data() {
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QString>("said");
    QTest::newRow("no length") << QByteArray("{'id': 'a', 'name': 'A', 'made_from_settings': true}")
                               << QStringLiteral("short_link_length");
    QTest::newRow("no exchange") << QByteArray("{'id': 'a', 'name': 'A', 'short_link_length': 22}")
                                 << QStringLiteral("shorten");
    QTest::newRow("token of a message")
        << QByteArray(
               "{'id': 'a', 'name': 'A', 'short_link_length': 22, 'shorten': {'request': {'method': 'GET', "
               "'path': '/{Body}'}, 'answer': {'select': {'id': '$'}, 'rules': [{'outcome': 'accepted'}]}}}")
        << QStringLiteral("{Link}");
    QTest::newRow("nowhere to read it")
        << QByteArray(
               "{'id': 'a', 'name': 'A', 'short_link_length': 22, 'shorten': {'request': {'method': 'GET', "
               "'path': '/{Link}'}, 'answer': {'rules': [{'outcome': 'accepted'}]}}}")
        << QStringLiteral("short link stands");
    QTest::newRow("secret in an address")
        << QByteArray(
               "{'id': 'a', 'name': 'A', 'short_link_length': 22, 'settings': [{'name': 'key', 'label': 'Key', "
               "'secret': true}], 'shorten': {'request': {'method': 'GET', 'path': '/{Link}/{secrets.key}'}, "
               "'answer': {'select': {'id': '$'}, 'rules': [{'outcome': 'accepted'}]}}}")
        << QStringLiteral("secret");
    QTest::newRow("open address")
        << QByteArray(
               "{'id': 'a', 'name': 'A', 'short_link_length': 22, 'base_url': 'http://a.example', 'shorten': "
               "{'request': {'method': 'GET', 'path': '/{Link}'}, 'answer': {'select': {'id': '$'}, 'rules': "
               "[{'outcome': 'accepted'}]}}}")
        << QStringLiteral("https");
  }
  void aDefinitionThatIsWrongSaysWhere() {
    QFETCH(QByteArray, definition);
    QFETCH(QString, said);
    const auto parsed = ProviderDefinition::parseShortener(quoted(definition));
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(said), qPrintable(parsed.error().message));
  }

  void requestsAreMadeByTheDefinition_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("body");
    const QByteArray bearer = "Bearer s3cret-token-value";
    QTest::newRow("bitly") << QByteArray("bitly") << QByteArray("{}") << QString()
                           << QStringLiteral("https://api-ssl.bitly.com/v4/shorten") << QByteArray("Authorization")
                           << bearer << QByteArray("{'long_url':'https://nova.example/a?x=1&y=%22q%22'}");
    QTest::newRow("bitly with a domain") << QByteArray("bitly")
                                         << QByteArray("{'domain': 'go.nova.example', 'group': 'Ba1bc23dE4F'}")
                                         << QString() << QStringLiteral("https://api-ssl.bitly.com/v4/shorten")
                                         << QByteArray("Authorization") << bearer
                                         << QByteArray(
                                                "{'domain':'go.nova.example','group_guid':'Ba1bc23dE4F','long_url':"
                                                "'https://nova.example/a?x=1&y=%22q%22'}");
    QTest::newRow("shlink") << QByteArray("shlink") << QByteArray("{}") << QStringLiteral("https://go.nova.example")
                            << QStringLiteral("https://go.nova.example/rest/v3/short-urls") << QByteArray("X-Api-Key")
                            << QByteArray("s3cret-token-value")
                            << QByteArray("{'findIfExists':true,'longUrl':'https://nova.example/a?x=1&y=%22q%22'}");
    QTest::newRow("own by JSON")
        << QByteArray("http")
        << QByteArray(
               "{'endpoint': 'https://go.nova.example/api', 'auth': 'header', 'auth_header': 'X-Key', 'json': "
               "'{\\'to\\': \\'$$Link\\', \\'days\\': 7}'}")
        << QString() << QStringLiteral("https://go.nova.example/api") << QByteArray("X-Key")
        << QByteArray("s3cret-token-value") << QByteArray("{'to':'https://nova.example/a?x=1&y=%22q%22','days':7}");
    QTest::newRow("own by GET") << QByteArray("http")
                                << QByteArray(
                                       "{'method': 'GET', 'endpoint': "
                                       "'https://go.nova.example/new?u=$$Link', 'auth': 'bearer'}")
                                << QString()
                                << QStringLiteral(
                                       "https://go.nova.example/new?u=https%3A%2F%2Fnova.example%2Fa%3Fx%3D1"
                                       "%26y%3D%2522q%2522")
                                << QByteArray("Authorization") << bearer << QByteArray();
  }
  void requestsAreMadeByTheDefinition() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, settings);
    QFETCH(QString, baseUrl);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    const Shortener shortener = shortenerOf(type.constData(), json(settings.constData()), baseUrl);
    const auto errors = checkShortener(shortener, kinds());
    QVERIFY2(errors.empty(), errors.empty() ? "" : qPrintable(errors.front().text));
    const auto request = shorteningRequest(ready(shortener), longLink);
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error().message));
    QTEST(request->url.toString(QUrl::FullyEncoded), "url");
    QTEST(net::headerValue(request->headers, header), "value");
    QCOMPARE(request->body, quoted(body));
  }

  void whatIsWrongIsSaidAtItsField_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("field");
    QTest::newRow("no server") << QByteArray("shlink") << QByteArray("{}") << QStringLiteral("base_url");
    QTest::newRow("no endpoint") << QByteArray("http") << QByteArray("{}") << QStringLiteral("endpoint");
    QTest::newRow("open endpoint") << QByteArray("http") << QByteArray("{'endpoint': 'http://go.example/x'}")
                                   << QStringLiteral("endpoint");
    QTest::newRow("no link in it") << QByteArray("http")
                                   << QByteArray("{'endpoint': 'https://go.example/x', 'json': '{}'}")
                                   << QStringLiteral("json");
    QTest::newRow("unknown token") << QByteArray("http") << QByteArray("{'endpoint': 'https://go.example/x?to=$$To'}")
                                   << QStringLiteral("endpoint");
    QTest::newRow("no domain") << QByteArray("bitly") << QByteArray("{'domain': 'https://bit.ly'}")
                               << QStringLiteral("domain");
  }
  void whatIsWrongIsSaidAtItsField() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, settings);
    const auto errors = checkShortener(shortenerOf(type.constData(), json(settings.constData())), kinds());
    QVERIFY(!errors.empty());
    QTEST(errors.front().field, "field");
  }

  void answersAreRead_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("link");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, int status, const char* body, ErrorCode code, const char* said) {
      QTest::newRow(name) << status << QByteArray(body) << QString() << static_cast<int>(code)
                          << QString::fromUtf8(said);
    };
    QTest::newRow("made") << 201 << QByteArray("{'link': 'https://bit.ly/4aBcDeF'}")
                          << QStringLiteral("https://bit.ly/4aBcDeF") << 0 << QString();
    QTest::newRow("was there") << 200 << QByteArray("{'link': 'https://bit.ly/4aBcDeF'}")
                               << QStringLiteral("https://bit.ly/4aBcDeF") << 0 << QString();
    row("no link", 200, "{'id': 'x'}", ErrorCode::Refused, "can't be understood");
    row("another page", 200, "<html>Hello</html>", ErrorCode::Refused, "can't be understood");
    row("elsewhere", 302, "", ErrorCode::Refused, "302");
    row("bad token", 401, "{'message': 'FORBIDDEN'}", ErrorCode::Credentials, "access token");
    row("too many", 429, "{'message': 'RATE_LIMIT'}", ErrorCode::LimitExceeded, "30 seconds");
    row("refused", 400, "{'message': 'INVALID_ARG_LONG_URL', 'description': 'No such site'}", ErrorCode::Refused,
        "No such site");
    row("says the secret back", 400, "{'description': 'Bad s3cret-token-value here'}", ErrorCode::Refused, "[hidden]");
    row("broken", 500, "oops", ErrorCode::Refused, "500");
  }
  void answersAreRead() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, link);
    QFETCH(int, code);
    QFETCH(QString, said);
    const auto answer = read(ready(shortenerOf("bitly", {})), status, body, {{"Retry-After", "30"}});
    QCOMPARE(answer.value_or(QString()), link);
    if (answer) return;
    QCOMPARE(static_cast<int>(answer.error().code), code);
    QVERIFY2(answer.error().message.contains(said), qPrintable(answer.error().message));
    QVERIFY(!answer.error().message.contains(token));
    QVERIFY(!answer.error().detail.contains(token));
  }

  void aLinkIsFoundWhereTheSettingsSay() {
    const QJsonObject own = json(
        "{'endpoint': 'https://go.example/x', 'answer_format': 'text', 'short_link_selector': '$', 'json': "
        "'{\\'u\\': \\'$$Link\\'}'}");
    QCOMPARE(read(ready(shortenerOf("http", own)), 200, "https://go.example/a1\n").value_or(QString()),
             QStringLiteral("https://go.example/a1"));
  }

  void aMissingSecretIsNamed() {
    const net::MemorySecretStore none;
    const auto made = readyShortener(shortenerOf("bitly", {}), kinds(), none);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Credentials);
    QVERIFY(made.error().message.contains(QStringLiteral("Access token")));
  }

  void shortenersAreKept() {
    test::WorkspaceFixture fixture;
    const test::ManualClock clock;
    const ShortenerRepository all(fixture.database(), clock);
    Shortener main = shortenerOf("bitly", json("{'domain': 'Go.Nova.example'}"));
    const auto id = all.save(main, kinds());
    QVERIFY2(id.has_value(), id ? "" : qPrintable(id.error().message));
    QCOMPARE(all.save(main, kinds()).error().code, ErrorCode::Conflict);
    Shortener other = shortenerOf("bitly", {});
    other.name = QStringLiteral("Other");
    const auto otherId = all.save(other, kinds());
    QVERIFY(otherId.has_value());
    main = *all.byName(main.name);
    QVERIFY(main.isDefault);
    QCOMPARE(main.domain(), QStringLiteral("go.nova.example"));
    QVERIFY(all.setDefault(*otherId).has_value());
    QVERIFY(!all.byName(main.name)->isDefault);
    Shortener renamed = main;
    renamed.name = QStringLiteral("Renamed");
    QCOMPARE(all.save(renamed, kinds()).error().code, ErrorCode::Conflict);
    QVERIFY(all.remove(*otherId).has_value());
    QVERIFY(all.byName(main.name)->isDefault);
    QCOMPARE(all.remove(*otherId).error().code, ErrorCode::NotFound);
  }

  void secretsStayWithTheirAddress() {
    Shortener saved = shortenerOf("http", json("{'endpoint': 'https://go.example/a'}"));
    saved.id = ShortenerId{1};
    const auto changed = [&](const char* field, const char* value) {
      Shortener other = saved;
      other.settings.insert(QString::fromLatin1(field), QString::fromLatin1(value));
      return other;
    };
    QVERIFY(sharesSecrets(saved, saved));
    QVERIFY(sharesSecrets(saved, changed("endpoint", "https://GO.example/b?x=$$Link")));
    QVERIFY(sharesSecrets(saved, changed("auth", "bearer")));
    QVERIFY(!sharesSecrets(saved, changed("endpoint", "http://go.example/a")));
    QVERIFY(!sharesSecrets(saved, changed("endpoint", "https://go.example:8443/a")));
    QVERIFY(!sharesSecrets(saved, changed("endpoint", "https://evil.example/a")));
    Shortener namesake = saved;
    namesake.id = {};
    QVERIFY(!sharesSecrets(saved, namesake));
    QVERIFY(!sharesSecrets(namesake, namesake));
    Shortener based = saved;
    based.baseUrl = QStringLiteral("https://evil.example");
    QVERIFY(!sharesSecrets(saved, based));
  }

  void allItsSecretsAreForgotten() {
    const Shortener shortener =
        shortenerOf("http", {{QStringLiteral("endpoint"), QStringLiteral("https://go.example/a")},
                             {QStringLiteral("body"), QStringLiteral("json")},
                             {QStringLiteral("json"), QStringLiteral(R"({"url":"$$Link","key":"$$Secret_Pin"})")}});
    const auto definition = kinds().definitionOf(shortener.asProvider());
    QVERIFY2(definition.has_value(), definition ? "" : qPrintable(definition.error().message));
    net::MemorySecretStore store;
    const QString owner = shortenerSecretOwner(shortener.name);
    int fields = 0;
    for (const SettingField& field : definition->settings) {
      if (!field.secret) continue;
      ++fields;
      QVERIFY(store.write(owner, field.name, token).has_value());
    }
    QCOMPARE(fields, static_cast<int>(secretsOfKind()) + 1);
    QCOMPARE(forgetSecrets(shortener, kinds(), store), QString());
    for (const SettingField& field : definition->settings) QVERIFY(!field.secret || !store.read(owner, field.name));
  }

  void otherSettingsMakeOtherLinks() {
    const Shortener main = shortenerOf("bitly", {});
    Shortener longer = main;
    longer.shortLength = 30;
    QCOMPARE(longer.fingerprint(), main.fingerprint());
    QVERIFY(shortenerOf("bitly", json("{'domain': 'go.example'}")).fingerprint() != main.fingerprint());
  }
};

QTEST_APPLESS_MAIN(ShortenerTest)
#include "shortener_test.moc"
