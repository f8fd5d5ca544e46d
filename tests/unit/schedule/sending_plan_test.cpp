// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/sending_plan.h"

#include <QtTest>

using namespace heliograph::schedule;

class SendingPlanTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whoIsAwakeIsSentToAtOnce();
  void whoSleepsWaitsAndTheRestGoesOn();
  void aQueueThatIsntDoneInTimeGoesOnInTheMorning();
  void whoSleepsIsDiscardedIfThatIsSaid();
  void whatTakesTooLongHasNoEnd();
  void withoutARateNothingIsSaid();
};

namespace {

/// 2026-11-26, a Thursday.
QDateTime at(int hour, int minute = 0, int days = 0) {
  return QDateTime(QDate(2026, 11, 26), QTime(hour, minute), Qt::UTC).addDays(days);
}

const QByteArray kUtc("UTC");
const QByteArray kNewYork("America/New_York");  // five hours behind in November

}  // namespace

void SendingPlanTest::whoIsAwakeIsSentToAtOnce() {
  const auto plan = sendingPlan(at(12), {{kUtc, 600}}, 10, QuietHours::usual(), false);
  QCOMPARE(plan.whole.end, at(12, 1));
  const std::vector<QuietSpan> wanted{{at(12), at(12, 1)}};
  QCOMPARE(plan.sending, wanted);
}

void SendingPlanTest::whoSleepsWaitsAndTheRestGoesOn() {
  const auto plan = sendingPlan(at(22), {{kUtc, 600}, {kNewYork, 1200}}, 10, QuietHours::usual(), false);
  const std::vector<QuietSpan> wanted{{at(22), at(22, 2)}, {at(8, 0, 1), at(8, 1, 1)}};
  QCOMPARE(plan.sending, wanted);
  QCOMPARE(plan.whole.begin, at(22));
  QCOMPARE(plan.whole.end, at(8, 1, 1));
}

void SendingPlanTest::aQueueThatIsntDoneInTimeGoesOnInTheMorning() {
  const auto plan = sendingPlan(at(20), {{kUtc, 7200}}, 1, QuietHours::usual(), false);
  const std::vector<QuietSpan> wanted{{at(20), at(21)}, {at(8, 0, 1), at(9, 0, 1)}};
  QCOMPARE(plan.sending, wanted);
}

void SendingPlanTest::whoSleepsIsDiscardedIfThatIsSaid() {
  const auto plan = sendingPlan(at(22), {{kUtc, 600}, {kNewYork, 1200}}, 10, QuietHours::usual(), true);
  QCOMPARE(plan.discarded, 600);
  QCOMPARE(plan.whole.end, at(22, 2));
  const auto nobody = sendingPlan(at(22), {{kUtc, 600}}, 10, QuietHours::usual(), true);
  QCOMPARE(nobody.discarded, 600);
  QVERIFY(nobody.sending.empty());
  QCOMPARE(nobody.whole.end, at(22));
}

void SendingPlanTest::whatTakesTooLongHasNoEnd() {
  const auto plan = sendingPlan(at(12), {{kUtc, 10'000'000}}, 1, QuietHours::usual(), false);
  QVERIFY(!plan.whole.end.isValid());
}

void SendingPlanTest::withoutARateNothingIsSaid() {
  const auto plan = sendingPlan(at(12), {{kUtc, 600}}, 0, QuietHours::usual(), false);
  QVERIFY(!plan.whole.end.isValid());
  QVERIFY(plan.sending.empty());
}

QTEST_GUILESS_MAIN(SendingPlanTest)
#include "sending_plan_test.moc"
