// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/run_filling.h"

#include <QTest>

#include "delivery/outbox/run_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;
using Step = RunFilling::Step;

namespace {

const QString kMe = QStringLiteral("me");
const QString kOther = QStringLiteral("other");

}  // namespace

class RunFillingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_options.fillChunk = 10;
  }

  void everybodyGetsARow() {
    begin(25);
    fillAll();
    QCOMPARE(rows(QStringLiteral("1")), 25);
    QCOMPARE(run().audience, 25);
    QCOMPARE(run().state, RunState::Running);
    QVERIFY(run().filledAt.isValid());
  }

  void whoIsLeftOutHasARowWithTheReason() {
    m_workspace->addPerson(100, QString(), QStringLiteral("none"));
    m_workspace->addPerson(101, SendingWorkspace::number(1));
    begin(5);
    fillAll();
    QCOMPARE(rows(QStringLiteral("state = 'skipped' AND reason = 'no_phone'")), 1);
    QCOMPARE(rows(QStringLiteral("state = 'skipped' AND reason = 'duplicate_phone'")), 1);
    QCOMPARE(rows(QStringLiteral("state = 'pending'")), 5);
    QCOMPARE(run().audience, 7);
  }

  void aFillingGoesOnWhereAnotherProgramEnded() {
    m_workspace->addPerson(100, SendingWorkspace::number(3));
    begin(25);
    QCOMPARE(must(open(kMe).fill()), Step::More);
    forgetOwner();
    fillAll();
    QCOMPARE(rows(QStringLiteral("1")), 26);
    // The number was taken by somebody whose row the first program wrote.
    QCOMPARE(rows(QStringLiteral("reason = 'duplicate_phone'")), 1);
  }

  void twoProgramsDoNotFillOneRunTogether() {
    begin(25);
    auto mine = open(kMe);
    auto others = open(kOther);
    QCOMPARE(must(mine.fill()), Step::More);
    QCOMPARE(must(others.fill()), Step::NotOurs);
    QCOMPARE(rows(QStringLiteral("1")), 10);
  }

  void aProgramThatSleptWritesNothingMore() {
    begin(25);
    auto mine = open(kMe);
    QCOMPARE(must(mine.fill()), Step::More);
    forgetOwner();
    auto others = open(kOther);
    QCOMPARE(must(others.fill()), Step::More);
    forgetOwner();
    QCOMPARE(must(mine.fill()), Step::NotOurs);
    QCOMPARE(rows(QStringLiteral("1")), 20);
  }

  void aRunThatGrewTooMuchWaitsForAPerson_data() {
    QTest::addColumn<int>("approved");
    QTest::addColumn<RunState>("state");
    QTest::newRow("as approved") << 22 << RunState::Running;
    QTest::newRow("ten percent more") << 20 << RunState::Running;
    QTest::newRow("over ten percent more") << 19 << RunState::Held;
    QTest::newRow("nobody was approved") << 0 << RunState::Held;
  }
  void aRunThatGrewTooMuchWaitsForAPerson() {
    QFETCH(int, approved);
    QFETCH(RunState, state);
    begin(22, approved);
    fillAll();
    QCOMPARE(run().state, state);
    QCOMPARE(run().reason, state == RunState::Held ? QString(hold::audienceGrew) : QString());
  }

  void aRunThatWasStoppedIsNotFilledFurther() {
    begin(25);
    auto filling = open(kMe);
    QCOMPARE(must(filling.fill()), Step::More);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'stopped'"));
    QCOMPARE(must(filling.fill()), Step::NotOurs);
    QCOMPARE(rows(QStringLiteral("1")), run().audience);
  }

  void anEmptyAudienceIsFilledToo() {
    begin(0);
    fillAll();
    QCOMPARE(run().state, RunState::Running);
    QVERIFY(must(RunRepository(m_fixture->database(), m_clock).finishIfEmpty(m_run)));
  }

 private:
  void begin(int people, int approved = 1000) {
    m_workspace->addPeople(people);
    const ProviderId provider =
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    m_run = m_workspace->publish(m_workspace->addCampaign(SendingWorkspace::through(provider)), approved);
    QCOMPARE(must(RunRepository(m_fixture->database(), m_clock).startDue()), 1);
  }
  [[nodiscard]] RunFilling open(const QString& owner) const {
    return must(RunFilling::open(m_fixture->database(), m_clock, run(), owner, m_options));
  }
  void fillAll() const {
    auto filling = open(kMe);
    Step step = Step::More;
    while (step == Step::More) step = must(filling.fill());
    QCOMPARE(step, Step::Finished);
  }
  void forgetOwner() const { m_workspace->execute(QStringLiteral("UPDATE run SET fill_expires_at = 1")); }
  [[nodiscard]] Run run() const { return must(RunRepository(m_fixture->database(), m_clock).byId(m_run)); }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return m_workspace->figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  DeliveryOptions m_options;
  RunId m_run;
};

QTEST_GUILESS_MAIN(RunFillingTest)
#include "run_filling_test.moc"
