// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_exchange.h"

#include <QJsonDocument>
#include <QtTest>

#include "providers/routes/definition_catalog.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::campaign;

namespace {

struct Place {
  test::WorkspaceFixture workspace;
  test::ManualClock clock;
  providers::DefinitionCatalog definitions = providers::DefinitionCatalog::builtIn().value();
  providers::ProviderRepository providers{workspace.database(), definitions, clock};
  providers::GroupRepository groups{workspace.database(), clock};
  audience::SegmentRepository segments{workspace.database(), clock};
  CampaignExchange exchange{providers, groups, segments};

  ProviderId sandbox(const QString& name) {
    providers::Provider provider;
    provider.name = name;
    provider.type = QStringLiteral("sandbox");
    return providers.create(provider).value();
  }
};

audience::Segment inPune() {
  const QByteArray json = R"({"all":[{"property":"city","operator":"equals","values":["Pune"]}]})";
  const auto segment = audience::segmentFromJson(QJsonDocument::fromJson(json).object());
  if (!segment) qFatal("%s", qPrintable(segment.error().message));
  return *segment;
}

Campaign sample(Place& place) {
  Campaign campaign;
  campaign.name = QStringLiteral("Spring");
  campaign.message = "Hi {{ Profile.first_name }} \xF0\x9F\x8E\x89\r\nbye";
  campaign.route = {QStringLiteral("provider"), place.sandbox(QStringLiteral("India")).value};
  campaign.audience =
      Audience::saved(place.segments.save(QStringLiteral("Punekars"), inPune()).value(), QStringLiteral("Punekars"));
  return campaign;
}

QByteArray exported(Place& place, const Campaign& campaign) {
  return QJsonDocument(place.exchange.toJson(campaign).value()).toJson();
}

}  // namespace

class CampaignExchangeTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCampaignFindsItsThingsByNameElsewhere() {
    Place here;
    const Campaign campaign = sample(here);
    Place there;
    (void)there.sandbox(QStringLiteral("Other"));
    const ProviderId india = there.sandbox(QStringLiteral("India"));
    const SegmentId punekars = there.segments.save(QStringLiteral("Punekars"), inPune()).value();
    const auto imported = there.exchange.fromJson(exported(here, campaign));
    QVERIFY(imported);
    QCOMPARE(imported->remarks, QStringList());
    QCOMPARE(imported->campaign.message, campaign.message);
    QVERIFY((imported->campaign.route == Route{QStringLiteral("provider"), india.value}));
    QVERIFY(imported->campaign.audience == Audience::saved(punekars, QStringLiteral("Punekars")));
  }

  void whatIsNotThereIsReplacedAndSaid() {
    Place here;
    const Campaign campaign = sample(here);
    Place there;
    const auto imported = there.exchange.fromJson(exported(here, campaign));
    QVERIFY(imported);
    QCOMPARE(imported->remarks.size(), 2);
    QVERIFY(imported->campaign.route.isDefault());
    QVERIFY(imported->campaign.audience == Audience::rules(inPune()));
  }

  void labelsThatCannotBeAreLeftOutAndSaid() {
    Place place;
    const auto imported = place.exchange.fromJson(R"({"name":"A","labels":["VIP","50% off"," VIP "]})");
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().message));
    QCOMPARE(imported->campaign.labels, QStringList{QStringLiteral("VIP")});
    QCOMPARE(imported->remarks.size(), 1);
  }

  void whatIsNoCampaignIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("name,phone");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a wrong member") << QByteArray(R"({"name":7})");
  }
  void whatIsNoCampaignIsRefused() {
    QFETCH(QByteArray, bytes);
    Place place;
    QCOMPARE(place.exchange.fromJson(bytes).error().code, ErrorCode::InvalidInput);
  }
};

QTEST_GUILESS_MAIN(CampaignExchangeTest)
#include "campaign_exchange_test.moc"
