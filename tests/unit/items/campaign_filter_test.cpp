// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "items/campaign_filter.h"
#include "items/campaign_list_model.h"
#include "support/manual_clock.h"

using namespace heliograph;
using campaign::Standing;

class CampaignFilterTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onlyWhatFitsStandingAndTextIsLeft_data() {
    QTest::addColumn<bool>("drafts");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const QString spring = QStringLiteral("Spring");
    const QString diwali = QStringLiteral("Diwali");
    QTest::newRow("everything") << false << QString() << QStringList{spring, diwali};
    QTest::newRow("drafts") << true << QString() << QStringList{spring};
    QTest::newRow("by name, any case") << false << QStringLiteral("diW") << QStringList{diwali};
    QTest::newRow("by label") << false << QStringLiteral("sale") << QStringList{spring};
    QTest::newRow("by audience") << false << QStringLiteral("pune") << QStringList{diwali};
    QTest::newRow("by both") << true << QStringLiteral("diwali") << QStringList{};
  }
  void onlyWhatFitsStandingAndTextIsLeft() {
    QFETCH(bool, drafts);
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    const test::ManualClock clock;
    items::CampaignListModel model(clock);
    campaign::CampaignSummary spring;
    spring.id = CampaignId{1};
    spring.name = QStringLiteral("Spring");
    spring.labels = {QStringLiteral("Sale")};
    campaign::CampaignSummary diwali;
    diwali.id = CampaignId{2};
    diwali.name = QStringLiteral("Diwali");
    diwali.audience = QStringLiteral("Pune, 10 km");
    diwali.standing = Standing::Done;
    model.setRows({spring, diwali});
    items::CampaignFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    if (drafts) filter.setStandings({Standing::Draft});
    filter.setText(text);
    QStringList left;
    for (int row = 0; row < filter.rowCount(); ++row) {
      left << filter.index(row, items::CampaignListModel::Name).data().toString();
    }
    QCOMPARE(left, names);
  }
};

QTEST_GUILESS_MAIN(CampaignFilterTest)
#include "campaign_filter_test.moc"
