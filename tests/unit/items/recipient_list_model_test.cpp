// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "items/recipient_list_model.h"
#include "storage/statement.h"
#include "support/workspace_fixture.h"

using namespace heliograph;

namespace {

constexpr int kPeople = 450;
constexpr int kPage = 200;

void run(storage::Database& database, const QString& sql) {
  storage::Statement statement(database, sql);
  const auto done = statement.run();
  if (!done) qFatal("%s", qPrintable(done.error().detail));
}

/// One run of one campaign with so many accepted people.
void fill(storage::Database& database) {
  run(database, QStringLiteral("INSERT INTO campaign (id, name, state, body, revision, created_at, updated_at) "
                               "VALUES (1, 'A', 'published', '{}', 1, 0, 0)"));
  run(database, QStringLiteral("INSERT INTO campaign_version (id, campaign_id, number, body, approved_reach, "
                               "published_at) VALUES (1, 1, 1, '{}', 450, 0)"));
  run(database, QStringLiteral("INSERT INTO run (id, campaign_id, version_id, due_at, state, approved_reach) "
                               "VALUES (1, 1, 1, 0, 'running', 450)"));
  run(database,
      QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO outbox "
                     "(run_id, state, address, updated_at) SELECT 1, 'accepted', '+4915100' || i, 0 FROM n")
          .arg(kPeople));
}

}  // namespace

class RecipientListModelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rowsComeInPiecesWhileSomebodyScrolls() {
    test::WorkspaceFixture workspace;
    fill(workspace.database());
    const reports::ReportRepository reports(workspace.database());
    Background background;
    items::RecipientListModel model(reports, background);
    reports::RecipientQuery query;
    query.campaign = CampaignId{1};
    query.limit = kPage;
    model.setQuery(query);
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(model.rowCount(), kPage);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    while (model.isLoading() || model.canFetchMore({})) {
      model.fetchMore({});
      QTRY_VERIFY(!model.isLoading());
    }
    QCOMPARE(model.rowCount(), kPeople);
  }

  void anEarlierQuerysAnswerIsDropped() {
    test::WorkspaceFixture workspace;
    fill(workspace.database());
    const reports::ReportRepository reports(workspace.database());
    Background background;
    items::RecipientListModel model(reports, background);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    reports::RecipientQuery everybody;
    everybody.campaign = CampaignId{1};
    reports::RecipientQuery refused = everybody;
    refused.states = {delivery::RowState::Refused};
    model.setQuery(everybody);
    model.setQuery(refused);
    QTRY_VERIFY(!model.isLoading());
    QTest::qWait(0);
    QCOMPARE(model.rowCount(), 0);
  }
};

QTEST_GUILESS_MAIN(RecipientListModelTest)
#include "recipient_list_model_test.moc"
