// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include "contract/peer_process.h"
#include "contract/twilio_specification.h"
#include "contract/vonage_specification.h"
#include "delivery/courier/delivery_service.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::test;

/// A whole campaign, from publishing to the last answer, with Prism and a provider's own description in between: every
/// request and every answer of it is judged.
class PeersCampaignTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    if (peersFolder().isEmpty()) QSKIP("./test --contract installs the packages that this needs");
  }

  void everyMessageOfACampaignFollowsTheDescription_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<QString>("secret");
    QTest::newRow("Twilio")
        << QStringLiteral("twilio") << TwilioSpecification::file()
        << QJsonObject{{QStringLiteral("account_sid"), QStringLiteral("AC0123456789abcdef0123456789abcdef")},
                       {QStringLiteral("messaging_service_sid"), QStringLiteral("MG0123456789abcdef0123456789abcdef")}}
        << QStringLiteral("auth_token");
    QTest::newRow("Vonage") << QStringLiteral("vonage") << vonageSpecificationFile()
                            << QJsonObject{{QStringLiteral("api_key"), QStringLiteral("abcd1234")},
                                           {QStringLiteral("from"), QStringLiteral("Acme")}}
                            << QStringLiteral("api_secret");
  }
  void everyMessageOfACampaignFollowsTheDescription() {
    QFETCH(QString, kind);
    QFETCH(QString, description);
    QFETCH(QJsonObject, settings);
    QFETCH(QString, secret);
    if (description.isEmpty()) QSKIP("the description isn't beside the checkout");
    constexpr int people = 40;
    WorkspaceFixture fixture;
    ManualClock clock;
    SendingWorkspace workspace{fixture.database(), clock};
    providers::SandboxServer sandbox;
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    PrismProxy prism;
    QVERIFY(prism.start(description, sandbox.url().toString().chopped(1)));

    providers::Provider provider;
    provider.name = QStringLiteral("Main");
    provider.type = kind;
    provider.baseUrl = prism.url();
    provider.settings = settings;
    provider.settings.insert(QStringLiteral("max_in_flight"), 4);
    const ProviderId id = must(workspace.providers().create(provider));
    must(workspace.secrets().write(provider.name, secret, QStringLiteral("topsecret")));
    workspace.addPeople(people);
    (void)workspace.publish(
        workspace.addCampaign(SendingWorkspace::through(id), "Grüße & \"+1\" \xE0\xA4\xA8 {{ Profile.identity }}"),
        people);

    delivery::DeliveryOptions options;
    options.askUnclear = false;
    delivery::DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &delivery::DeliveryService::idle);
    service.start(2);
    QVERIFY(idle.count() > 0 || idle.wait(180000));
    service.stop();

    QVERIFY2(workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = 'accepted'")) == people,
             prism.output().right(4000).constData());
    QCOMPARE(sandbox.record().count(), people);
    const auto kept = sandbox.record().since(0, people);
    QSet<QString> texts;
    QSet<QString> numbers;
    for (const providers::SandboxMessage& message : *kept) {
      QVERIFY(message.body.startsWith(QStringLiteral("Grüße & \"+1\" न person-")));
      texts << message.body;
      numbers << message.to;
    }
    QCOMPARE(texts.size(), people);
    QCOMPARE(numbers.size(), people);
  }
};

QTEST_GUILESS_MAIN(PeersCampaignTest)
#include "peers_campaign_test.moc"
