// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/run/outlook.h"

#include <QTest>

#include "delivery/outbox/run_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

class OutlookTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }
  void init() {
    m_clock.set(QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC));
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(4);
    m_provider = m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
  }

  void nothingGoingOnIsSilent() {
    QVERIFY(outlook().isEmpty());
    QVERIFY(outlookSentences(outlook()).isEmpty());
  }

  void whatIsDueIsNamedWithItsTime() {
    publishAt(m_clock.now().addSecs(3600));
    const QStringList sentences = outlookSentences(outlook());
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences.front().startsWith(QStringLiteral("“Test” is due on ")));
    QVERIFY(sentences.front().endsWith(QStringLiteral("and will only be sent if the program runs then.")));
  }

  void ofSeveralTheFirstIsNamed() {
    publishAt(m_clock.now().addSecs(7200));
    publishAt(m_clock.now().addSecs(3600));
    QCOMPARE(outlook().due.front().dueAt, m_clock.now().addSecs(3600));
    QVERIFY(outlookSentences(outlook()).front().startsWith(QStringLiteral("2 campaigns are due, the first, “Test”,")));
  }

  void whatIsPickedCountsAsSent() {
    publishAt(m_clock.now());
    QCOMPARE(must(RunRepository(m_fixture->database(), m_clock).startDue()), 1);
    QCOMPARE(outlookSentences(outlook()),
             QStringList{QStringLiteral("“Test” is being sent: 4 of 4 people still wait for it.")});
  }

  void whoWasNotDrawnDoesNotWait() {
    publishAt(m_clock.now());
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'running', only_people = 2, filled_at = 1"));
    m_workspace->execute(
        QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, reason, updated_at) SELECT run.id, profile.id, "
                       "CASE WHEN profile.id = 1 THEN 'accepted' WHEN profile.id = 2 THEN 'pending' ELSE 'skipped' "
                       "END, CASE WHEN profile.id > 2 THEN 'not_drawn' ELSE '' END, 0 FROM run, profile"));
    QCOMPARE(outlookSentences(outlook()),
             QStringList{QStringLiteral("“Test” is being sent: 1 of 2 people still wait for it.")});
  }

  void whatWaitsForAPersonDoesNotKeepTheWindow_data() {
    QTest::addColumn<QString>("state");
    for (const auto* state : {"held", "paused", "stopped", "done"}) QTest::newRow(state) << QString::fromLatin1(state);
  }
  void whatWaitsForAPersonDoesNotKeepTheWindow() {
    QFETCH(QString, state);
    publishAt(m_clock.now());
    m_workspace->execute(QStringLiteral("UPDATE run SET state = '%1'").arg(state));
    QVERIFY(outlook().isEmpty());
  }

  void endingSaysWhatBecomesOfEach() {
    const UnderWay going{CampaignId{1}, QStringLiteral("A"), 1, 2};
    const DueRun due{CampaignId{2}, QStringLiteral("B"), m_clock.now()};
    QVERIFY(quitSentence({{going}, {}}).contains(QStringLiteral("the rest goes on at the next start")));
    QVERIFY(!quitSentence({{going}, {}}).contains(QStringLiteral("due")));
    QVERIFY(quitSentence({{}, {due}}).contains(QStringLiteral("Nothing that is due is sent until then")));
    QVERIFY(!quitSentence({{}, {due}}).contains(QStringLiteral("Sending stops")));
    QVERIFY(backgroundSentence({{going}, {due}}).contains(QStringLiteral("sent in time")));
  }

 private:
  [[nodiscard]] Outlook outlook() const { return must(readOutlook(m_fixture->database(), m_clock)); }
  void publishAt(const QDateTime& at) const {
    const auto draft = m_workspace->addCampaign(SendingWorkspace::through(m_provider));
    (void)must(m_workspace->publisher().publishAt(draft.id, draft.revision, 4, at));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  ProviderId m_provider;
};

QTEST_GUILESS_MAIN(OutlookTest)
#include "outlook_test.moc"
