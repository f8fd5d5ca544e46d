// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/settling/settle.h"

#include <QSignalSpy>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "providers/sandbox/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using providers::SandboxBehaviour;
using test::must;
using test::SendingWorkspace;

namespace {

/// Fewer than the faults in a row after which a provider is left alone for a while.
constexpr int kPeople = 2;
constexpr int kPatience = 120000;

}  // namespace

class SettleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_sandbox = std::make_unique<providers::SandboxServer>();
    must(m_sandbox->start(0, m_fixture->filePath(QStringLiteral("record.jsonl"))));
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_workspace->addPeople(kPeople);
    m_options.tick = std::chrono::milliseconds(20);
    m_options.askUnclear = false;
    m_options.askAfter = std::chrono::milliseconds(20);
    m_options.idleBeat = std::chrono::milliseconds(10);
  }

  void whatTheProviderHasIsAccepted() {
    sendUnclear(true);
    const AskReport report = ask();
    QCOMPARE(report.asked, kPeople);
    QCOMPARE(report.found, kPeople);
    QCOMPARE(rows(QStringLiteral("state = 'accepted' AND reason = 'found_at_provider' AND message_id IS NOT NULL")),
             kPeople);
  }

  void whatTheProviderDoesNotHaveStaysForAPerson() {
    sendUnclear(false);
    const AskReport report = ask();
    QCOMPARE(report.notFound, kPeople);
    QCOMPARE(rows(QStringLiteral("state = 'in_doubt'")), kPeople);
  }

  void aProviderThatIsGoneCannotBeAsked() {
    sendUnclear(false);
    m_workspace->execute(QStringLiteral("UPDATE attempt SET provider_id = NULL"));
    QCOMPARE(ask().unable, kPeople);
  }

  void theProviderIsAskedByItself_data() {
    QTest::addColumn<bool>("arrived");
    QTest::newRow("it has them") << true;
    QTest::newRow("it doesn't") << false;
  }
  void theProviderIsAskedByItself() {
    QFETCH(bool, arrived);
    sendUnclear(arrived);
    m_options.askUnclear = true;
    sendAll();
    QCOMPARE(rows(QStringLiteral("state = 'accepted' AND reason = 'found_at_provider'")), arrived ? kPeople : 0);
    QCOMPARE(rows(QStringLiteral("state = 'in_doubt' AND asked_at IS NOT NULL")), arrived ? 0 : kPeople);
  }

  void whoCannotBeReachedIsAskedAgainLater() {
    sendUnclear(true);
    const QUrl address = m_sandbox->url();
    m_sandbox->stop();
    m_options.askUnclear = true;
    sendAll();
    QCOMPARE(rows(QStringLiteral("state = 'in_doubt' AND asked_at IS NULL")), kPeople);
    must(m_sandbox->start(static_cast<quint16>(address.port()), m_fixture->filePath(QStringLiteral("record.jsonl"))));
    sendAll();
    QCOMPARE(rows(QStringLiteral("state = 'accepted'")), kPeople);
  }

  void aPersonSaysThatItWasSent() {
    sendUnclear(true);
    QCOMPARE(must(settle().asSent(m_selection)), kPeople);
    QCOMPARE(rows(QStringLiteral("state = 'accepted' AND reason = 'settled_sent'")), kPeople);
    QCOMPARE(must(settle().asSent(m_selection)), 0);
  }

  void onePersonAloneCanBeSettled() {
    sendUnclear(true);
    m_selection.identity = SendingWorkspace::identity(2);
    QCOMPARE(must(settle().asSent(m_selection)), 1);
    QCOMPARE(m_workspace->word(QStringLiteral("SELECT state FROM outbox WHERE profile_id = 2")),
             QStringLiteral("accepted"));
  }

  void whatWasNotSentIsSentAgainAsANewTry() {
    sendUnclear(false);
    QCOMPARE(must(settle().asNotSent(m_selection)), kPeople);
    QCOMPARE(m_workspace->word(QStringLiteral("SELECT state FROM run")), QStringLiteral("running"));
    m_sandbox->setBehaviour({});
    sendAll();
    QCOMPARE(rows(QStringLiteral("state = 'accepted' AND tries = 2")), kPeople);
    QCOMPARE(m_sandbox->record().count(), kPeople);
    QCOMPARE(m_workspace->word(QStringLiteral("SELECT state FROM run")), QStringLiteral("done"));
  }

  void whatWasNotSentOfAStoppedRunIsLeftOut() {
    sendUnclear(false);
    m_workspace->execute(QStringLiteral("UPDATE run SET state = 'stopped'"));
    QCOMPARE(must(settle().asNotSent(m_selection)), kPeople);
    QCOMPARE(rows(QStringLiteral("state = 'skipped' AND reason = 'campaign_stopped'")), kPeople);
  }

  void anotherCampaignIsLeftAlone() {
    sendUnclear(false);
    m_selection.campaign = CampaignId{99};
    QCOMPARE(must(settle().asSent(m_selection)), 0);
    QCOMPARE(ask(), AskReport{});
  }

 private:
  /// A run of which nobody knows what became; the messages did arrive or they didn't.
  void sendUnclear(bool arrived) {
    SandboxBehaviour failing;
    failing.mode = SandboxBehaviour::Mode::Fail;
    failing.recorded = arrived;
    m_sandbox->setBehaviour(failing);
    const ProviderId provider = m_workspace->addSandbox(QStringLiteral("Main"), m_sandbox->url());
    const auto draft = m_workspace->addCampaign(SendingWorkspace::through(provider));
    (void)m_workspace->publish(draft, kPeople);
    m_selection = {draft.id, {}, {}};
    sendAll();
    QCOMPARE(rows(QStringLiteral("state = 'in_doubt'")), kPeople);
    QCOMPARE(m_sandbox->record().count(), arrived ? kPeople : 0);
  }
  void sendAll() {
    DeliveryService service(m_workspace->context(), m_options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QVERIFY(idle.count() > 0 || idle.wait(kPatience));
    service.stop();
  }
  [[nodiscard]] AskReport ask() {
    auto asked = settle().ask(m_selection);
    asked.waitForFinished();
    return must(asked.result());
  }
  [[nodiscard]] Settle settle() { return {m_workspace->context(), m_http}; }
  [[nodiscard]] qint64 rows(const QString& condition) const {
    return m_workspace->figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE ") + condition);
  }

  HttpThread m_http;
  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<providers::SandboxServer> m_sandbox;
  std::unique_ptr<SendingWorkspace> m_workspace;
  DeliveryOptions m_options;
  UnclearSelection m_selection;
};

QTEST_GUILESS_MAIN(SettleTest)
#include "settle_test.moc"
