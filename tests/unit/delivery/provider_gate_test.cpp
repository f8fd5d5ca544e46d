// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/provider_gate.h"

#include <QTest>

using heliograph::delivery::ProviderGate;
using heliograph::providers::SendVerdict;
using namespace std::chrono_literals;

namespace {

SendVerdict verdictOf(SendVerdict::Outcome outcome, int status, std::chrono::seconds retryAfter = 0s) {
  SendVerdict verdict;
  verdict.outcome = outcome;
  verdict.httpStatus = status;
  verdict.temporary = outcome != SendVerdict::Outcome::Accepted && outcome != SendVerdict::Outcome::InDoubt;
  verdict.retryAfter = retryAfter;
  return verdict;
}
const SendVerdict kAccepted = verdictOf(SendVerdict::Outcome::Accepted, 201);
const SendVerdict kTooMany = verdictOf(SendVerdict::Outcome::RetryAfter, 429);
const SendVerdict kUnreachable = verdictOf(SendVerdict::Outcome::NextProvider, 0);

void depart(ProviderGate& gate, int messages) {
  for (int i = 0; i < messages; ++i) gate.departed();
}

}  // namespace

class ProviderGateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void noMoreAreAtAProviderThanItBears() {
    ProviderGate gate(3);
    depart(gate, 3);
    QCOMPARE(gate.room(), 0);
    QCOMPARE(gate.returned(kAccepted), 0ms);
    QCOMPARE(gate.room(), 1);
  }

  void beingThrottledHalvesWhatIsSentAtATime() {
    ProviderGate gate(16);
    depart(gate, 16);
    QVERIFY(gate.returned(kTooMany) >= 1s);
    for (int i = 0; i < 15; ++i) (void)gate.returned(kAccepted);
    QVERIFY(gate.room() < 12);
    QVERIFY(gate.room() >= 8);
  }

  void oneBurstOfRefusalsCountsOnce() {
    ProviderGate gate(16);
    depart(gate, 16);
    for (int i = 0; i < 16; ++i) (void)gate.returned(kTooMany);
    QCOMPARE(gate.room(), 8);
  }

  void acceptancesWidenItAgainUpToTheLimit() {
    ProviderGate gate(4);
    depart(gate, 1);
    (void)gate.returned(kTooMany);
    QCOMPARE(gate.room(), 2);
    for (int i = 0; i < 100; ++i) {
      depart(gate, 1);
      (void)gate.returned(kAccepted);
    }
    QCOMPARE(gate.room(), 4);
  }

  void pausesGrowUntilSomethingIsAccepted() {
    ProviderGate gate(1);
    std::chrono::milliseconds last{0};
    for (int i = 0; i < 10; ++i) {
      gate.departed();
      const auto pause = gate.returned(kTooMany);
      QVERIFY(pause >= last);
      QVERIFY(pause <= 30s);
      last = pause;
    }
    QCOMPARE(last, 30s);
    gate.departed();
    QCOMPARE(gate.returned(kAccepted), 0ms);
    gate.departed();
    QCOMPARE(gate.returned(kTooMany), 1s);
  }

  void whatStaysThrottledIsTriedWithOneMessage() {
    ProviderGate gate(64);
    for (int i = 0; i < 3; ++i) {
      depart(gate, 1);
      (void)gate.returned(kTooMany);
    }
    QCOMPARE(gate.room(), 1);
    depart(gate, 1);
    QCOMPARE(gate.room(), 0);
    (void)gate.returned(kAccepted);
    QCOMPARE(gate.room(), 8);
  }

  void theProvidersOwnWaitIsKept() {
    ProviderGate gate(1);
    gate.departed();
    QCOMPARE(gate.returned(verdictOf(SendVerdict::Outcome::RetryAfter, 429, 90s)), 90s);
  }

  void beingOutOfReachDoesNotNarrowIt() {
    ProviderGate gate(8);
    depart(gate, 1);
    QCOMPARE(gate.returned(kUnreachable), 0ms);
    QCOMPARE(gate.room(), 8);
  }
};

QTEST_GUILESS_MAIN(ProviderGateTest)
#include "provider_gate_test.moc"
