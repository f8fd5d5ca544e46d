// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/timeline.h"

#include <QTest>

#include "reports/report_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::reports;
using delivery::RowState;
using test::must;
using test::SendingWorkspace;

namespace {
constexpr int kPeople = 500;
}

class TimelineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(kPeople);
    const ProviderId provider =
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    m_run = m_workspace->publish(m_workspace->addCampaign(SendingWorkspace::through(provider)), kPeople);
    m_begin = QDateTime(QDate(2026, 11, 26), QTime(18, 0), Qt::UTC);
  }

  void aRunThatHasNotBegunHasNoPoints() { QVERIFY(must(readTimeline(m_fixture->database(), m_run, m_begin)).empty()); }

  void theLastPointIsTheReport_data() {
    QTest::addColumn<int>("everyMs");
    QTest::newRow("half a second") << 1;
    QTest::newRow("eight minutes") << 1000;
    QTest::newRow("five days") << 864000;
  }
  void theLastPointIsTheReport() {
    QFETCH(int, everyMs);
    fill(everyMs);
    const QDateTime end = m_begin.addMSecs(static_cast<qint64>(everyMs) * kPeople);
    const auto points = must(readTimeline(m_fixture->database(), m_run, end));
    const RunReport report = must(ReportRepository(m_fixture->database()).ofRun(m_run));
    QCOMPARE(points.back().accepted, report.people(RowState::Accepted));
    QCOMPARE(points.back().refused, report.people(RowState::Refused));
    QVERIFY(points.size() <= kTimelinePoints + 1);
    QCOMPARE(points.front().at, m_begin);
    QCOMPARE(points.front().accepted, 0);
    for (std::size_t i = 1; i < points.size(); ++i) {
      QVERIFY(points[i].at > points[i - 1].at);
      QVERIFY(points[i].accepted >= points[i - 1].accepted && points[i].refused >= points[i - 1].refused);
    }
  }

  void whatIsSettledAfterTheEndCountsIntoTheLastPoint() {
    fill(1000);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'done', finished_at = %1")
                             .arg(m_begin.addSecs(kPeople).toMSecsSinceEpoch()));
    m_workspace->execute(QStringLiteral("UPDATE outbox SET updated_at = %1 WHERE profile_id = 3")
                             .arg(m_begin.addDays(2).toMSecsSinceEpoch()));
    const auto points = must(readTimeline(m_fixture->database(), m_run, m_begin.addDays(3)));
    QCOMPARE(points.back().at, m_begin.addSecs(kPeople));
    QCOMPARE(points.back().accepted + points.back().refused, kPeople);
  }

  void anIndexAloneAnswers() {
    QStringList plan;
    storage::Statement explain(
        m_fixture->database(),
        QStringLiteral("EXPLAIN QUERY PLAN SELECT COUNT(*) FROM outbox WHERE run_id = 1 AND seed = 0 AND state IN "
                       "('accepted', 'refused') AND state = 'accepted' AND updated_at > 1 AND updated_at <= 2"));
    while (must(explain.next())) plan << explain.text(3);
    QVERIFY2(plan.join(u'\n').contains(QStringLiteral("COVERING INDEX outbox_settled")), qPrintable(plan.join(u'\n')));
  }

 private:
  /// A person every so many milliseconds, each tenth refused.
  void fill(int everyMs) const {
    m_workspace->execute(
        QStringLiteral("UPDATE run SET state = 'running', started_at = %1, filled_at = %1, audience = %2")
            .arg(m_begin.toMSecsSinceEpoch())
            .arg(kPeople));
    m_workspace->execute(
        QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, updated_at) SELECT %1, id, CASE WHEN id % 10 = "
                       "0 THEN 'refused' ELSE 'accepted' END, %2 + id * %3 FROM profile")
            .arg(m_run.value)
            .arg(m_begin.toMSecsSinceEpoch())
            .arg(everyMs));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  RunId m_run;
  QDateTime m_begin;
};

QTEST_GUILESS_MAIN(TimelineTest)
#include "timeline_test.moc"
