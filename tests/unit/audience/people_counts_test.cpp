// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "audience/match_counter.h"
#include "audience/people_pager.h"
#include "audience/property_values.h"
#include "audience/reach_counter.h"
#include "people.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

const QByteArray kPeople =
    "identity,phone,City,Spent\n"
    "a,+919812345678,Mumbai,10\n"
    "b,+919812345679,Pune,20\n"
    "c,,Mumbai,30\n"
    "d,nonsense,Goa,40\n"
    "e,+919812345678,Mumbai,50\n";

Segment cityIs(const char* city) {
  return {{SegmentGroup::Join::All,
           {{SegmentRule{QStringLiteral("City"), SegmentOperator::Equals, {QString::fromLatin1(city)}}}}}};
}

}  // namespace

class PeopleCountsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_people = std::make_unique<test::People>();
    QVERIFY(m_people->import(kPeople));
  }

  void matchesAreCountedWhetherTheyCanBeTextedOrNot() {
    const MatchCounter counter(m_people->database(), m_people->clock());
    QCOMPARE(counter.count(cityIs("mumbai")).value(), 3);
    QCOMPARE(counter.count(cityIs("Delhi")).value(), 0);
    QCOMPARE(counter.count(Segment::everybody()).value(), 5);
  }

  void aCancelledCountSaysSo() {
    CancelToken cancel;
    cancel.cancel();
    const auto counted = MatchCounter(m_people->database(), m_people->clock()).count(cityIs("Pune"), cancel);
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, ErrorCode::Cancelled);
  }

  void aRuleOnNothingKnownIsAnError() {
    Segment segment = cityIs("Pune");
    std::get<SegmentRule>(segment.rules.parts.front().value).property = QStringLiteral("Shoe size");
    QVERIFY(!MatchCounter(m_people->database(), m_people->clock()).count(segment));
  }

  void commonValuesStandFirst() {
    const auto values = PropertyValues(m_people->database(), m_people->clock()).of(QStringLiteral("City"));
    QVERIFY(values);
    QCOMPARE(*values, (std::vector<CommonValue>{
                          {QStringLiteral("Mumbai"), 3}, {QStringLiteral("Goa"), 1}, {QStringLiteral("Pune"), 1}}));
    QCOMPARE(PropertyValues(m_people->database(), m_people->clock()).of(QStringLiteral("City"), 1)->size(),
             std::size_t{1});
    QVERIFY(PropertyValues(m_people->database(), m_people->clock()).of(QStringLiteral("Shoe size"))->empty());
  }

  void eachLineOfTheWaterfallLeadsToItsPeople_data() {
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QString>("identities");
    QTest::newRow("receive") << static_cast<int>(Reachability::Reachable) << QStringLiteral("ab");
    QTest::newRow("no number") << static_cast<int>(Reachability::NoPhone) << QStringLiteral("c");
    QTest::newRow("not valid") << static_cast<int>(Reachability::InvalidPhone) << QStringLiteral("d");
    QTest::newRow("twice") << static_cast<int>(Reachability::DuplicatePhone) << QStringLiteral("e");
    QTest::newRow("qualify") << -1 << QStringLiteral("abcde");
  }
  void eachLineOfTheWaterfallLeadsToItsPeople() {
    QFETCH(int, wanted);
    const auto kind = wanted < 0 ? std::nullopt : std::optional(static_cast<Reachability>(wanted));
    PeoplePager pager(m_people->database(), m_people->clock(), Segment::everybody(), kind);
    QString identities;
    while (!pager.atEnd()) {
      const auto people = pager.next(1);
      QVERIFY(people);
      for (const auto& person : *people) identities += person.profile.identity;
    }
    QTEST(identities, "identities");
  }

 private:
  std::unique_ptr<test::People> m_people;
};

QTEST_GUILESS_MAIN(PeopleCountsTest)
#include "people_counts_test.moc"
