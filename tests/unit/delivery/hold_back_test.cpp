// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/reach/reach_rules.h"
#include "delivery/run/run_control.h"
#include "outsiders_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::Campaign;
using campaign::Purpose;
using test::must;
using test::OutsidersWorld;
using test::SendingWorkspace;

namespace {

constexpr int kPeople = 300;

bool hasIssue(const CheckReport& report, const char* code, campaign::Severity severity) {
  return std::any_of(report.issues.begin(), report.issues.end(), [&](const campaign::Issue& issue) {
    return issue.code == QLatin1String(code) && issue.severity == severity;
  });
}

}  // namespace

class HoldBackTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_world = std::make_unique<OutsidersWorld>();
    m_world->workspace.addPeople(kPeople);
  }

  void whoIsHeldBackGetsARowAndNoMessage() {
    must(audience::WorkspaceGroup(m_world->fixture.database()).set(5));
    m_world->send(m_world->draft([](Campaign& draft) { draft.holdBack.percent = 20; }));
    const qint64 own = m_world->rows("state = 'skipped' AND reason = 'control_group'");
    const qint64 byWorkspace = m_world->rows("state = 'skipped' AND reason = 'workspace_control_group'");
    QVERIFY(own > 20 && byWorkspace > 0);
    QCOMPARE(m_world->rows("state = 'pending'"), kPeople - own - byWorkspace);
    QCOMPARE(m_world->now().audience, kPeople);
    QCOMPARE(m_world->report.reach.heldBack, own);
    QCOMPARE(m_world->report.reach.heldBackByWorkspace, byWorkspace);
    QCOMPARE(m_world->report.sendable, kPeople - own - byWorkspace);
    QCOMPARE(m_world->report.skipped.value(QStringLiteral("control_group")), own);
  }

  void aFillingThatBeginsAnewHoldsTheSameBack() {
    const Campaign draft = m_world->draft([](Campaign& made) { made.holdBack.percent = 30; });
    m_world->send(draft);
    QCOMPARE(m_world->people("state = 'pending'"), m_world->people("reason <> 'control_group'"));
    const audience::ControlGroup group = must(m_world->workspace.campaigns().load(draft.id)).holdBack.group();
    QVERIFY(group.seed > 0);
    for (qint64 id = 1; id <= kPeople; ++id) {
      const auto row = QStringLiteral("profile_id = %1 AND reason = 'control_group'").arg(id).toLatin1();
      QCOMPARE(m_world->rows(row.constData()), group.holds(ProfileId{id}) ? 1 : 0);
    }
  }

  void aNumberIsLeftToWhoIsNotHeldBack() {
    for (int n = 1; n <= kPeople; ++n) m_world->workspace.addPerson(1000 + n, SendingWorkspace::number(n));
    m_world->send(m_world->draft([](Campaign& draft) { draft.holdBack.percent = 40; }));
    // Of each number one gets it, unless both are held back.
    QCOMPARE(m_world->rows("reason = 'duplicate_phone' AND address IN (SELECT address FROM outbox WHERE reason = "
                           "'control_group')"),
             0);
    QCOMPARE(
        m_world->workspace.figure(QStringLiteral("SELECT COUNT(DISTINCT address) FROM outbox WHERE state = 'pending'")),
        m_world->rows("state = 'pending'"));
    QVERIFY(m_world->rows("state = 'pending'") > kPeople * 60 / 100);
  }

  void theWorkspacesGroupIsHeldBackAsThePurposeAndThePersonSay_data() {
    QTest::addColumn<Purpose>("purpose");
    QTest::addColumn<int>("said");
    QTest::addColumn<bool>("held");
    QTest::addColumn<bool>("warns");
    QTest::newRow("marketing") << Purpose::Marketing << -1 << true << false;
    QTest::newRow("marketing, said so") << Purpose::Marketing << 1 << true << false;
    QTest::newRow("marketing, switched off") << Purpose::Marketing << 0 << false << true;
    QTest::newRow("transactional") << Purpose::Transactional << -1 << false << false;
    QTest::newRow("transactional, switched on") << Purpose::Transactional << 1 << true << false;
    QTest::newRow("transactional, switched off") << Purpose::Transactional << 0 << false << false;
  }
  void theWorkspacesGroupIsHeldBackAsThePurposeAndThePersonSay() {
    QFETCH(Purpose, purpose);
    QFETCH(int, said);
    QFETCH(bool, held);
    QFETCH(bool, warns);
    must(audience::WorkspaceGroup(m_world->fixture.database()).set(5));
    const Campaign draft = m_world->draft([&](Campaign& made) {
      made.purpose = purpose;
      if (said >= 0) made.holdBack.workspace = said == 1;
    });
    const CheckReport report = must(m_world->workspace.publisher().check(draft));
    QCOMPARE(report.reach.heldBackByWorkspace > 0, held);
    QCOMPARE(hasIssue(report, "control_group_off", campaign::Severity::Warn), warns);
  }

  void aCloneHoldsOthersBack() {
    const Campaign draft = m_world->draft([](Campaign& made) { made.holdBack.percent = 50; });
    const auto copy = must(m_world->workspace.campaigns().clone(draft.id));
    QCOMPARE(copy.holdBack.percent, 50);
    QVERIFY(copy.holdBack.seed > 0);
    QVERIFY(copy.holdBack.seed != draft.holdBack.seed);
    // Saved again, a campaign keeps its people.
    must(m_world->workspace.campaigns().save(draft, draft.revision));
    QCOMPARE(must(m_world->workspace.campaigns().load(draft.id)).holdBack.seed, draft.holdBack.seed);
  }

  void moreThanTheSafetyCheckAreHeld_data() {
    QTest::addColumn<int>("safetyCheck");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("holds");
    QTest::newRow("none") << 0 << 0 << false;
    QTest::newRow("as many") << kPeople << 0 << false;
    QTest::newRow("one more") << kPeople - 1 << 0 << true;
    // Who is held back qualifies, too.
    QTest::newRow("some of them held back") << kPeople - 1 << 50 << true;
    QTest::newRow("many fewer allowed") << 1 << 0 << true;
  }
  void moreThanTheSafetyCheckAreHeld() {
    QFETCH(int, safetyCheck);
    QFETCH(int, percent);
    QFETCH(bool, holds);
    const Campaign draft = m_world->draft([&](Campaign& made) {
      made.safetyCheck = safetyCheck;
      made.holdBack.percent = percent;
    });
    m_world->send(draft);
    QCOMPARE(hasIssue(m_world->report, "safety_check", campaign::Severity::Block), holds);
    QCOMPARE(!m_world->workspace.publisher().mayPublish(m_world->draft([&](Campaign& made) { made = draft; }),
                                                        m_world->report),
             holds);
    const Run run = m_world->now();
    QCOMPARE(run.state, holds ? RunState::Held : RunState::Running);
    QCOMPARE(run.reason, holds ? QString(hold::safetyCheck) : QString());
    if (!holds) return;
    const QString words = runStateText(run);
    QVERIFY2(words.contains(QStringLiteral("%L1").arg(kPeople)), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("more than %L1").arg(safetyCheck)), qPrintable(words));
    // A person may let it go all the same.
    must(RunControl(m_world->fixture.database(), m_world->clock).release(run.id));
    QCOMPARE(m_world->now().state, RunState::Running);
  }

 private:
  std::unique_ptr<OutsidersWorld> m_world;
};

QTEST_GUILESS_MAIN(HoldBackTest)
#include "hold_back_test.moc"
