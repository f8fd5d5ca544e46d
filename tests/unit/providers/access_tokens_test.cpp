// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <mutex>

#include "net/http_client.h"
#include "net/http_server.h"
#include "provider_samples.h"
#include "providers/request/access_tokens.h"
#include "support/manual_clock.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

constexpr int kTokenPatience = 60000;

/// A server that gives "token-1", "token-2", … and writes down what it was asked.
class TokenServer {
 public:
  TokenServer() {
    const auto started = m_server.start([this](const net::ServerRequest& request) {
      const std::scoped_lock lock(m_mutex);
      m_bodies << request.body;
      const QByteArray body =
          status == 200 ? "{\"access_token\":\"token-" + QByteArray::number(m_bodies.size()) +
                              "\",\"token_type\":\"bearer\",\"expires_in\":1000}"
                        : QByteArray("{\"error\":\"invalid_client\",\"error_description\":\"no cl1ent-secret\"}");
      return net::ServerAnswer{status, {}, body};
    });
    if (!started) qFatal("no port");
  }
  [[nodiscard]] QString url() const { return m_server.url().toString() + QStringLiteral("token"); }
  [[nodiscard]] QByteArrayList bodies() const {
    const std::scoped_lock lock(m_mutex);
    return m_bodies;
  }
  std::atomic<int> status = 200;

 private:
  mutable std::mutex m_mutex;
  QByteArrayList m_bodies;
  net::HttpServer m_server;
};

ReadyProvider readyFor(const TokenServer& server) {
  const auto definition = ProviderDefinition::parse(
      quoted("{'id': 'o', 'name': 'O', 'base_url': 'https://o.example', 'authentication': {'strategy': 'oauth2', "
             "'user': '{settings.client}', 'secret': '{secrets.client_secret}', 'token_url': '" +
             server.url().toLatin1() +
             "', 'form': [{'name': 'scope', 'value': 'sms&x=1'}]}, 'settings': [{'name': 'client', 'label': 'C'}, "
             "{'name': 'client_secret', 'label': 'S', 'secret': true}], 'send': {'request': {'method': 'POST', 'path': "
             "'/s', 'form': [{'name': 't', 'value': '{To}'}]}, 'answer': {'rules': [{'status': 200, 'outcome': "
             "'accepted'}]}}}"));
  if (!definition) qFatal("%s", qPrintable(definition.error().message));
  ReadyProvider ready;
  ready.definition = *definition;
  ready.provider.name = QStringLiteral("Main");
  ready.provider.settings = {{QStringLiteral("client"), QStringLiteral("me & you")}};
  ready.secrets = {{QStringLiteral("client_secret"), QStringLiteral("cl1ent-secret")}};
  return ready;
}

}  // namespace

class AccessTokensTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_tokens = std::make_shared<AccessTokens>();
    m_client = std::make_unique<net::HttpClient>();
  }

  void aTokenIsAskedForOnceAndKept() {
    const TokenServer server;
    const ReadyProvider ready = readyFor(server);
    QCOMPARE(tokenOf(ready), QStringLiteral("token-1"));
    QCOMPARE(tokenOf(ready), QStringLiteral("token-1"));
    QCOMPARE(server.bodies(), QByteArrayList{"grant_type=client_credentials&client_id=me%20%26%20you&client_secret="
                                             "cl1ent-secret&scope=sms%26x%3D1"});
    const auto secrets = m_tokens->secretsOf(ready, m_clock.now());
    const auto request = buildSend(ready.definition, ready.provider, *secrets, sampleMessage());
    QVERIFY(request);
    QCOMPARE(net::headerValue(request->headers, "Authorization"), QByteArray("Bearer token-1"));
  }

  void itIsRenewedBeforeItEnds() {
    const TokenServer server;
    const ReadyProvider ready = readyFor(server);
    QCOMPARE(tokenOf(ready), QStringLiteral("token-1"));
    m_clock.advance(945);
    QCOMPARE(AccessTokens::prepare(m_tokens, *m_client, ready, m_clock).state, AccessTokens::State::Ready);
    QTRY_COMPARE_WITH_TIMEOUT(m_tokens->secretsOf(ready, m_clock.now())->value(oauthTokenName),
                              QStringLiteral("token-2"), kTokenPatience);
  }

  void afterA401AnotherIsAskedForOnce() {
    const TokenServer server;
    const ReadyProvider ready = readyFor(server);
    QCOMPARE(tokenOf(ready), QStringLiteral("token-1"));
    QVERIFY(m_tokens->rejected(ready, QStringLiteral("token-1")));
    QVERIFY(m_tokens->rejected(ready, QStringLiteral("token-1")));  // another message that left with it
    QCOMPARE(tokenOf(ready), QStringLiteral("token-2"));
    QVERIFY(!m_tokens->rejected(ready, QStringLiteral("token-2")));
  }

  void aRefusedTryIsRepeatedAfterTwoMinutes() {
    TokenServer server;
    server.status = 401;
    const ReadyProvider ready = readyFor(server);
    const QString problem = problemOf(ready);
    QVERIFY2(problem.contains(QStringLiteral("“Main”")), qPrintable(problem));
    QVERIFY2(!problem.contains(QStringLiteral("cl1ent-secret")), qPrintable(problem));
    server.status = 200;
    m_clock.advance(119);
    QCOMPARE(problemOf(ready), problem);
    QCOMPARE(server.bodies().size(), 1);
    m_clock.advance(2);
    QCOMPARE(tokenOf(ready), QStringLiteral("token-2"));
  }

  void otherCredentialsAskForAnotherToken() {
    const TokenServer server;
    ReadyProvider ready = readyFor(server);
    QCOMPARE(tokenOf(ready), QStringLiteral("token-1"));
    ready.secrets.insert(QStringLiteral("client_secret"), QStringLiteral("another-secret"));
    QCOMPARE(tokenOf(ready), QStringLiteral("token-2"));
  }

  void aProviderWithoutOauthNeedsNone() {
    ReadyProvider twilio;
    twilio.definition = definitionNamed("twilio");
    twilio.secrets = twilioSecrets();
    QCOMPARE(*m_tokens->secretsOf(twilio, m_clock.now()), twilioSecrets());
  }

 private:
  std::optional<Result<SecretValues>> ask(const ReadyProvider& ready) {
    auto answer = std::make_shared<std::optional<Result<SecretValues>>>();
    AccessTokens::withToken(m_tokens, *m_client, ready, m_clock,
                            [answer](Result<SecretValues> secrets) { *answer = std::move(secrets); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer->has_value(), kTokenPatience); }();
    return *answer;
  }
  QString tokenOf(const ReadyProvider& ready) {
    const auto secrets = ask(ready);
    return secrets && *secrets ? (*secrets)->value(oauthTokenName) : QString();
  }
  QString problemOf(const ReadyProvider& ready) {
    const auto secrets = ask(ready);
    return secrets && !*secrets ? secrets->error().message : QString();
  }

  ManualClock m_clock;
  std::shared_ptr<AccessTokens> m_tokens;
  std::unique_ptr<net::HttpClient> m_client;
};

QTEST_GUILESS_MAIN(AccessTokensTest)
#include "access_tokens_test.moc"
