// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/rate_lease.h"

#include <QTest>

#include "delivery/outbox/provider_circuit.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using namespace std::chrono_literals;
using test::must;

namespace {

struct Lease {
  Lease() {
    provider = workspace.addSandbox(QStringLiteral("Main"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    (void)must(rates.offered(provider, 0, 1));
    must(ProviderCircuit(fixture.database()).note(provider, Contact::Answered, 0));
  }

  /// As a courier does it: asks and takes in one transaction.
  int takeUpTo(int wanted, double perSecond) {
    auto transaction = must(storage::Transaction::begin(fixture.database()));
    const RateOffer offer = must(rates.offered(provider, perSecond, wanted));
    must(rates.take(provider, perSecond, offer.slots));
    must(transaction.commit());
    return offer.slots;
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  test::SendingWorkspace workspace{fixture.database(), clock};
  RateLease rates{fixture.database()};
  ProviderId provider;
};

}  // namespace

class RateLeaseTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void noLimitGivesWhatIsWanted() {
    Lease lease;
    QCOMPARE(lease.takeUpTo(5000, 0), 5000);
    QCOMPARE(lease.takeUpTo(5000, 0), 5000);
  }

  void couriersTogetherKeepTheLimit() {
    Lease lease;
    QElapsedTimer timer;
    timer.start();
    int taken = 0;
    // Two that take turns, each without knowing of the other.
    while (timer.elapsed() < 500) taken += lease.takeUpTo(100, 200) + lease.takeUpTo(100, 200);
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    // 200 a second, and the tenth of a second that may be caught up, and the slots handed out ahead.
    QVERIFY2(taken <= 200 * (seconds + 0.12) + 2, qPrintable(QString::number(taken)));
    QVERIFY2(taken >= 80, qPrintable(QString::number(taken)));
  }

  void oneSlowMessageLeavesAtOnce() {
    Lease lease;
    QCOMPARE(lease.takeUpTo(10, 0.2), 1);
    QCOMPARE(lease.takeUpTo(10, 0.2), 0);
  }

  void aPauseHoldsEverybodyBack() {
    Lease lease;
    must(lease.rates.pause(lease.provider, 60s, pause_reason::throttled));
    QVERIFY(must(lease.rates.offered(lease.provider, 0, 1)).paused);
    QCOMPARE(must(lease.rates.pausesOfAll({lease.provider})), std::vector<QString>{pause_reason::throttled});
  }

  void aShorterPauseDoesNotShortenALongerOne() {
    Lease lease;
    must(lease.rates.pause(lease.provider, 60s, pause_reason::throttled));
    must(lease.rates.pause(lease.provider, 1ms, pause_reason::throttled));
    QTest::qWait(5);
    QVERIFY(must(lease.rates.offered(lease.provider, 0, 1)).paused);
  }

  void anAnswerEndsThePauseOfTheUnreachableOnly() {
    Lease lease;
    const ProviderCircuit circuit(lease.fixture.database());
    must(lease.rates.pause(lease.provider, 60s, pause_reason::unreachable));
    must(circuit.note(lease.provider, Contact::Answered, 0));
    QVERIFY(!must(lease.rates.offered(lease.provider, 0, 1)).paused);
    must(lease.rates.pause(lease.provider, 60s, pause_reason::throttled));
    must(circuit.note(lease.provider, Contact::Answered, 0));
    QVERIFY(must(lease.rates.offered(lease.provider, 0, 1)).paused);
  }

  void noReasonIsGivenWhileOneOfThemCanSend() {
    Lease lease;
    const ProviderId other =
        lease.workspace.addSandbox(QStringLiteral("Other"), QUrl(QStringLiteral("http://127.0.0.1:2")));
    must(lease.rates.pause(lease.provider, 60s, pause_reason::unreachable));
    QVERIFY(must(lease.rates.pausesOfAll({lease.provider, other})).empty());
  }
};

QTEST_GUILESS_MAIN(RateLeaseTest)
#include "rate_lease_test.moc"
