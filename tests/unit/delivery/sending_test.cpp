// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "delivery/delivery_service.h"
#include "delivery/run_control.h"
#include "delivery/run_repository.h"
#include "providers/sandbox_server.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using providers::SandboxBehaviour;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kPatience = 30000;

/// A workspace that sends to a sandbox, and everything between.
struct Sending {
  explicit Sending(int people) {
    must(sandbox.start(0, fixture.filePath(QStringLiteral("record.jsonl"))));
    workspace.addPeople(people);
    provider = workspace.addSandbox(QStringLiteral("Main"), sandbox.url());
    options.tick = std::chrono::milliseconds(50);
    options.idleBeat = std::chrono::milliseconds(20);
  }

  /// Sends until nothing is left to be done.
  void sendAll(int workers = 2) {
    DeliveryService service(workspace.context(), options);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(workers);
    QVERIFY(idle.wait(kPatience));
    service.stop();
  }
  [[nodiscard]] qint64 rows(const QString& state) const {
    return workspace.figure(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE state = '%1'").arg(state));
  }
  [[nodiscard]] QString runState() const { return workspace.word(QStringLiteral("SELECT state FROM run")); }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  providers::SandboxServer sandbox;
  ProviderId provider;
  DeliveryOptions options;
};

}  // namespace

class SendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everybodyGetsTheMessageOnce() {
    Sending sending(500);
    const auto draft = sending.workspace.addCampaign(SendingWorkspace::through(sending.provider));
    (void)sending.workspace.publish(draft, 500);
    sending.sendAll();
    QCOMPARE(sending.rows(QStringLiteral("accepted")), 500);
    QCOMPARE(sending.sandbox.record().count(), 500);
    QCOMPARE(sending.runState(), QStringLiteral("done"));
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT audience FROM run")), 500);
    QCOMPARE(sending.workspace.figure(QStringLiteral("SELECT COUNT(DISTINCT message_id) FROM outbox")), 500);
  }
};

QTEST_GUILESS_MAIN(SendingTest)
#include "sending_test.moc"
