// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/request/request_picture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include "providers/routes/definition_catalog.h"

using namespace heliograph;
using namespace heliograph::providers;

/// A picture shows what leaves, and no secret, wherever that stands.
class RequestPictureTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void noSecretIsInIt_data() {
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<QString>("line");
    const QString dots = QStringLiteral("••••••");
    QTest::newRow("basic") << QJsonObject{{QStringLiteral("auth"), QStringLiteral("basic")},
                                          {QStringLiteral("username"), QStringLiteral("me")}}
                           << QStringLiteral("Authorization: Basic ") + dots;
    QTest::newRow("bearer") << QJsonObject{{QStringLiteral("auth"), QStringLiteral("bearer")}}
                            << QStringLiteral("Authorization: Bearer ") + dots;
    QTest::newRow("header") << QJsonObject{{QStringLiteral("auth"), QStringLiteral("header")},
                                           {QStringLiteral("auth_header"), QStringLiteral("apikey")}}
                            << QStringLiteral("apikey: ") + dots;
    const QJsonArray secretRow{
        QJsonObject{{QStringLiteral("name"), QStringLiteral("key")}, {QStringLiteral("secret"), QStringLiteral("k")}},
        QJsonObject{{QStringLiteral("name"), QStringLiteral("to")}, {QStringLiteral("value"), QStringLiteral("$$To")}},
        QJsonObject{{QStringLiteral("name"), QStringLiteral("text")},
                    {QStringLiteral("value"), QStringLiteral("$$Body")}}};
    QTest::newRow("parameter") << QJsonObject{{QStringLiteral("parameters"), secretRow}}
                               << QStringLiteral("key=") + dots;
  }
  void noSecretIsInIt() {
    QFETCH(QJsonObject, settings);
    QFETCH(QString, line);
    Provider provider;
    provider.name = QStringLiteral("Own");
    provider.type = QStringLiteral("http");
    provider.settings = settings;
    provider.settings.insert(QStringLiteral("endpoint"), QStringLiteral("https://sms.example.com/send"));
    if (!provider.settings.contains(QStringLiteral("parameters"))) {
      provider.settings.insert(QStringLiteral("parameters"),
                               QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("to")},
                                                      {QStringLiteral("value"), QStringLiteral("$$To")}},
                                          QJsonObject{{QStringLiteral("name"), QStringLiteral("text")},
                                                      {QStringLiteral("value"), QStringLiteral("$$Body")}}});
    }
    const auto catalog = DefinitionCatalog::builtIn();
    QVERIFY(catalog);
    const auto definition = catalog->definitionOf(provider);
    QVERIFY2(definition, qPrintable(definition ? QString() : definition.error().message));
    OutgoingMessage message;
    message.to = QStringLiteral("+919812345678");
    message.body = QStringLiteral("Hi & bye");
    const auto picture = pictureOfSend(*definition, provider, message);
    QVERIFY2(picture, qPrintable(picture ? QString() : picture.error().message));
    QVERIFY2(picture->text().contains(line), qPrintable(picture->text()));
    QVERIFY(picture->text().startsWith(QStringLiteral("POST https://sms.example.com/send\n")));
    QVERIFY(!picture->text().contains(QStringLiteral("Heliograph")));
  }

  void anAnswersSecretsAreHiddenHoweverTheyAreWritten() {
    const SecretValues secrets{{QStringLiteral("token"), QStringLiteral("top/secret")}};
    QCOMPARE(withoutSecrets(QStringLiteral("a top/secret b top%2Fsecret c dG9wL3NlY3JldA=="), secrets),
             QStringLiteral("a •••••• b •••••• c ••••••"));
    QCOMPARE(withoutSecrets(QStringLiteral("abcdef"), secrets, 3), QStringLiteral("ab…"));
  }
};

QTEST_GUILESS_MAIN(RequestPictureTest)
#include "request_picture_test.moc"
