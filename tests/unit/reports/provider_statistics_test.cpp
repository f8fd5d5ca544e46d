// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/provider_statistics.h"

#include <QTest>

#include "providers/routes/provider_uses.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::reports;
using test::must;
using test::SendingWorkspace;

/// A provider's figures, and what depends on it.
class ProviderStatisticsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(4);
    m_provider = m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    m_draft = m_workspace->addCampaign(SendingWorkspace::through(m_provider));
  }
  void cleanup() { m_workspace.reset(); }

  void eachDayHasItsFigures() {
    m_run = m_workspace->publish(m_draft, 4);
    const QDateTime now = m_clock.now();
    settle(1, QStringLiteral("accepted"), now, QStringLiteral("'delivered'"));
    settle(2, QStringLiteral("accepted"), now.addDays(-1), QStringLiteral("NULL"));
    settle(3, QStringLiteral("refused"), now.addDays(-1), QStringLiteral("NULL"));
    settle(4, QStringLiteral("accepted"), now.addDays(-60), QStringLiteral("NULL"));
    const auto statistics = must(providerStatistics(m_fixture->database(), m_provider, now, 30));
    QCOMPARE(statistics.days.size(), std::size_t{30});
    QCOMPARE(statistics.days.back().day, now.toLocalTime().date());
    QCOMPARE(statistics.days.back().sent, 1);
    QCOMPARE(statistics.days.back().delivered, 1);
    QCOMPARE(statistics.days[28].sent, 1);
    QCOMPARE(statistics.days[28].errors, 1);
    QCOMPARE(statistics.total().sent, 2);
    QVERIFY(statistics.hasReceipts);
  }

  void whatWasTakenLatelyIsCounted() {
    m_run = m_workspace->publish(m_draft, 4);
    const QDateTime now = m_clock.now();
    settle(1, QStringLiteral("accepted"), now.addSecs(-3600), QStringLiteral("NULL"));
    settle(2, QStringLiteral("accepted"), now.addDays(-2), QStringLiteral("NULL"));
    const auto taken = must(takenSince(m_fixture->database(), now.addDays(-1)));
    QCOMPARE(taken.value(m_provider.value).accepted, 1);
    QVERIFY(!taken.value(m_provider.value).hasReceipts);
  }

  void whatSendsIsNotTakenOutOfUse() {
    m_run = m_workspace->publish(m_draft, 4);
    const auto archived = m_workspace->providers().archive(m_provider);
    QVERIFY(!archived);
    QCOMPARE(archived.error().code, ErrorCode::Conflict);
    QVERIFY(archived.error().message.contains(QStringLiteral("“Test”")));
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'done'"));
    must(m_workspace->providers().archive(m_provider));
  }

  void theDefaultGivesWayFirst() {
    must(m_workspace->providers().setDefault(m_provider));
    const ProviderId other =
        m_workspace->addSandbox(QStringLiteral("Other"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    QVERIFY(must(providers::usesOf(m_fixture->database(), m_provider)).isDefault);
    QVERIFY(!m_workspace->providers().archive(m_provider));
    must(m_workspace->providers().setDefault(other));
    must(m_workspace->providers().archive(m_provider));
  }

  void aGroupsRunNeedsItsMembers() {
    const GroupId group = must(m_workspace->groups().create({{}, QStringLiteral("Europe"), {m_provider}, false}));
    m_draft = m_workspace->addCampaign(SendingWorkspace::through(group));
    m_run = m_workspace->publish(m_draft, 4);
    const auto uses = must(providers::usesOf(m_fixture->database(), m_provider));
    QCOMPARE(uses.groups, QStringList{QStringLiteral("Europe")});
    QCOMPARE(uses.sending, QStringList{QStringLiteral("Test")});
    QVERIFY(uses.words().contains(QStringLiteral("the group “Europe”")));
  }

  void theBalanceIsAsTheProviderWroteIt() {
    must(providers::recordBalance(m_fixture->database(), m_provider, QStringLiteral("12.40 USD")));
    QCOMPARE(must(providers::balances(m_fixture->database())).value(m_provider.value), QStringLiteral("12.40 USD"));
  }

 private:
  void settle(int person, const QString& state, const QDateTime& at, const QString& receipt) {
    m_workspace->execute(QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, provider_id, updated_at, "
                                        "delivery_state) VALUES (%1, %2, '%3', %4, %5, %6)")
                             .arg(m_run.value)
                             .arg(person)
                             .arg(state)
                             .arg(m_provider.value)
                             .arg(at.toMSecsSinceEpoch())
                             .arg(receipt));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  ProviderId m_provider;
  RunId m_run;
  campaign::Campaign m_draft;
};

QTEST_GUILESS_MAIN(ProviderStatisticsTest)
#include "provider_statistics_test.moc"
