// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/credential_places.h"

#include <QTest>

#include "provider_samples.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

namespace {

ProviderDefinition definitionOf(const QByteArray& more, const QByteArray& path) {
  auto parsed = ProviderDefinition::parse(
      quoted("{'id': 'own', 'name': 'Own', 'base_url': 'https://{settings.region}.own.example:8443', " + more +
             "'settings': [{'name': 'region', 'label': 'Region'}, {'name': 'key', 'label': 'Key', 'secret': true}],"
             "'send': {'request': {'method': 'GET', 'path': '" +
             path + "'}, 'answer': {'rules': [{'status': 200, 'outcome': 'accepted'}]}}}"));
  if (!parsed) qFatal("%s", qPrintable(parsed.error().message));
  return *parsed;
}

}  // namespace

class CredentialPlacesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void allHostsOfADefinitionAreNamed() {
    const auto definition = definitionOf(
        "'hosts': ['https://reports.own.example'], 'authentication': {'strategy': 'oauth2', 'user': "
        "'{settings.region}', 'secret': '{secrets.key}', 'token_url': 'https://login.own.example/token'},",
        "/send");
    QCOMPARE(credentialHosts(definition),
             (QStringList{QStringLiteral("{settings.region}.own.example:8443"), QStringLiteral("reports.own.example"),
                          QStringLiteral("login.own.example")}));
    QVERIFY(!isBuiltIn(definition));
    for (const auto& builtIn : builtInCatalog().all()) QVERIFY2(isBuiltIn(builtIn), qPrintable(builtIn.id));
  }

  void aSecretInAnAddressIsTold_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("none") << QStringLiteral("/send?to={To}") << false;
    QTest::newRow("in the path") << QStringLiteral("/{secrets.key}/send") << true;
    QTest::newRow("in the query") << QStringLiteral("/send?key={secrets.key}") << true;
  }
  void aSecretInAnAddressIsTold() {
    QFETCH(QString, path);
    QTEST(sendsSecretInAddress(definitionOf("'secrets_in_address': true,", path.toLatin1())), "isThere");
  }
};

QTEST_GUILESS_MAIN(CredentialPlacesTest)
#include "credential_places_test.moc"
