// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/run_control.h"

#include <QTest>

#include "delivery/outbox/run_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

class RunControlTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_clock.set(QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC));
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(4);
    const ProviderId provider =
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    const auto draft = m_workspace->addCampaign(SendingWorkspace::through(provider));
    m_campaign = draft.id;
    m_run =
        must(m_workspace->publisher().publishAt(draft.id, draft.revision, 4, m_clock.now().addSecs(3600))).runs.front();
  }

  void aRunBeginsAtItsTime() {
    m_clock.advance(3599);
    QCOMPARE(must(runs().startDue()), 0);
    m_clock.advance(1);
    QCOMPARE(must(runs().startDue()), 1);
    QCOMPARE(run().state, RunState::Filling);
    QCOMPARE(run().startedAt, m_clock.now());
  }

  void aMissedRunWaitsForAPerson_data() {
    QTest::addColumn<int>("minutesLate");
    QTest::addColumn<RunState>("state");
    QTest::newRow("fifteen minutes late") << 15 << RunState::Filling;
    QTest::newRow("sixteen minutes late") << 16 << RunState::Held;
  }
  void aMissedRunWaitsForAPerson() {
    QFETCH(int, minutesLate);
    QFETCH(RunState, state);
    m_clock.advance(3600 + 60 * minutesLate);
    (void)must(runs().startDue());
    QCOMPARE(run().state, state);
  }

  void aMissedRunIsSkippedWhenItsCampaignSaysSo_data() {
    QTest::addColumn<schedule::WhenLate>("late");
    QTest::addColumn<int>("minutesLate");
    QTest::addColumn<RunState>("state");
    QTest::newRow("skip: on time") << schedule::WhenLate::Skip << 1 << RunState::Filling;
    QTest::newRow("skip: two minutes") << schedule::WhenLate::Skip << 2 << RunState::Stopped;
    QTest::newRow("send a little late: fifteen")
        << schedule::WhenLate::SendIfWithin15Minutes << 15 << RunState::Filling;
    QTest::newRow("send a little late: sixteen")
        << schedule::WhenLate::SendIfWithin15Minutes << 16 << RunState::Stopped;
  }
  void aMissedRunIsSkippedWhenItsCampaignSaysSo() {
    QFETCH(schedule::WhenLate, late);
    QFETCH(int, minutesLate);
    auto draft = m_workspace->addCampaign(must(m_workspace->campaigns().load(m_campaign)).route);
    const QDateTime due = m_clock.now().addSecs(1800);
    draft.when = schedule::Once{{due.date(), due.time(), "UTC"}, late};
    const int revision = must(m_workspace->campaigns().save(draft, draft.revision));
    m_run = must(m_workspace->publisher().publish(draft.id, revision, 4)).runs.front();
    m_clock.advance(1800 + 60 * minutesLate);
    (void)must(runs().startDue());
    QTEST(run().state, "state");
    const bool skipped = run().state == RunState::Stopped;
    QCOMPARE(run().reason, skipped ? QString(hold::missedSkipped) : QString());
    QCOMPARE(run().finishedAt.isValid(), skipped);
    QVERIFY(runStateText(run().state, run().reason)
                .startsWith(skipped ? QLatin1String("Skipped") : QLatin1String("Picking")));
  }

  void releasingAMissedRunFillsIt() {
    m_clock.advance(7200);
    (void)must(runs().startDue());
    must(control().release(m_run));
    QCOMPARE(run().state, RunState::Filling);
    QCOMPARE(run().startedAt, m_clock.now());
    QCOMPARE(run().reason, QString());
  }

  void releasingAGrownRunApprovesWhatItHas() {
    addRows();
    setState("held");
    m_workspace->execute(QStringLiteral("UPDATE run SET filled_at = 1, approved_reach = 1"));
    must(control().release(m_run));
    QCOMPARE(run().state, RunState::Running);
    QCOMPARE(run().approvedReach, 4);
  }

  void aRunIsReleasedOnlyForWhatWasAsked() {
    addRows();
    setState("held");
    m_workspace->execute(QStringLiteral("UPDATE run SET filled_at = 1, hold_reason = 'first_sent'"));
    QCOMPARE(control().release(m_run, hold::missed).error().code, ErrorCode::Conflict);
    QCOMPARE(must(control().releaseCampaign(m_campaign, hold::missed)), 0);
    QCOMPARE(run().state, RunState::Held);
    must(control().release(m_run, hold::firstSent));
    QCOMPARE(run().state, RunState::Running);
  }

  void onlyWhatIsHeldAsMissedIsSkipped() {
    m_clock.advance(7200);
    (void)must(runs().startDue());
    must(control().release(m_run));
    QCOMPARE(control().skipMissed(m_run).error().code, ErrorCode::Conflict);
    QCOMPARE(run().state, RunState::Filling);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'held', hold_reason = 'missed'"));
    must(control().skipMissed(m_run));
    QCOMPARE(run().state, RunState::Stopped);
    QCOMPARE(control().skipMissed(RunId{99}).error().code, ErrorCode::NotFound);
  }

  void aVersionThatCannotBeReadIsHeldWhenMissed() {
    m_workspace->execute(QStringLiteral("UPDATE campaign_version SET body = '{'"));
    m_clock.advance(7200);
    QCOMPARE(must(runs().startDue()), 1);
    QCOMPARE(run().state, RunState::Held);
    QCOMPARE(run().reason, QString(hold::missed));
  }

  void aFillingThatWasLeftIsMissedWhenItIsTooLate_data() {
    QTest::addColumn<QString>("owner");
    QTest::addColumn<int>("minutesLate");
    QTest::addColumn<RunState>("state");
    QTest::newRow("in time") << QStringLiteral("gone") << 15 << RunState::Filling;
    QTest::newRow("late") << QStringLiteral("gone") << 16 << RunState::Held;
    QTest::newRow("its own filling") << QStringLiteral("me") << 16 << RunState::Filling;
    QTest::newRow("nobody began") << QString() << 16 << RunState::Filling;
  }
  void aFillingThatWasLeftIsMissedWhenItIsTooLate() {
    QFETCH(QString, owner);
    QFETCH(int, minutesLate);
    m_clock.advance(3600);
    (void)must(runs().startDue());
    addRows();
    m_workspace->execute(
        QStringLiteral("UPDATE run SET audience = 4, fill_owner = NULLIF('%1', ''), fill_expires_at = 1").arg(owner));
    m_clock.advance(60 * minutesLate);
    const bool missed = must(runs().missIfLeft(run(), QStringLiteral("me")));
    QTEST(run().state, "state");
    QCOMPARE(missed, run().state == RunState::Held);
    if (!missed) return;
    QCOMPARE(run().reason, QString(hold::missed));
    must(control().release(m_run, hold::missed));
    QVERIFY(!must(runs().missIfLeft(run(), QStringLiteral("me"))));
    QCOMPARE(run().state, RunState::Filling);
  }

  void aFillingThatSentSomethingIsNotMissed() {
    m_clock.advance(3600);
    (void)must(runs().startDue());
    addRows();
    m_workspace->execute(QStringLiteral("UPDATE run SET fill_owner = 'gone', fill_expires_at = 1"));
    m_workspace->execute(QStringLiteral("UPDATE outbox SET state = 'accepted' WHERE profile_id = 1"));
    m_clock.advance(7200);
    QVERIFY(!must(runs().missIfLeft(run(), QStringLiteral("me"))));
  }

  void aPausedRunGoesOnWhereItWas_data() {
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<bool>("filled");
    QTest::newRow("filling") << QByteArray("filling") << false;
    QTest::newRow("running") << QByteArray("running") << true;
  }
  void aPausedRunGoesOnWhereItWas() {
    QFETCH(QByteArray, state);
    QFETCH(bool, filled);
    setState(state.constData());
    if (filled) m_workspace->execute(QStringLiteral("UPDATE run SET filled_at = 1"));
    must(control().pause(m_run));
    QCOMPARE(run().state, RunState::Paused);
    QCOMPARE(run().reason, QString(hold::byPerson));
    must(control().resume(m_run));
    QCOMPARE(runStateName(run().state), QString::fromLatin1(state));
  }

  void stoppingLeavesOutWhoWasNotSentTo() {
    addRows();
    setState("running");
    m_workspace->execute(QStringLiteral("UPDATE outbox SET state = 'claimed' WHERE profile_id = 1"));
    m_workspace->execute(QStringLiteral("UPDATE outbox SET state = 'sending' WHERE profile_id = 2"));
    m_workspace->execute(QStringLiteral("UPDATE outbox SET state = 'accepted' WHERE profile_id = 3"));
    must(control().stop(m_run));
    must(control().stop(m_run));
    QCOMPARE(run().state, RunState::Stopped);
    QCOMPARE(m_workspace->figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = 'skipped' AND reason = "
                                                "'campaign_stopped'")),
             2);
    QCOMPARE(m_workspace->word(QStringLiteral("SELECT state FROM outbox WHERE profile_id = 2")),
             QStringLiteral("sending"));
    QCOMPARE(m_workspace->word(QStringLiteral("SELECT state FROM outbox WHERE profile_id = 3")),
             QStringLiteral("accepted"));
  }

  void whatDoesNotApplyIsAConflict() {
    for (const auto& done : {control().pause(m_run), control().resume(m_run), control().release(m_run)}) {
      QVERIFY(!done);
      QCOMPARE(done.error().code, ErrorCode::Conflict);
    }
    QCOMPARE(control().stop(RunId{99}).error().code, ErrorCode::NotFound);
    setState("done");
    QCOMPARE(control().stop(m_run).error().code, ErrorCode::Conflict);
  }

  void stoppingACampaignStopsItsRuns() {
    QCOMPARE(must(control().stopCampaign(m_campaign)), 1);
    QCOMPARE(run().state, RunState::Stopped);
    QCOMPARE(m_workspace->word(QStringLiteral("SELECT state FROM campaign")), QStringLiteral("stopped"));
    QCOMPARE(must(control().stopCampaign(m_campaign)), 0);
  }

 private:
  [[nodiscard]] RunControl control() const { return {m_fixture->database(), m_clock}; }
  [[nodiscard]] RunRepository runs() const { return {m_fixture->database(), m_clock}; }
  [[nodiscard]] Run run() const { return must(runs().byId(m_run)); }
  void setState(const char* state) const {
    m_workspace->execute(QStringLiteral("UPDATE run SET state = '%1'").arg(QLatin1String(state)));
  }
  void addRows() const {
    m_workspace->execute(
        QStringLiteral("INSERT INTO outbox (run_id, profile_id, address, state, updated_at) SELECT %1, "
                       "id, phone, 'pending', 0 FROM profile")
            .arg(m_run.value));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  CampaignId m_campaign;
  RunId m_run;
};

QTEST_GUILESS_MAIN(RunControlTest)
#include "run_control_test.moc"
