// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "items/found_people_model.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using items::FoundPeopleModel;

class FoundPeopleModelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_workspace = std::make_unique<test::WorkspaceFixture>();
    m_background = std::make_unique<Background>();
    auto transaction = storage::Transaction::begin(m_workspace->database());
    QVERIFY(transaction);
    for (int i = 1; i <= 450; ++i) {
      storage::Statement insert(m_workspace->database(),
                                QStringLiteral("INSERT INTO profile (id, identity, opted_out, is_test, created_at, "
                                               "updated_at) VALUES (?, ?, ?, ?, 0, 0)"));
      QVERIFY(insert.bind(i)
                  .bind(QStringLiteral("person-%1").arg(i, 3, 10, QLatin1Char('0')))
                  .bind(i == 2)
                  .bind(i == 3)
                  .run());
    }
    QVERIFY(transaction->commit());
    m_finder = std::make_shared<audience::PeopleFinder>(m_workspace->database(), m_clock);
    QVERIFY(m_finder->index().refresh());
    m_model = std::make_unique<FoundPeopleModel>(m_finder, *m_background);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
  }
  void cleanup() {
    m_tester.reset();
    m_model.reset();
    m_background.reset();
  }

  void peopleComeInPieces() {
    QSignalSpy answered(m_model.get(), &FoundPeopleModel::answered);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->search(QString());
    // The tester asks for more, too, whenever there may be some.
    QTRY_VERIFY_WITH_TIMEOUT((m_model->fetchMore({}), m_model->rowCount() == 450), 20000);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(inserted.count(), 2);
    QVERIFY(!m_model->canFetchMore({}));
  }

  void onlyTheLastOfQuickSearchesIsAnswered() {
    QSignalSpy answered(m_model.get(), &FoundPeopleModel::answered);
    for (const char* text : {"p", "pe", "person-0", "person-07"}) m_model->search(QString::fromLatin1(text));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 10, 20000);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(m_model->row(0).identity, QStringLiteral("person-070"));
  }

  void statesAreWords() {
    m_model->search(QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_model->rowCount() > 0, 20000);
    const auto state = [this](int row) { return m_model->index(row, FoundPeopleModel::State).data().toString(); };
    QCOMPARE(state(0), QStringLiteral("No number"));
    QCOMPARE(state(1), QStringLiteral("Unsubscribed"));
    QCOMPARE(state(2), QStringLiteral("No number · test"));
  }

  void whoIsChangedOrGoneIsRenewed() {
    m_model->search(QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_model->rowCount() > 0, 20000);
    QVERIFY(m_workspace->database().execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 1")));
    QVERIFY(m_workspace->database().execute(QStringLiteral("DELETE FROM profile WHERE id = 2")));
    m_model->renew({ProfileId{1}, ProfileId{2}});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowOf(ProfileId{2}), -1, 20000);
    QVERIFY(m_model->row(0).unsubscribed);
    QCOMPARE(m_model->rowOf(ProfileId{3}), 1);
  }

 private:
  std::unique_ptr<test::WorkspaceFixture> m_workspace;
  test::ManualClock m_clock;
  std::unique_ptr<Background> m_background;
  std::shared_ptr<audience::PeopleFinder> m_finder;
  std::unique_ptr<FoundPeopleModel> m_model;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(FoundPeopleModelTest)
#include "found_people_model_test.moc"
