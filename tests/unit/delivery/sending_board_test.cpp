// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/sending_board.h"

#include <QSignalSpy>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

class SendingBoardTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    const ProviderId provider =
        m_workspace->addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    m_campaign = m_workspace->addCampaign(SendingWorkspace::through(provider)).id;
    m_background = std::make_unique<Background>();
    m_service = std::make_unique<DeliveryService>(m_workspace->context());
    m_board = std::make_unique<SendingBoard>(*m_service, m_fixture->database(), m_clock, *m_background);
  }
  void cleanup() {
    m_board.reset();
    m_service.reset();
    m_background.reset();
    m_workspace.reset();
    m_fixture.reset();
  }

  void aRunIsShownOnceItsNameIsKnown() {
    tell(1, RunState::Running);
    QTRY_COMPARE(m_board->lines().size(), std::size_t{1});
    QCOMPARE(m_board->lines().front().name, QStringLiteral("Test"));
    QVERIFY(m_board->isSending());
  }

  void whoNeedsAPersonComesFirst() {
    tell(1, RunState::Paused, QString(hold::byPerson));
    tell(2, RunState::Running);
    tell(3, RunState::Held, QString(hold::missed));
    QTRY_COMPARE(m_board->lines().size(), std::size_t{3});
    QList<qint64> order;
    for (const SendingLine& line : m_board->lines()) order << line.progress.run.value;
    QCOMPARE(order, (QList<qint64>{3, 2, 1}));
  }

  void whatIsOverLeavesAndIsTold() {
    tell(1, RunState::Running);
    QTRY_COMPARE(m_board->lines().size(), std::size_t{1});
    QSignalSpy ended(m_board.get(), &SendingBoard::ended);
    tell(1, RunState::Done);
    QCOMPARE(ended.size(), 1);
    QVERIFY(m_board->lines().empty());
    QVERIFY(!m_board->isSending());
  }

  void aNeedIsToldOnce() {
    tell(1, RunState::Running);
    QTRY_COMPARE(m_board->lines().size(), std::size_t{1});
    QSignalSpy needs(m_board.get(), &SendingBoard::needsPerson);
    tell(1, RunState::Held, QString(hold::firstSent));
    tell(1, RunState::Held, QString(hold::firstSent));
    QCOMPARE(needs.size(), 1);
  }

  void aThousandChangesAreToldAsFew() {
    tell(1, RunState::Running);
    QTRY_COMPARE(m_board->lines().size(), std::size_t{1});
    QSignalSpy changed(m_board.get(), &SendingBoard::changed);
    for (int i = 0; i < 1000; ++i) tell(1, RunState::Running, {}, i);
    QVERIFY(changed.size() <= 1);
    QTRY_VERIFY(changed.size() > 0);
    QCOMPARE(m_board->lines().front().progress.total, 999);
  }

 private:
  void tell(qint64 run, RunState state, const QString& reason = {}, qint64 total = 10) {
    RunProgress progress;
    progress.run = RunId{run};
    progress.campaign = m_campaign;
    progress.state = state;
    progress.reason = reason;
    progress.total = total;
    Q_EMIT m_service->progress(progress);
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  std::unique_ptr<Background> m_background;
  std::unique_ptr<DeliveryService> m_service;
  std::unique_ptr<SendingBoard> m_board;
  CampaignId m_campaign;
};

QTEST_GUILESS_MAIN(SendingBoardTest)
#include "sending_board_test.moc"
