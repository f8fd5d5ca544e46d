// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/left_out_providers.h"
#include "support/generic_provider.h"
#include "support/sending_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::HostileAct;
using test::HostilePlan;
using test::HostileServer;
using test::must;
using test::SandboxTalk;
using test::SendingWorkspace;

namespace {

constexpr int kStuckPatience = 120000;
constexpr int kStuckPeople = 20;

HostilePlan answering(int status, const QByteArray& body) {
  return test::answeringEach([status, body](const SandboxTalk&) {
    HostileAct act;
    act.status = status;
    act.body = body;
    return act;
  });
}

/// A group of two: who turns every message away, and one more.
struct StuckWorld : test::SendingWorld {
  StuckWorld() : SendingWorld(kStuckPeople) {
    first = must(workspace.providers().create(test::genericProvider(
        QStringLiteral("Choosy"), choosy.url().toString(), QStringLiteral("{\"to\":\"$$To\",\"text\":\"$$Body\"}"), {},
        {{QStringLiteral("code_selector"), QStringLiteral("code")},
         {QStringLiteral("outcomes"),
          QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("7")},
                                 {QStringLiteral("value"), QStringLiteral("next_provider")}},
                     QJsonObject{{QStringLiteral("name"), QStringLiteral("8")},
                                 {QStringLiteral("value"), QStringLiteral("no_credit")}}}},
         {QStringLiteral("max_per_second"), 100000},
         {QStringLiteral("max_in_flight"), 4}})));
  }
  [[nodiscard]] static QString addressOf(const HostileServer& server) {
    return server.url().adjusted(QUrl::RemovePath | QUrl::StripTrailingSlash).toString();
  }
  ProviderId addSecond(const HostileServer& server) const {
    return workspace.addSandbox(QStringLiteral("Second"), QUrl(addressOf(server)));
  }
  void publish(ProviderId second) const {
    (void)workspace.publish(workspace.addCampaign(SendingWorkspace::through(group({first, second}))), kStuckPeople);
  }

  const HostileServer choosy{answering(400, R"({"code":"7"})")};
  ProviderId first;
};

}  // namespace

class StuckRunTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whoWaitsForALeftOutProviderIsHeldAndSaidSo_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong credentials") << 401 << QByteArray(R"({"error":{"code":"20003"}})")
                                       << QStringLiteral("“Second” refused its credentials");
  }
  void whoWaitsForALeftOutProviderIsHeldAndSaidSo() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    StuckWorld world;
    const HostileServer wrong(answering(status, body));
    world.publish(world.addSecond(wrong));
    const RunProgress progress = world.sendAll(1);
    // Nobody was refused for good: it may be mended.
    QCOMPARE(world.rows(QStringLiteral("state = 'pending'")), kStuckPeople);
    QCOMPARE(world.runReason(), QString(hold::noProvider));
    QVERIFY2(progress.words.contains(said), qPrintable(progress.words));
    QVERIFY2(progress.words.contains(QStringLiteral("add another provider")), qPrintable(progress.words));
  }

  void itGoesOnByItselfOnceThatIsMended() {
    StuckWorld world;
    const HostileServer wrong(answering(401, R"({"error":{"code":"20003"}})"));
    const ProviderId second = world.addSecond(wrong);
    world.publish(second);
    (void)world.sendAll(1);
    QCOMPARE(world.runReason(), QString(hold::noProvider));
    const HostileServer right(test::acceptingEach());
    world.workspace.execute(QStringLiteral("UPDATE provider SET base_url = '%1' WHERE id = %2")
                                .arg(StuckWorld::addressOf(right))
                                .arg(second.value));
    (void)world.sendAll(1);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), kStuckPeople);
    // The report still knows that it was left out for a while.
    const auto history = must(LeftOutProviders(world.fixture.database()).history(RunId{1}));
    QCOMPARE(history.size(), std::size_t{1});
    QVERIFY(history.front().until.isValid());
  }

  void itGoesOnWhileItIsWatchedToo() {
    StuckWorld world;
    const HostileServer wrong(answering(401, R"({"error":{"code":"20003"}})"));
    const ProviderId second = world.addSecond(wrong);
    world.publish(second);
    DeliveryService service(world.workspace.context(), world.options);
    service.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(world.runReason(), QString(hold::noProvider), kStuckPatience);
    // A check that the account is good is enough; where it was wrong it is right now.
    const HostileServer right(test::acceptingEach());
    world.workspace.execute(QStringLiteral("UPDATE provider SET base_url = '%1', verified_at = 9000000000000 WHERE id "
                                           "= %2")
                                .arg(StuckWorld::addressOf(right))
                                .arg(second.value));
    QTRY_COMPARE_WITH_TIMEOUT(world.rows(QStringLiteral("state = 'accepted'")), kStuckPeople, kStuckPatience);
    service.stop();
  }

  void anotherProviderLetsItGoOn() {
    StuckWorld world;
    const HostileServer wrong(answering(401, R"({"error":{"code":"20003"}})"));
    world.publish(world.addSecond(wrong));
    (void)world.sendAll(1);
    const HostileServer right(test::acceptingEach());
    const ProviderId third = world.workspace.addSandbox(QStringLiteral("Third"), QUrl(StuckWorld::addressOf(right)));
    world.workspace.execute(
        QStringLiteral("INSERT INTO provider_group_member (group_id, provider_id, position) SELECT id, %1, 9 FROM "
                       "provider_group")
            .arg(third.value));
    (void)world.sendAll(1);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), kStuckPeople);
    QCOMPARE(right.received().size(), std::size_t{kStuckPeople});
  }

  void noCreditIsToldApartFromWrongCredentials() {
    StuckWorld world;
    const HostileServer poor(answering(402, R"({"code":"8"})"));
    world.workspace.execute(QStringLiteral("UPDATE provider SET settings = json_set(settings, '$.endpoint', '%1')")
                                .arg(poor.url().toString()));
    (void)world.workspace.publish(world.workspace.addCampaign(SendingWorkspace::through(world.first)), kStuckPeople);
    const RunProgress progress = world.sendAll(1);
    const auto leftOut = must(LeftOutProviders(world.fixture.database()).describe(RunId{1}));
    QCOMPARE(leftOut.size(), std::size_t{1});
    QCOMPARE(leftOut.front().code, QString(left_out::noCredit));
    QVERIFY2(progress.words.contains(QStringLiteral("“Choosy” has no credit left. Top it up")),
             qPrintable(progress.words));
    QCOMPARE(world.workspace.word(QStringLiteral("SELECT outcome FROM attempt LIMIT 1")), QStringLiteral("no_credit"));
  }
};

QTEST_GUILESS_MAIN(StuckRunTest)
#include "stuck_run_test.moc"
