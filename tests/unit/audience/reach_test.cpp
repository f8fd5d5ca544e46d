// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/profile_repository.h"
#include "audience/reach_counter.h"
#include "audience/reachability.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

class ReachTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_people = std::make_unique<test::People>(); }

  void everybodyIsCountedOnceWithTheFirstReason() {
    QVERIFY(
        m_people->import("identity,phone,MSG-sms,city\n"
                         "valid,9812345678,,Pune\n"
                         "possible,+11234567890,,Pune\n"
                         "invalid,12,,Pune\n"
                         "none,,,Pune\n"
                         "unsubscribed,9812345679,false,Pune\n"
                         "unsubscribed without number,,false,Pune\n"
                         "unsubscribed with a bad number,12,false,Pune\n"
                         "same number,+91 98123 45678,,Goa\n"
                         "same number again,098123 45678,,Pune\n"
                         "same as an unsubscribed one,9812345679,,Pune\n"));
    const auto reach = count(Segment::everybody());
    QVERIFY(reach);
    QCOMPARE(reach->qualified, 10);
    QCOMPARE(reach->reachable, 2);
    QCOMPARE(reach->noPhone, 1);
    QCOMPARE(reach->invalidPhone, 1);
    QCOMPARE(reach->unsubscribed, 4);
    QCOMPARE(reach->duplicatePhone, 2);
    QCOMPARE(reach->reachable + reach->noPhone + reach->invalidPhone + reach->unsubscribed + reach->duplicatePhone,
             reach->qualified);
  }

  void onlyPeopleOfTheSegmentAreDuplicatesOfEachOther() {
    QVERIFY(m_people->import("identity,phone,city\na,9812345678,Pune\nb,9812345678,Goa\n"));
    const auto reach = count(inCity("Goa"));
    QCOMPARE(reach->qualified, 1);
    QCOMPARE(reach->reachable, 1);
  }

  void resubscribingMakesReachableAgain() {
    QVERIFY(m_people->import("identity,phone,MSG-sms\na,9812345678,false\n"));
    QCOMPARE(count(Segment::everybody())->reachable, 0);
    QVERIFY(ProfileRepository(m_people->database(), m_people->clock()).resubscribe(QStringLiteral("a")));
    QCOMPARE(count(Segment::everybody())->reachable, 1);
  }

  void anEmptyWorkspaceHasNoReach() {
    const auto reach = count(Segment::everybody());
    QVERIFY(reach);
    QCOMPARE(reach->qualified, 0);
  }

  void anUnknownPropertyIsAnError() {
    const auto reach = count(inCity("Goa"));
    QVERIFY(!reach);
    QCOMPARE(reach.error().code, ErrorCode::InvalidInput);
    QVERIFY(reach.error().message.contains(QStringLiteral("city")));
  }

  void countingCanBeCancelled() {
    CancelToken cancel;
    cancel.cancel();
    const auto reach = ReachCounter(m_people->database(), m_people->clock()).count(Segment::everybody(), cancel);
    QVERIFY(!reach);
    QCOMPARE(reach.error().code, ErrorCode::Cancelled);
  }

  void aNumberThatWasUsedBeforeIsADuplicate() {
    ReachabilityCheck check;
    check.use("+919812345678");
    QCOMPARE(check.next(PhoneState::Valid, "+919812345678", false), Reachability::DuplicatePhone);
    QCOMPARE(check.next(PhoneState::Valid, "+919812345679", false), Reachability::Reachable);
    QCOMPARE(check.next(PhoneState::Possible, "+919812345679", false), Reachability::DuplicatePhone);
  }

  void everyReasonHasACodeAndWords() {
    for (const Reachability reason : {Reachability::Unsubscribed, Reachability::NoPhone, Reachability::InvalidPhone,
                                      Reachability::DuplicatePhone}) {
      QVERIFY(!reachabilityCode(reason).isEmpty());
      QVERIFY(!reachabilityWords(reason).isEmpty());
    }
    QVERIFY(reachabilityCode(Reachability::Reachable).isEmpty());
  }

 private:
  static Segment inCity(const char* city) {
    const SegmentRule rule{QStringLiteral("city"), SegmentOperator::Equals, {QString::fromLatin1(city)}};
    return Segment{SegmentGroup{SegmentGroup::Join::All, {SegmentPart{rule}}}};
  }
  Result<Reach> count(const Segment& segment) {
    return ReachCounter(m_people->database(), m_people->clock()).count(segment);
  }

  std::unique_ptr<test::People> m_people;
};

QTEST_GUILESS_MAIN(ReachTest)
#include "reach_test.moc"
