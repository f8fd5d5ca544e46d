// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <QSignalSpy>
#include <QTest>
#include <csignal>

#include "audience/suppression_repository.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/rate_lease.h"
#include "delivery/run/run_control.h"
#include "support/sending_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::HostileAct;
using test::HostileServer;
using test::must;
using test::SandboxTalk;
using test::SendingWorkspace;

namespace {

constexpr int kPatience = 120000;

struct Trouble : test::SendingWorld {
  explicit Trouble(int people) : SendingWorld(people) { options.deadline = std::chrono::milliseconds(2000); }

  template <class Route>
  RunId publish(Route route) const {
    return workspace.publish(workspace.addCampaign(SendingWorkspace::through(route), "Hello {{ Profile.identity }}"),
                             count);
  }
  [[nodiscard]] qint64 accepted() const { return rows(QStringLiteral("state = 'accepted'")); }
};

}  // namespace

class SendingTroubleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withoutANetworkNothingIsLost() {
    Trouble trouble(50);
    const ProviderId provider = trouble.add(QStringLiteral("Main"), test::deadAddress());
    (void)trouble.publish(provider);
    QString words;
    {
      DeliveryService service(trouble.workspace.context(), trouble.options);
      connect(&service, &DeliveryService::progress, this, [&](const RunProgress& now) { words = now.words; });
      service.start(1);
      QTRY_VERIFY_WITH_TIMEOUT(words.startsWith(QStringLiteral("Waiting for the network")), kPatience);
    }
    QCOMPARE(trouble.rows(QStringLiteral("state = 'pending'")), 50);
    QCOMPARE(trouble.runState(), QStringLiteral("running"));

    // The network is back.
    const HostileServer server(test::acceptingEach());
    trouble.workspace.execute(QStringLiteral("UPDATE provider SET base_url = '%1'")
                                  .arg(server.url().adjusted(QUrl::RemovePath | QUrl::StripTrailingSlash).toString()));
    trouble.sendAll(1);
    QCOMPARE(trouble.accepted(), 50);
    QCOMPARE(server.received().size(), std::size_t{50});
  }

  void anotherProviderOfTheGroupTakesOver_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("throttled") << 429 << 20429;
    QTest::newRow("wrong account") << 401 << 20003;
  }
  void anotherProviderOfTheGroupTakesOver() {
    QFETCH(int, status);
    QFETCH(int, code);
    Trouble trouble(40);
    const HostileServer first(
        test::answeringEach([&](const SandboxTalk& message) { return message.refused(status, code); }));
    const HostileServer second(test::acceptingEach());
    (void)trouble.publish(trouble.group(
        {trouble.add(QStringLiteral("First"), first.url()), trouble.add(QStringLiteral("Second"), second.url())}));
    trouble.sendAll(1);
    QCOMPARE(trouble.accepted(), 40);
    QCOMPARE(second.received().size(), std::size_t{40});
    // The same text goes to the next one.
    QCOMPARE(trouble.workspace.figure(QStringLiteral("SELECT COUNT(DISTINCT text) FROM outbox")), 40);
  }

  void aProviderThatCannotBeReachedIsPassedOver() {
    Trouble trouble(40);
    const HostileServer second(test::acceptingEach());
    (void)trouble.publish(trouble.group({trouble.add(QStringLiteral("First"), test::deadAddress()),
                                         trouble.add(QStringLiteral("Second"), second.url())}));
    trouble.sendAll(1);
    QCOMPARE(trouble.accepted(), 40);
  }

  void whatMayHaveArrivedIsNeverHandedOn_data() {
    QTest::addColumn<int>("way");
    QTest::newRow("closes") << static_cast<int>(HostileAct::Kind::Close);
    QTest::newRow("resets") << static_cast<int>(HostileAct::Kind::Reset);
    QTest::newRow("half an answer") << static_cast<int>(HostileAct::Kind::HalfBody);
    QTest::newRow("no answer") << static_cast<int>(HostileAct::Kind::Stall);
  }
  void whatMayHaveArrivedIsNeverHandedOn() {
    QFETCH(int, way);
    Trouble trouble(10);
    trouble.options.deadline = std::chrono::milliseconds(3000);
    const HostileServer first(test::answeringEach([&](const SandboxTalk& message) {
      HostileAct act = message.accepted();
      act.kind = static_cast<HostileAct::Kind>(way);
      return act;
    }));
    const HostileServer second(test::acceptingEach());
    (void)trouble.publish(trouble.group(
        {trouble.add(QStringLiteral("First"), first.url()), trouble.add(QStringLiteral("Second"), second.url())}));
    trouble.sendAll(1);
    // A provider without answers gets one message as a trial, and the others go elsewhere from the start.
    const auto tried = static_cast<qint64>(first.received().size());
    QVERIFY(tried > 0);
    QCOMPARE(trouble.rows(QStringLiteral("state = 'in_doubt' AND reason = 'no_clear_answer'")), tried);
    QCOMPARE(static_cast<qint64>(second.received().size()), 10 - tried);
    QCOMPARE(trouble.accepted(), 10 - tried);
    QCOMPARE(trouble.runState(), QStringLiteral("done"));
  }

  void anAnswerThatSaysNothingLeavesTheRowUnclear_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a web page") << 200 << QByteArray("<html>Welcome</html>");
    QTest::newRow("nothing") << 201 << QByteArray();
    QTest::newRow("another message's") << 201 << QByteArray(R"({"id":"1","to":"+15550001111","client_ref":"x"})");
    QTest::newRow("broken") << 201 << QByteArray("{\"id\":");
    QTest::newRow("server error") << 500 << QByteArray("{}");
  }
  void anAnswerThatSaysNothingLeavesTheRowUnclear() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Trouble trouble(5);
    const HostileServer server(test::answeringEach([&](const SandboxTalk&) {
      HostileAct act;
      act.status = status;
      act.body = body;
      return act;
    }));
    (void)trouble.publish(trouble.add(QStringLiteral("Main"), server.url()));
    trouble.sendAll(1);
    QCOMPARE(trouble.rows(QStringLiteral("state = 'in_doubt'")), 5);
    QCOMPARE(server.received().size(), std::size_t{5});
  }

  void whoOptedOutAtTheProviderIsUnsubscribed() {
    Trouble trouble(1);
    const HostileServer server(
        test::answeringEach([](const SandboxTalk& message) { return message.refused(400, 21610); }));
    (void)trouble.publish(trouble.add(QStringLiteral("Main"), server.url()));
    trouble.sendAll(1);
    QCOMPARE(trouble.rows(QStringLiteral("state = 'refused' AND reason = 'opted_out'")), 1);
    const audience::SuppressionRepository suppressions(trouble.fixture.database(), trouble.clock);
    QVERIFY(must(suppressions.isSuppressed(SendingWorkspace::number(1))));
  }

  void aWrongAccountPausesTheRunForAPerson() {
    Trouble trouble(30);
    const HostileServer wrong(
        test::answeringEach([](const SandboxTalk& message) { return message.refused(401, 20003); }));
    const RunId run = trouble.publish(trouble.add(QStringLiteral("Main"), wrong.url()));
    trouble.sendAll(1);
    QCOMPARE(trouble.runState(), QStringLiteral("paused"));
    QCOMPARE(trouble.runReason(), QString(hold::noProvider));
    QCOMPARE(trouble.rows(QStringLiteral("state = 'pending'")), 30);
    QVERIFY(!trouble.workspace.word(QStringLiteral("SELECT last_problem FROM provider")).isEmpty());

    const HostileServer right(test::acceptingEach());
    trouble.workspace.execute(QStringLiteral("UPDATE provider SET base_url = '%1'")
                                  .arg(right.url().adjusted(QUrl::RemovePath | QUrl::StripTrailingSlash).toString()));
    must(RunControl(trouble.fixture.database(), trouble.clock).resume(run));
    trouble.sendAll(1);
    QCOMPARE(trouble.accepted(), 30);
  }

  void throttlingSlowsDownAndLosesNobody() {
    Trouble trouble(60);
    std::atomic<int> number = 0;
    const HostileServer server(test::answeringEach([&](const SandboxTalk& message) {
      return ++number % 5 == 0 ? message.refused(429, 20429) : message.accepted();
    }));
    (void)trouble.publish(trouble.add(QStringLiteral("Main"), server.url()));
    trouble.sendAll(1);
    QCOMPARE(trouble.accepted(), 60);
    QVERIFY(trouble.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt WHERE outcome = 'retry_after'")) > 0);
  }

  void aFullDiskStopsSendingAndLosesNoResult() {
    Trouble trouble(300);
    trouble.options.deadline = std::chrono::milliseconds(15000);
    const HostileServer server(test::answeringEach([](const SandboxTalk& message) {
      HostileAct act = message.accepted();
      act.delayMs = 30;
      return act;
    }));
    (void)trouble.publish(trouble.add(QStringLiteral("Main"), server.url()));
    DeliveryService service(trouble.workspace.context(), trouble.options);
    QSignalSpy problems(&service, &DeliveryService::problem);
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(trouble.accepted() > 30, kPatience);
    fillDisk(true);
    const bool noticed = problems.count() > 0 || problems.wait(kPatience);
    // What can't be written down doesn't leave: whatever arrived has its try on the disk.
    const auto arrived = static_cast<qint64>(server.received().size());
    const qint64 writtenDown = trouble.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt"));
    fillDisk(false);
    QVERIFY(noticed);
    QVERIFY2(arrived <= writtenDown, qPrintable(QStringLiteral("%1 of %2").arg(arrived).arg(writtenDown)));
    QVERIFY(idle.count() > 0 || idle.wait(kPatience));
    service.stop();
    QCOMPARE(trouble.accepted(), 300);
    QCOMPARE(server.received().size(), std::size_t{300});
  }

  void whoHasNoSecretPicksNothing() {
    Trouble trouble(3);
    providers::Provider provider;
    provider.name = QStringLiteral("Twilio");
    provider.type = QStringLiteral("twilio");
    provider.settings = {{QStringLiteral("account_sid"), QStringLiteral("AC") + QString(32, u'a')},
                         {QStringLiteral("from"), QStringLiteral("+15005550006")}};
    const ProviderId id = must(trouble.workspace.providers().create(provider));
    const auto draft = trouble.workspace.addCampaign(SendingWorkspace::through(id));
    must(trouble.workspace.campaigns().freeze(draft.id, draft.revision, 3, {trouble.clock.now()}).map([](const auto&) {
    }));
    QString words;
    DeliveryService service(trouble.workspace.context(), trouble.options);
    connect(&service, &DeliveryService::progress, this, [&](const RunProgress& now) { words = now.words; });
    QSignalSpy idle(&service, &DeliveryService::idle);
    service.start(1);
    QVERIFY(idle.wait(kPatience));
    service.stop();
    QCOMPARE(trouble.rows(QStringLiteral("state = 'pending'")), 3);
    QVERIFY2(words.contains(QStringLiteral("Twilio")), qPrintable(words));
  }

 private:
  /// As if no room were left for files to grow into.
  static void fillDisk(bool full) {
    static rlimit usual{};
    static const auto readUsual = ::getrlimit(RLIMIT_FSIZE, &usual);
    Q_UNUSED(readUsual)
    static const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    Q_UNUSED(ignored)
    rlimit limit = usual;
    if (full) limit.rlim_cur = 1024;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
  }
};

QTEST_GUILESS_MAIN(SendingTroubleTest)
#include "sending_trouble_test.moc"
