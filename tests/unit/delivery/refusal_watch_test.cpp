// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/refusal_watch.h"

#include <QTest>

#include "delivery/outbox/run_repository.h"
#include "delivery/run/run_control.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

class RefusalWatchTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(1);
    const ProviderId provider =
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    m_run = m_workspace->publish(m_workspace->addCampaign(SendingWorkspace::through(provider)), 1);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'running', filled_at = 1"));
  }

  void overFivePercentOfAtLeastAHundredIsTooMany_data() {
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("refused");
    QTest::addColumn<bool>("tooMany");
    QTest::newRow("nothing yet") << 0 << 0 << false;
    QTest::newRow("all of a few") << 99 << 99 << false;
    QTest::newRow("exactly the share") << 100 << 5 << false;
    QTest::newRow("one more") << 100 << 6 << true;
    QTest::newRow("a little less of many") << 1000 << 50 << false;
    QTest::newRow("a little more of many") << 1000 << 51 << true;
  }
  void overFivePercentOfAtLeastAHundredIsTooMany() {
    QFETCH(int, answered);
    QFETCH(int, refused);
    QTEST(tooManyRefused(answered, refused, 5), "tooMany");
  }

  void aRunPausesByItself() {
    note(90, 0);
    note(3, 6);
    QCOMPARE(run().state, RunState::Running);
    note(0, 1);
    QCOMPARE(run().state, RunState::Paused);
    QCOMPARE(run().reason, QString(hold::manyRefused));
    QVERIFY(runStateText(run()).contains(QStringLiteral("7 of the last 100")));
  }

  void itDoesNotPauseAgainOnceAPersonLetItGoOn() {
    note(93, 7);
    must(RunControl(m_fixture->database(), m_clock).resume(m_run));
    QCOMPARE(run().state, RunState::Running);
    note(0, 200);
    QCOMPARE(run().state, RunState::Running);
  }

  void aPersonsOwnPauseWaivesNothing() {
    const RunControl control(m_fixture->database(), m_clock);
    must(control.pause(m_run));
    must(control.resume(m_run));
    note(93, 7);
    QCOMPARE(run().state, RunState::Paused);
  }

  void troubleLateInALongRunIsSeen() {
    for (int i = 0; i < 100; ++i) note(100, 0);
    QVERIFY(run().lastAnswered <= 1100);
    note(0, 60);
    QCOMPARE(run().state, RunState::Paused);
  }

  void refusalsOfLongAgoAreForgotten() {
    note(96, 4);
    for (int i = 0; i < 20; ++i) note(100, 0);
    QCOMPARE(run().lastRefused, 0);
    QCOMPARE(run().state, RunState::Running);
  }

  void aLimitedRunPausesWhenMoreAreRefusedThanItIsFor_data() {
    QTest::addColumn<int>("onlyPeople");
    QTest::addColumn<int>("refused");
    QTest::addColumn<bool>("paused");
    QTest::newRow("no limit") << 0 << 1000 << false;
    QTest::newRow("as many as it is for") << 300 << 300 << false;
    QTest::newRow("one more") << 300 << 301 << true;
    QTest::newRow("a hundred of a small limit") << 20 << 100 << false;
    QTest::newRow("over a hundred of a small limit") << 20 << 101 << true;
  }
  void aLimitedRunPausesWhenMoreAreRefusedThanItIsFor() {
    QFETCH(int, onlyPeople);
    QFETCH(int, refused);
    QFETCH(bool, paused);
    m_workspace->execute(QStringLiteral("UPDATE run SET only_people = NULLIF(%1, 0)").arg(onlyPeople));
    addRefused(refused);
    note(0, 1, 100);
    QCOMPARE(run().state, paused ? RunState::Paused : RunState::Running);
    QCOMPARE(run().reason, paused ? QString(hold::limitRefused) : QString());
    if (!paused) return;
    must(RunControl(m_fixture->database(), m_clock).resume(m_run));
    note(0, 1, 100);
    QCOMPARE(run().state, RunState::Running);
  }

  void lettingTheShareGoOnSaysNothingOfTheLimit() {
    m_workspace->execute(QStringLiteral("UPDATE run SET only_people = 50"));
    note(93, 7);
    must(RunControl(m_fixture->database(), m_clock).resume(m_run));
    addRefused(101);
    note(0, 1);
    QCOMPARE(run().reason, QString(hold::limitRefused));
  }

  void aRunThatIsOverStaysOver() {
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'done'"));
    note(0, 200);
    QCOMPARE(run().state, RunState::Done);
  }

 private:
  void note(int accepted, int refused, int mostPercent = 5) const {
    must(RefusalWatch(m_fixture->database(), mostPercent).note(m_run, {accepted, refused}));
  }
  void addRefused(int people) const {
    m_workspace->execute(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %2) "
                                        "INSERT INTO outbox (run_id, state, updated_at) SELECT %1, 'refused', 0 FROM n")
                             .arg(m_run.value)
                             .arg(people));
  }
  [[nodiscard]] Run run() const { return must(RunRepository(m_fixture->database(), m_clock).byId(m_run)); }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  RunId m_run;
};

QTEST_GUILESS_MAIN(RefusalWatchTest)
#include "refusal_watch_test.moc"
