// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/failover.h"

#include <QTest>

#include "delivery/outbox/reason_text.h"

using namespace heliograph::delivery;
using heliograph::providers::SendVerdict;
using Fate = TryResult::Fate;
using Outcome = SendVerdict::Outcome;

Q_DECLARE_METATYPE(Outcome)
Q_DECLARE_METATYPE(Fate)

class FailoverTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anAnswerDecidesWhatFollows_data() {
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("temporary");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("othersLeft");
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<QString>("reason");
    const QString none;
    const auto row = [](const char* name, Outcome outcome, bool temporary, int status, int number, bool othersLeft,
                        Fate fate, const QString& reason) {
      QTest::newRow(name) << outcome << temporary << status << number << othersLeft << fate << reason;
    };
    row("accepted", Outcome::Accepted, false, 201, 1, false, Fate::Accepted, none);
    row("too many", Outcome::RetryAfter, true, 429, 1, false, Fate::Again, none);
    row("too many for the last time", Outcome::RetryAfter, true, 429, kMostTries, false, Fate::Refused,
        reason::noProvider);
    row("not reached", Outcome::NextProvider, true, 0, 1, false, Fate::Again, none);
    row("not reached for a long time", Outcome::NextProvider, true, 0, 1000, false, Fate::Again, none);
    row("turned away, another is left", Outcome::NextProvider, false, 403, 1, true, Fate::Again, none);
    row("turned away by the last", Outcome::NextProvider, false, 403, 2, false, Fate::Refused, reason::noProvider);
    row("refused", Outcome::Permanent, false, 400, 1, true, Fate::Refused, reason::refusedByProvider);
    row("opted out", Outcome::OptedOut, false, 400, 1, true, Fate::Refused, reason::optedOut);
    row("bad number", Outcome::BadNumber, false, 400, 1, true, Fate::Refused, reason::badNumber);
    row("wrong account", Outcome::Credentials, false, 401, 1, false, Fate::Again, none);
    row("no credit left", Outcome::NoCredit, false, 402, 1, false, Fate::Again, none);
    row("a time for a message without one", Outcome::NotKept, false, 400, 1, true, Fate::Refused,
        reason::refusedByProvider);
    row("nobody knows", Outcome::InDoubt, false, 500, 1, true, Fate::InDoubt, reason::noClearAnswer);
    row("no answer", Outcome::InDoubt, false, 0, 1, true, Fate::InDoubt, reason::noClearAnswer);
  }
  void anAnswerDecidesWhatFollows() {
    QFETCH(Outcome, outcome);
    QFETCH(bool, temporary);
    QFETCH(int, status);
    QFETCH(int, number);
    QFETCH(bool, othersLeft);
    SendVerdict verdict;
    verdict.outcome = outcome;
    verdict.temporary = temporary;
    verdict.httpStatus = status;
    const TryResult result = resultOf(verdict, {number, othersLeft});
    QTEST(result.fate, "fate");
    QTEST(result.reason, "reason");
  }

  void whoTravelsAloneStaysAlone_data() {
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("temporary");
    QTest::addColumn<int>("status");
    QTest::newRow("too many") << Outcome::RetryAfter << true << 429;
    QTest::newRow("not reached") << Outcome::NextProvider << true << 0;
    QTest::newRow("turned away") << Outcome::NextProvider << false << 403;
    QTest::newRow("wrong account") << Outcome::Credentials << false << 401;
    QTest::newRow("no credit left") << Outcome::NoCredit << false << 402;
  }
  void whoTravelsAloneStaysAlone() {
    QFETCH(Outcome, outcome);
    QFETCH(bool, temporary);
    QFETCH(int, status);
    SendVerdict verdict;
    verdict.outcome = outcome;
    verdict.temporary = temporary;
    verdict.httpStatus = status;
    const TryResult result = resultOf(verdict, {1, true, true});
    QCOMPARE(result.fate, Fate::Again);
    QCOMPARE(result.reason, QString(reason::sendAlone));
  }

  void aTimeThatIsntTakenLetsTheMessageWait() {
    SendVerdict verdict;
    verdict.outcome = Outcome::NotKept;
    verdict.httpStatus = 400;
    const TryResult result = resultOf(verdict, {1, false, false, true});
    QCOMPARE(result.fate, Fate::Again);
    QCOMPARE(result.outcome, QStringLiteral("not_kept"));
  }

  void onlyANoForGoodLooksLikeOne() {
    SendVerdict verdict;
    verdict.outcome = Outcome::NextProvider;
    QCOMPARE(resultOf(verdict, {1, true}).outcome, QStringLiteral("next_provider"));
    verdict.temporary = true;
    QCOMPARE(resultOf(verdict, {1, true}).outcome, QStringLiteral("not_sent"));
  }

  void triesFollowMoreAndMoreSlowly() {
    SendVerdict verdict;
    verdict.outcome = Outcome::RetryAfter;
    verdict.temporary = true;
    verdict.httpStatus = 429;
    std::chrono::milliseconds last{0};
    for (int number = 1; number < kMostTries; ++number) {
      const auto wait = resultOf(verdict, {number, false}).wait;
      QVERIFY(wait >= last);
      QVERIFY(wait > std::chrono::milliseconds(0));
      last = wait;
    }
    QVERIFY(last <= std::chrono::seconds(30));
  }
};

QTEST_GUILESS_MAIN(FailoverTest)
#include "failover_test.moc"
