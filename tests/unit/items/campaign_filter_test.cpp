// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/campaign_filter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "support/manual_clock.h"

using namespace heliograph;
using campaign::CampaignQuery;
using campaign::CampaignSummary;
using campaign::Standing;
using Column = items::CampaignListModel::Column;

namespace {

CampaignSummary made(qint64 id, const QString& name, Standing standing, qint64 people) {
  CampaignSummary summary;
  summary.id = CampaignId{id};
  summary.name = name;
  summary.standing = standing;
  summary.people = people;
  summary.runs = people > 0 ? 1 : 0;
  makeSearchable(summary, {});
  return summary;
}

struct Fixture {
  test::ManualClock clock;
  items::CampaignListModel model{clock};
  items::CampaignFilter filter{model, clock};
  QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

  Fixture() {
    model.setRows({made(1, QStringLiteral("spring 10"), Standing::Draft, 0),
                   made(2, QStringLiteral("Élan"), Standing::Done, 500),
                   made(3, QStringLiteral("spring 9"), Standing::Held, 70)});
  }
  [[nodiscard]] QString shown() const {
    QString ids;
    for (int row = 0; row < filter.rowCount(); ++row) ids += QString::number(filter.row(row).id.value);
    return ids;
  }
};

}  // namespace

class CampaignFilterTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onlyWhatIsAskedForIsLeft() {
    Fixture fixture;
    CampaignQuery query;
    query.text = QStringLiteral("SPRING");
    fixture.filter.setQuery(query);
    QCOMPARE(fixture.shown(), QStringLiteral("13"));
    query.standings = {Standing::Held};
    fixture.filter.setQuery(query);
    QCOMPARE(fixture.shown(), QStringLiteral("3"));
    fixture.filter.setQuery({});
    QCOMPARE(fixture.shown(), QStringLiteral("123"));
  }

  void everyColumnSorts_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("down");
    QTest::newRow("none") << -1 << "123"
                          << "123";
    QTest::newRow("state, what needs a person first") << int(Column::State) << "312"
                                                      << "213";
    QTest::newRow("name, as people count and spell") << int(Column::Name) << "231"
                                                     << "132";
    QTest::newRow("people, without any last") << int(Column::People) << "321"
                                              << "231";
  }
  void everyColumnSorts() {
    QFETCH(int, column);
    QFETCH(QString, up);
    QFETCH(QString, down);
    Fixture fixture;
    fixture.filter.sort(column, Qt::AscendingOrder);
    QCOMPARE(fixture.shown(), up);
    fixture.filter.sort(column, Qt::DescendingOrder);
    QCOMPARE(fixture.shown(), down);
  }

  void aChangedCampaignComesAndGoes() {
    Fixture fixture;
    CampaignQuery query;
    query.standings = {Standing::Held};
    fixture.filter.setQuery(query);
    fixture.model.update(made(2, QStringLiteral("Élan"), Standing::Held, 500));
    QCOMPARE(fixture.shown(), QStringLiteral("23"));
    fixture.model.update(made(3, QStringLiteral("spring 9"), Standing::Sending, 70));
    QCOMPARE(fixture.shown(), QStringLiteral("2"));
    QCOMPARE(fixture.filter.rowOf(CampaignId{3}), -1);
    QCOMPARE(fixture.filter.rowOf(CampaignId{2}), 0);
  }

  void figuresThatChangeLeaveTheRowsAlone() {
    Fixture fixture;
    const QSignalSpy resets(&fixture.filter, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&fixture.filter, &QAbstractItemModel::dataChanged);
    fixture.model.update(made(3, QStringLiteral("spring 9"), Standing::Held, 71));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().front().toModelIndex().row(), 2);
  }

  void aDraftCanBeRenamedAndNothingElse() {
    Fixture fixture;
    QSignalSpy renamed(&fixture.model, &items::CampaignListModel::renamed);
    QVERIFY(!fixture.filter.setData(fixture.filter.index(1, Column::Name), QStringLiteral("No"), Qt::EditRole));
    QVERIFY(!fixture.filter.setData(fixture.filter.index(0, Column::Name), QStringLiteral("  "), Qt::EditRole));
    QVERIFY(fixture.filter.setData(fixture.filter.index(0, Column::Name), QStringLiteral("May"), Qt::EditRole));
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.front().back().toString(), QStringLiteral("May"));
    QCOMPARE(fixture.filter.index(0, Column::Name).data().toString(), QStringLiteral("May"));
  }
};

QTEST_GUILESS_MAIN(CampaignFilterTest)
#include "campaign_filter_test.moc"
