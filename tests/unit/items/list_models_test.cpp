// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "items/campaign_list_model.h"
#include "items/issue_list_model.h"
#include "items/property_list_model.h"
#include "items/provider_list_model.h"
#include "items/relative_time.h"
#include "items/route_list_model.h"
#include "items/segment_list_model.h"
#include "support/manual_clock.h"

using namespace heliograph;
using namespace heliograph::items;

namespace {

const auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

campaign::CampaignSummary summary(qint64 id, const QString& name, campaign::Standing standing) {
  campaign::CampaignSummary row;
  row.id = CampaignId{id};
  row.name = name;
  row.standing = standing;
  return row;
}

providers::Provider provider(qint64 id, const QString& name) {
  providers::Provider made;
  made.id = ProviderId{id};
  made.name = name;
  return made;
}

}  // namespace

class ListModelsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void campaignsShowHowTheyStand_data() {
    QTest::addColumn<int>("standing");
    QTest::addColumn<QString>("word");
    QTest::newRow("draft") << static_cast<int>(campaign::Standing::Draft) << QStringLiteral("Draft");
    QTest::newRow("held") << static_cast<int>(campaign::Standing::Held) << QStringLiteral("Needs you");
    QTest::newRow("done") << static_cast<int>(campaign::Standing::Done) << QStringLiteral("Completed");
  }
  void campaignsShowHowTheyStand() {
    QFETCH(int, standing);
    QFETCH(QString, word);
    const test::ManualClock clock;
    CampaignListModel model(clock);
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setRows({summary(1, QStringLiteral("Spring"), static_cast<campaign::Standing>(standing))});
    QCOMPARE(model.index(0, CampaignListModel::State).data().toString(), word);
    QCOMPARE(model.index(0, CampaignListModel::Sent).data(), QVariant());
  }

  void aCampaignBeingSentShowsHowFarItIs() {
    const test::ManualClock clock;
    CampaignListModel model(clock);
    const QAbstractItemModelTester tester(&model, kFatal);
    auto row = summary(1, QStringLiteral("Spring"), campaign::Standing::Sending);
    row.runs = 1;
    row.people = 200;
    row.counts = {.waiting = 50, .accepted = 140, .refused = 4, .unclear = 1, .skipped = 5};
    model.setRows({row});
    QCOMPARE(model.index(0, CampaignListModel::NextRun).data().toString(), QStringLiteral("Now \u00B7 75 %"));
    QCOMPARE(model.index(0, CampaignListModel::Sent).data().toString(), QStringLiteral("140"));
  }

  void whoChoosesTheWinnerOfATestIsSaid() {
    const test::ManualClock clock;
    CampaignListModel model(clock);
    auto row = summary(1, QStringLiteral("Spring"), campaign::Standing::Held);
    row.holdReason = QStringLiteral("ab_test");
    model.setRows({row});
    QCOMPARE(model.index(0, CampaignListModel::NextRun).data().toString(),
             QStringLiteral("A/B test: choose the winner"));
    row.choosesAt = clock.now().addSecs(3600);
    model.setRows({row});
    QCOMPARE(model.index(0, CampaignListModel::NextRun).data().toString(),
             QStringLiteral("A/B test: winner chosen by the program, %1").arg(whenWords(row.choosesAt, clock.now())));
  }

  void theSameRowsAreChangedInPlace() {
    const test::ManualClock clock;
    CampaignListModel model(clock);
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setRows({summary(1, QStringLiteral("A"), {}), summary(2, QStringLiteral("B"), {})});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({summary(1, QStringLiteral("A2"), {}), summary(2, QStringLiteral("B"), {})});
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    model.setRows({summary(2, QStringLiteral("B"), {})});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowOf(2), 0);
    QCOMPARE(model.rowOf(1), -1);
  }

  void segmentsShowWhoTheyMean() {
    SegmentListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setRows({{SegmentId{3}, QStringLiteral("All"), audience::Segment::everybody(), {}}});
    model.setPeople(SegmentId{3}, 1200, 1500);
    QCOMPARE(model.index(0, SegmentListModel::People).data(role::Raw).toLongLong(), 1200);
    QCOMPARE(model.index(0, SegmentListModel::Name).data(Qt::ToolTipRole).toString(), QStringLiteral("Everybody"));
    QCOMPARE(model.index(0, SegmentListModel::Texted).data().toString(), QStringLiteral("never"));
  }

  void providersTellTheirHealthInAWord() {
    ProviderListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    auto healthy = provider(1, QStringLiteral("Main"));
    healthy.health.lastAcceptedAt = QDateTime::currentDateTimeUtc();
    auto broken = provider(2, QStringLiteral("Other"));
    broken.health.lastProblem = QStringLiteral("Wrong key.");
    model.setRows({{healthy, QStringLiteral("Twilio"), QDateTime::currentDateTimeUtc()},
                   {broken, QStringLiteral("Twilio"), {}},
                   {provider(3, QStringLiteral("New")), QStringLiteral("Twilio"), {}}});
    QCOMPARE(model.index(0, ProviderListModel::Health).data().toString(), QStringLiteral("Healthy"));
    QCOMPARE(model.index(1, ProviderListModel::Health).data().toString(), QStringLiteral("Problem"));
    QCOMPARE(model.index(2, ProviderListModel::Health).data().toString(), QStringLiteral("Never tested"));
    QCOMPARE(model.index(1, ProviderListModel::Health).data(role::Tone).toInt(), static_cast<int>(RowTone::Problem));
  }

  void routesStandGroupsFirstAndKnowTheDefault() {
    RouteListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    auto main = provider(7, QStringLiteral("Main"));
    main.isDefault = true;
    model.setRows(routeEntries({{GroupId{7}, QStringLiteral("Both"), {ProviderId{7}}, false}}, {main},
                               QDateTime::currentDateTimeUtc()));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.row(0).name, QStringLiteral("Both"));
    QCOMPARE(model.rowOfRoute({}), 1);
    QCOMPARE(model.rowOfRoute({QStringLiteral("group"), 7}), 0);
    QCOMPARE(model.rowOfRoute({QStringLiteral("provider"), 8}), -1);
  }

  void issuesCountWhatBlocks() {
    IssueListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setRows({{campaign::Severity::Block, QStringLiteral("name_empty"), campaign::Step::Start,
                    QStringLiteral("name"), QStringLiteral("Give it a name.")},
                   {campaign::Severity::Warn, QStringLiteral("gap"), campaign::Step::What, QStringLiteral("message"),
                    QStringLiteral("A gap.")}});
    QCOMPARE(model.blockers(), 1);
    QCOMPARE(model.index(0, IssueListModel::Step).data().toString(), QStringLiteral("Start"));
  }

  void propertiesTellTheirShareInPercent() {
    PropertyListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setEntries({{QStringLiteral("City"), QStringLiteral("Profile"), QStringLiteral("Pune"), 0.977}});
    QCOMPARE(model.index(0, PropertyListModel::Share).data().toString(), QStringLiteral("98 %"));
    QCOMPARE(model.names(), QStringList{QStringLiteral("City")});
  }

  void timeIsToldAsPeopleSayIt_data() {
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("now") << 20 << QStringLiteral("just now");
    QTest::newRow("minutes") << 240 << QStringLiteral("4 min ago");
    QTest::newRow("hours") << 7300 << QStringLiteral("2 h ago");
    QTest::newRow("days") << 200000 << QStringLiteral("Tue 24 Nov 04:26");
  }
  void timeIsToldAsPeopleSayIt() {
    QFETCH(int, seconds);
    QFETCH(QString, words);
    const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);
    QCOMPARE(agoWords(now.addSecs(-seconds), now), words);
  }
};

QTEST_GUILESS_MAIN(ListModelsTest)
#include "list_models_test.moc"
