// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/history_list_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTimeZone>
#include <QtTest>

using namespace heliograph;
using campaign::SavedRevision;

class HistoryListModelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }
  void versionsStandUnderTheirDay();
  void headingsCannotBeSelected();
  void aDayIsSaidAsPeopleDo();
};

namespace {

const QDateTime kNow{QDate(2026, 11, 26), QTime(15, 0)};

SavedRevision version(const char* message, const QDateTime& at, SavedRevision::Kind kind = SavedRevision::Kind::Saved,
                      int revision = 2) {
  SavedRevision one{revision, kind, at, {}};
  one.campaign.message = message;
  return one;
}

std::vector<SavedRevision> versions() {
  auto now = version("now", kNow);
  now.campaign.name = QStringLiteral("Sale");
  return {now, version("earlier", kNow.addSecs(-3600)),
          version("other", kNow.addSecs(-3700), SavedRevision::Kind::Stale),
          version("sent", kNow.addDays(-1), SavedRevision::Kind::Published),
          version("sent", kNow.addDays(-9), SavedRevision::Kind::Saved, 1)};
}

}  // namespace

void HistoryListModelTest::versionsStandUnderTheirDay() {
  QStringList lines;
  for (const items::HistoryRow& row : items::historyRows(versions(), kNow)) {
    lines << (row.version < 0 ? row.title : QStringList{row.title, row.what, row.mark}.join(QStringLiteral(" | ")));
  }
  QCOMPARE(lines, (QStringList{QStringLiteral("Now"), QStringLiteral("As you see it | name, message | "),
                               QStringLiteral("Today"), QStringLiteral("14:00 | message | "),
                               QStringLiteral("13:58 | message | Kept: saved from another window"),
                               QStringLiteral("Yesterday"), QStringLiteral("15:00 | nothing changed | Published"),
                               QStringLiteral("Tue 17 Nov"), QStringLiteral("15:00 | The first version | ")}));
}

void HistoryListModelTest::headingsCannotBeSelected() {
  items::HistoryListModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setRows(items::historyRows(versions(), kNow));
  QCOMPARE(model.index(0, 0).flags(), Qt::NoItemFlags);
  QVERIFY(model.index(1, 0).flags().testFlag(Qt::ItemIsSelectable));
  QCOMPARE(model.rowOfVersion(1), 3);
  QCOMPARE(model.rowOfVersion(9), -1);
  QCOMPARE(model.index(4, 0).data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("13:58, Kept: saved from another window, message"));
}

void HistoryListModelTest::aDayIsSaidAsPeopleDo() {
  QCOMPARE(items::dayAndTimeWords(kNow.addSecs(-60), kNow), QStringLiteral("today 14:59"));
  QCOMPARE(items::dayAndTimeWords(kNow.addDays(-1), kNow), QStringLiteral("yesterday 15:00"));
  QCOMPARE(items::dayAndTimeWords(kNow.addDays(-3), kNow), QStringLiteral("Mon 23 Nov 15:00"));
  QCOMPARE(items::dayWords(kNow.addYears(-1), kNow), QStringLiteral("Wed 26 Nov 2025"));
}

QTEST_GUILESS_MAIN(HistoryListModelTest)
#include "history_list_model_test.moc"
