// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/route_resolver.h"

#include <QTest>

#include "net/memory_secret_store.h"
#include "provider_samples.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

/// A keyring that can't be opened.
class LockedStore final : public net::SecretStore {
 public:
  Result<QString> read(const QString&, const QString&) const override {
    return fail(ErrorCode::Refused, QStringLiteral("The keyring is locked."));
  }
  Result<> write(const QString&, const QString&, const QString&) override { return fail(ErrorCode::Refused, {}); }
  Result<> remove(const QString&, const QString&) override { return fail(ErrorCode::Refused, {}); }
};

}  // namespace

class RouteResolverTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_workspace = std::make_unique<WorkspaceFixture>();
    m_secrets = std::make_unique<net::MemorySecretStore>();
    m_providers = std::make_unique<ProviderRepository>(m_workspace->database(), builtInCatalog(), m_clock);
    m_groups = std::make_unique<GroupRepository>(m_workspace->database(), m_clock);
    m_resolver = std::make_unique<RouteResolver>(*m_providers, *m_groups, builtInCatalog(), *m_secrets);
  }

  void aProviderWithItsSecretsIsReady() {
    const ProviderId id = add(QStringLiteral("Main"), true);
    const auto route = m_resolver->resolve({QStringLiteral("provider"), id.value});
    QVERIFY(route);
    QCOMPARE(route->name, QStringLiteral("Main"));
    QCOMPARE(route->ready.size(), size_t{1});
    QCOMPARE(route->ready[0].definition.id, QStringLiteral("twilio"));
    QCOMPARE(route->ready[0].secrets.value(QStringLiteral("auth_token")), QStringLiteral("secret-value"));
  }

  void oneWithoutIsNamedWithWhatIsMissing() {
    const ProviderId id = add(QStringLiteral("Main"), false);
    const auto route = m_resolver->resolve({QStringLiteral("provider"), id.value});
    QVERIFY(route);
    QVERIFY(route->ready.empty());
    QCOMPARE(route->unready.size(), size_t{1});
    QVERIFY(route->unready[0].reason.contains(QStringLiteral("Auth token")));
  }

  void aGroupKeepsItsOrderAndLeavesOutWhoCannotSend() {
    const ProviderId a = add(QStringLiteral("A"), true);
    const ProviderId b = add(QStringLiteral("B"), false);
    const ProviderId c = add(QStringLiteral("C"), true);
    const ProviderId d = add(QStringLiteral("D"), true);
    const GroupId group = *m_groups->create({{}, QStringLiteral("G"), {c, b, d, a}, false});
    QVERIFY(m_providers->archive(d));
    const auto route = m_resolver->resolve({QStringLiteral("group"), group.value});
    QVERIFY(route);
    QCOMPARE(route->ready.size(), size_t{2});
    QCOMPARE(route->ready[0].provider.id, c);
    QCOMPARE(route->ready[1].provider.id, a);
    QCOMPARE(route->unready.size(), size_t{2});
  }

  void theDefaultStandsForARouteThatNamesNone() {
    QCOMPARE(m_resolver->resolve({}).error().code, ErrorCode::NotFound);
    const ProviderId a = add(QStringLiteral("A"), true);
    QVERIFY(m_providers->setDefault(a));
    QCOMPARE(*m_resolver->routeName({}), QStringLiteral("A"));
    QCOMPARE(m_resolver->resolve({})->ready.size(), size_t{1});
    const GroupId group = *m_groups->create({{}, QStringLiteral("G"), {a}, false});
    QVERIFY(m_groups->setDefault(group));
    QCOMPARE(*m_resolver->defaultRoute(), (Route{QStringLiteral("group"), group.value}));
  }

  void theSenderIsThatOfTheFirstProvider() {
    const ProviderId id = add(QStringLiteral("Main"), false);
    const Provider provider = *m_providers->byId(id);
    const QString from = provider.settings.value(QStringLiteral("from")).toString();
    const QString sender = from.isEmpty() ? QStringLiteral("Main") : from;
    QCOMPARE(*m_resolver->senderName({QStringLiteral("provider"), id.value}), sender);
    const GroupId group = *m_groups->create({{}, QStringLiteral("G"), {id}, false});
    QCOMPARE(*m_resolver->senderName({QStringLiteral("group"), group.value}), sender);
    QCOMPARE(m_resolver->senderName({}).error().code, ErrorCode::NotFound);
  }

  void aRouteThatIsGoneIsSaid() {
    QCOMPARE(m_resolver->resolve({QStringLiteral("provider"), 5}).error().code, ErrorCode::NotFound);
    QCOMPARE(m_resolver->resolve({QStringLiteral("group"), 5}).error().code, ErrorCode::NotFound);
  }

  void aLockedKeyringIsAnErrorAndNotAMissingSecret() {
    const ProviderId id = add(QStringLiteral("A"), true);
    const LockedStore locked;
    const RouteResolver resolver(*m_providers, *m_groups, builtInCatalog(), locked);
    const Error error = resolver.resolve({QStringLiteral("provider"), id.value}).error();
    QCOMPARE(error.code, ErrorCode::Credentials);
    QCOMPARE(error.message, QStringLiteral("The secrets of “A” can't be read. The keyring is locked."));
  }

  void onlySecretsThatAreKnownAreKept() {
    const ProviderId id = add(QStringLiteral("A"), false);
    const Provider provider = *m_providers->byId(id);
    const ProviderDefinition definition = *builtInCatalog().definitionOf(provider);
    QVERIFY(!writeSecrets(definition, provider, {{QStringLiteral("pin"), QStringLiteral("x")}}, *m_secrets));
    QVERIFY(writeSecrets(definition, provider, {{QStringLiteral("auth_token"), QStringLiteral("x")}}, *m_secrets));
    QVERIFY(readSecrets(definition, provider, *m_secrets)->isComplete());
    QVERIFY(removeSecrets(definition, provider, *m_secrets));
    QVERIFY(!readSecrets(definition, provider, *m_secrets)->isComplete());
  }

 private:
  ProviderId add(const QString& name, bool withSecrets) {
    Provider provider = twilioProvider();
    provider.name = name;
    if (withSecrets && !m_secrets->write(name, QStringLiteral("auth_token"), QStringLiteral("secret-value"))) {
      qFatal("no secret kept");
    }
    return *m_providers->create(provider);
  }

  ManualClock m_clock;
  std::unique_ptr<WorkspaceFixture> m_workspace;
  std::unique_ptr<net::MemorySecretStore> m_secrets;
  std::unique_ptr<ProviderRepository> m_providers;
  std::unique_ptr<GroupRepository> m_groups;
  std::unique_ptr<RouteResolver> m_resolver;
};

QTEST_GUILESS_MAIN(RouteResolverTest)
#include "route_resolver_test.moc"
