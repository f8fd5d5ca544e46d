// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/left_out_providers.h"
#include "delivery/outbox/provider_circuit.h"
#include "delivery/outbox/rate_lease.h"
#include "delivery/run/run_control.h"
#include "support/sending_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using namespace std::chrono_literals;
using test::HostileAct;
using test::HostilePlan;
using test::HostileServer;
using test::must;
using test::SandboxTalk;
using test::SendingWorkspace;

namespace {

/// Far in the future of every test, and in its past.
constexpr qint64 kLater = 9'000'000'000'000;
constexpr qint64 kBefore = 1;

HostilePlan always(const HostileAct& act) {
  return test::answeringEach([act](const SandboxTalk&) { return act; });
}

struct DeadWorld : test::SendingWorld {
  explicit DeadWorld(int people = 0) : SendingWorld(people) { options.deadline = 4000ms; }
  RunId publish(const std::vector<ProviderId>& members) const {
    return workspace.publish(workspace.addCampaign(SendingWorkspace::through(group(members))), count);
  }
  /// The pause is over, without waiting for it.
  void letTimePass() const { workspace.execute(QStringLiteral("UPDATE rate_lease SET paused_until = 0")); }
};

/// What the circuit of one provider lets leave.
struct Circuit {
  Circuit() { provider = world.add(QStringLiteral("Main"), test::deadAddress()); }

  RateOffer ask() {
    auto transaction = must(storage::Transaction::begin(world.fixture.database()));
    const RateOffer offer = must(rates.offered(provider, 0, 50));
    must(rates.take(provider, 0, offer.slots));
    must(transaction.commit());
    return offer;
  }
  void came(Contact contact, qint64 left = kLater) const { must(circuit.note(provider, contact, left)); }
  [[nodiscard]] qint64 pauseMs() const {
    return world.workspace.figure(QStringLiteral("SELECT paused_until - failed_at FROM rate_lease"));
  }

  DeadWorld world;
  RateLease rates{world.fixture.database()};
  ProviderCircuit circuit{world.fixture.database()};
  ProviderId provider;
};

}  // namespace

class DeadProviderTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whoHasNotAnsweredYetIsBegunWithOneMessage() {
    Circuit circuit;
    QCOMPARE(circuit.ask().slots, 1);
    const RateOffer second = circuit.ask();
    QCOMPARE(second.slots, 0);
    // Nothing bad is known: its messages wait for the answer and don't go elsewhere.
    QVERIFY(!second.paused);
    circuit.came(Contact::Answered);
    QCOMPARE(circuit.ask().slots, 50);
    QCOMPARE(circuit.ask().slots, 50);
  }

  void aTrialThatNeverLeftMakesRoomForAnother() {
    Circuit circuit;
    QCOMPARE(circuit.ask().slots, 1);
    circuit.came(Contact::None);
    QCOMPARE(circuit.ask().slots, 1);
  }

  void anOpenCircuitIsTriedByOneMessageAfterItsPause() {
    Circuit circuit;
    QCOMPARE(circuit.ask().slots, 1);
    circuit.came(Contact::Silent);
    QVERIFY(circuit.ask().paused);
    circuit.world.letTimePass();
    QCOMPARE(circuit.ask().slots, 1);
    // It is known to be bad: others may have the messages meanwhile.
    QVERIFY(circuit.ask().paused);
    circuit.came(Contact::Answered);
    QCOMPARE(circuit.ask().slots, 50);
  }

  void pausesGrowWithEachTrialThatFails_data() {
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("longest");
    QTest::newRow("nothing arrived") << Contact::Refused << qint64{100} << qint64{30000};
    QTest::newRow("no answer, perhaps arrived") << Contact::Silent << qint64{5000} << qint64{300000};
  }
  void pausesGrowWithEachTrialThatFails() {
    QFETCH(Contact, contact);
    Circuit circuit;
    qint64 last = 0;
    for (int i = 0; i < 14; ++i) {
      circuit.world.letTimePass();
      QCOMPARE(circuit.ask().slots, 1);
      circuit.came(contact);
      if (i == 0) QTEST(circuit.pauseMs(), "first");
      QVERIFY(circuit.pauseMs() >= last);
      last = circuit.pauseMs();
    }
    QTEST(last, "longest");
  }

  void whatWasUnderWayWhenItOpenedSaysNothingNew() {
    Circuit circuit;
    circuit.came(Contact::Refused);
    for (int i = 0; i < 20; ++i) circuit.came(Contact::Refused, kBefore);
    QCOMPARE(circuit.pauseMs(), 100);
  }

  void onlySeveralServerFaultsInARowOpenIt() {
    Circuit circuit;
    QCOMPARE(circuit.ask().slots, 1);
    circuit.came(Contact::Answered);
    circuit.came(Contact::Fault);
    circuit.came(Contact::Fault);
    circuit.came(Contact::Answered);
    circuit.came(Contact::Fault);
    circuit.came(Contact::Fault);
    QVERIFY(!circuit.ask().paused);
    circuit.came(Contact::Fault);
    QVERIFY(circuit.ask().paused);
  }

  void aSilentFirstMemberCostsOneTimeOutAndNotOneAMessage() {
    DeadWorld world(1000);
    HostileAct silence;
    silence.kind = HostileAct::Kind::Stall;
    const HostileServer dead(always(silence));
    const HostileServer alive(test::acceptingEach());
    (void)world.publish(
        {world.add(QStringLiteral("Dead"), dead.url()), world.add(QStringLiteral("Alive"), alive.url())});
    world.sendAll(2);
    const auto tried = static_cast<qint64>(dead.received().size());
    // One; on a computer that takes longer than the pauses of 5, 10, 20, … seconds one more each.
    QVERIFY2(tried >= 1 && tried <= 6, qPrintable(QString::number(tried)));
    // What may have arrived is sent nowhere else.
    QCOMPARE(world.rows(QStringLiteral("state = 'in_doubt'")), tried);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 1000 - tried);
    QCOMPARE(static_cast<qint64>(alive.received().size()), 1000 - tried);
  }

  void aMemberWhereNobodyListensLosesNothing() {
    DeadWorld world(1000);
    const HostileServer alive(test::acceptingEach());
    (void)world.publish(
        {world.add(QStringLiteral("Dead"), test::deadAddress()), world.add(QStringLiteral("Alive"), alive.url())});
    world.sendAll(2);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 1000);
    QCOMPARE(alive.received().size(), std::size_t{1000});
    // 0.1, 0.2, 0.4, … seconds lie between two tries, and never more than half a minute.
    const qint64 tried =
        world.workspace.figure(QStringLiteral("SELECT COUNT(*) FROM attempt WHERE outcome = 'not_sent'"));
    QVERIFY2(tried >= 1 && tried <= 20, qPrintable(QString::number(tried)));
  }

  void aRejectedAccountIsLeftOutByEverybodyUntilAPersonResumes() {
    DeadWorld world(200);
    HostileAct rejected;
    rejected.status = 401;
    rejected.body = R"({"error":{"code":"auth","message":"no credit left"}})";
    const HostileServer poor(always(rejected));
    const HostileServer alive(test::acceptingEach());
    const ProviderId first = world.add(QStringLiteral("Poor"), poor.url());
    const RunId run = world.publish({first, world.add(QStringLiteral("Alive"), alive.url())});
    world.sendAll(3);
    QCOMPARE(poor.received().size(), std::size_t{1});
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 200);
    const LeftOutProviders leftOut(world.fixture.database());
    const auto told = must(leftOut.describe(run));
    QCOMPARE(told.size(), std::size_t{1});
    QCOMPARE(told.front().name, QStringLiteral("Poor"));
    QVERIFY(!told.front().words.isEmpty());
    QVERIFY(!must(world.workspace.providers().byId(first)).health.lastProblem.isEmpty());

    world.workspace.execute(QStringLiteral("UPDATE run SET state = 'paused', hold_reason = 'by_person'"));
    must(RunControl(world.fixture.database(), world.clock).resume(run));
    QVERIFY(must(leftOut.of(run)).empty());
  }
};

QTEST_GUILESS_MAIN(DeadProviderTest)
#include "dead_provider_test.moc"
