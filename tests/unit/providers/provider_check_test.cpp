// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "provider_samples.h"

using namespace heliograph;
using namespace heliograph::providers;
using namespace heliograph::test;

class ProviderCheckTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRightInstanceHasNoErrors() { QVERIFY(checkProvider(twilioProvider(), definitionNamed("twilio")).empty()); }

  void anInstanceSurvivesItsJson() {
    Provider provider = twilioProvider();
    provider.baseUrl = QStringLiteral("http://127.0.0.1:4010");
    const auto read = providerFromJson(QJsonDocument(providerToJson(provider)).toJson());
    QVERIFY(read);
    QCOMPARE(*read, provider);
  }

  void whatIsNoInstanceIsRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no type") << QByteArray(R"({"name": "a"})");
    QTest::newRow("settings as text") << QByteArray(R"({"name": "a", "type": "twilio", "settings": "x"})");
    QTest::newRow("unknown member") << QByteArray(R"({"name": "a", "type": "twilio", "secrets": {}})");
  }
  void whatIsNoInstanceIsRefused() {
    QFETCH(QByteArray, json);
    const auto read = providerFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
  }

  void eachErrorStandsAtItsField_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field");
    QTest::newRow("missing") << "account_sid"
                             << ""
                             << "account_sid";
    QTest::newRow("pattern") << "account_sid"
                             << "AC12"
                             << "account_sid";
    QTest::newRow("pattern holds for the whole")
        << "account_sid" << accountSid + QStringLiteral("/../x") << "account_sid";
    QTest::newRow("one of") << "from"
                            << ""
                            << "from";
    QTest::newRow("number") << "max_per_second"
                            << "many"
                            << "max_per_second";
    QTest::newRow("negative") << "max_per_second"
                              << "-1"
                              << "max_per_second";
    QTest::newRow("unknown") << "fron"
                             << "x"
                             << "fron";
    QTest::newRow("secret among the settings") << "auth_token"
                                               << "x"
                                               << "auth_token";
  }
  void eachErrorStandsAtItsField() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, field);
    Provider provider = twilioProvider();
    provider.settings.insert(key, value);
    const auto errors = checkProvider(provider, definitionNamed("twilio"));
    QCOMPARE(errors.size(), size_t{1});
    QCOMPARE(errors.front().field, field);
  }

  void nameAndBaseAddressAreChecked() {
    Provider provider = twilioProvider();
    provider.name = QStringLiteral(" ");
    provider.baseUrl = QStringLiteral("http://example.com");
    const auto errors = checkProvider(provider, definitionNamed("twilio"));
    QCOMPARE(errors.size(), size_t{2});
    QCOMPARE(errors[0].field, QStringLiteral("name"));
    QCOMPARE(errors[1].field, QStringLiteral("base_url"));
  }

  void aFieldIsAskedForOnlyUnderItsCondition() {
    const ProviderDefinition http = definitionNamed("http");
    Provider provider;
    provider.settings = QJsonObject{{QStringLiteral("method"), QStringLiteral("GET")},
                                    {QStringLiteral("body"), QStringLiteral("json")}};
    QVERIFY(!fieldApplies(*http.field(QStringLiteral("json")), provider, http));
    provider.settings.insert(QStringLiteral("method"), QStringLiteral("POST"));
    QVERIFY(fieldApplies(*http.field(QStringLiteral("json")), provider, http));
  }
};

QTEST_GUILESS_MAIN(ProviderCheckTest)
#include "provider_check_test.moc"
