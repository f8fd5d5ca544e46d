// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "audience/groups/seed_list.h"
#include "audience/groups/workspace_group.h"
#include "audience/people_pager.h"
#include "audience/profile_repository.h"
#include "audience/reach_counter.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

constexpr int kMany = 20'000;

/// Who of the people 1 to `kMany` are in it.
std::vector<qint64> membersOf(const ControlGroup& group) {
  std::vector<qint64> members;
  for (qint64 id = 1; id <= kMany; ++id) {
    if (group.holds(ProfileId{id})) members.push_back(id);
  }
  return members;
}

}  // namespace

class ControlGroupsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_people = std::make_unique<test::People>(); }

  void aGroupHasItsShareOfWhomever_data() {
    QTest::addColumn<int>("percent");
    QTest::addColumn<qint64>("seed");
    for (const int percent : {0, 2, 5, 10, 50, 99}) {
      for (const qint64 seed : {qint64{1}, qint64{2}, qint64{4711}, ControlGroup::newSeed()}) {
        QTest::addRow("%d %% by %lld", percent, seed) << percent << seed;
      }
    }
  }
  void aGroupHasItsShareOfWhomever() {
    QFETCH(int, percent);
    QFETCH(qint64, seed);
    const auto members = membersOf({percent, seed});
    const double share = percent / 100.0;
    // Five standard deviations.
    const double slack = 5 * std::sqrt(kMany * share * (1 - share));
    QVERIFY(std::abs(static_cast<double>(members.size()) - kMany * share) <= slack);
    // Whoever comes later joins at the same rate.
    const auto late = std::count_if(members.begin(), members.end(), [](qint64 id) { return id > kMany / 2; });
    QVERIFY(std::abs(static_cast<double>(late) - kMany / 2.0 * share) <= slack);
  }

  void aGroupThatGrowsKeepsWhomItHas() {
    const auto few = membersOf({5, 77});
    const auto more = membersOf({20, 77});
    QVERIFY(std::includes(more.begin(), more.end(), few.begin(), few.end()));
  }

  void twoSeedsHaveNothingToDoWithEachOther() {
    const auto one = membersOf({50, 1});
    const auto other = membersOf({50, 2});
    std::vector<qint64> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    QVERIFY(std::abs(static_cast<double>(both.size()) - kMany / 4.0) < 5 * std::sqrt(kMany * 3 / 16.0));
  }

  void theWorkspacesGroupIsOffUntilItIsSet() {
    const WorkspaceGroup group(m_people->database());
    QVERIFY(!group.read()->isOn());
    QVERIFY(group.set(3));
    const ControlGroup first = *group.read();
    QCOMPARE(first.percent, 3);
    QVERIFY(first.seed > 0);
    QVERIFY(group.set(0));
    QVERIFY(!group.read()->isOn());
    QVERIFY(group.set(4));
    QCOMPARE(group.read()->seed, first.seed);
  }

  void otherSharesAreRefused_data() {
    QTest::addColumn<int>("percent");
    for (const int percent : {-1, 1, 6, 100}) QTest::addRow("%d", percent) << percent;
  }
  void otherSharesAreRefused() {
    QFETCH(int, percent);
    const auto done = WorkspaceGroup(m_people->database()).set(percent);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InvalidInput);
    QVERIFY(!WorkspaceGroup(m_people->database()).read()->isOn());
  }

  void whoIsHeldBackIsToldFirstAndTakesNoNumber() {
    // Each number twice: the second has it when the first is held back.
    QByteArray rows = "identity,phone\n";
    for (int n = 0; n < 400; ++n) {
      rows += QStringLiteral("p%1,98123%2\n").arg(n).arg(n / 2, 5, 10, QLatin1Char('0')).toUtf8();
    }
    rows += "nobody's number,\n";
    QVERIFY(m_people->import(rows));
    ReachRules rules;
    rules.groups.campaign = {30, 11};
    rules.groups.workspace = {5, 12};
    const auto reach = ReachCounter(m_people->database(), m_people->clock()).count(Segment::everybody(), {}, rules);
    QVERIFY(reach);
    QCOMPARE(reach->qualified, 401);
    QVERIFY(reach->heldBack > 60 && reach->heldBackByWorkspace > 5);
    QCOMPARE(reach->heldBack + reach->heldBackByWorkspace + reach->reachable + reach->duplicatePhone + reach->noPhone,
             reach->qualified);
    for (const auto& [kind, people] : {std::pair(Reachability::HeldBack, reach->heldBack),
                                       std::pair(Reachability::HeldBackByWorkspace, reach->heldBackByWorkspace),
                                       std::pair(Reachability::Reachable, reach->reachable)}) {
      PeoplePager pager(m_people->database(), m_people->clock(), Segment::everybody(), kind, rules);
      QCOMPARE(static_cast<qint64>(pager.next(1000)->size()), people);
    }
    const auto free = ReachCounter(m_people->database(), m_people->clock()).count(Segment::everybody());
    QCOMPARE(free->reachable, 200);
    // Of a number neither of whose people is held back one gets it, and of one with one held back the other.
    QVERIFY(reach->reachable > 200 * 65 / 100);
  }

  void theSeedListHasPeopleOnceInTheOrderTheyCame() {
    QVERIFY(m_people->import("identity,phone\na,9812345678\nb,9812345679\nc,9812345670\n"));
    const SeedList seeds(m_people->database(), m_people->clock());
    QVERIFY(seeds.add(QStringLiteral("b")));
    QVERIFY(seeds.add(QStringLiteral("b")));
    QVERIFY(seeds.add(QStringLiteral("c")));
    QCOMPARE(identities(seeds), QStringLiteral("bc"));
    QCOMPARE(seeds.add(QStringLiteral("x")).error().code, ErrorCode::NotFound);
    QVERIFY(seeds.remove(QStringLiteral("b")));
    QCOMPARE(seeds.remove(QStringLiteral("b")).error().code, ErrorCode::NotFound);
    QCOMPARE(identities(seeds), QStringLiteral("c"));
    // A person who is deleted is on no list.
    QVERIFY(ProfileRepository(m_people->database(), m_people->clock()).remove(QStringLiteral("c")));
    QVERIFY(identities(seeds).isEmpty());
  }

  void theSeedListIsBounded() {
    QByteArray rows = "identity,phone\n";
    for (int n = 0; n <= SeedList::most; ++n) rows += "p" + QByteArray::number(n) + ",\n";
    QVERIFY(m_people->import(rows));
    const SeedList seeds(m_people->database(), m_people->clock());
    for (int n = 0; n < SeedList::most; ++n) QVERIFY(seeds.add(QStringLiteral("p%1").arg(n)));
    QCOMPARE(seeds.add(QStringLiteral("p%1").arg(SeedList::most)).error().code, ErrorCode::LimitExceeded);
    QVERIFY(seeds.add(QStringLiteral("p0")));
  }

  void colleaguesStandOutsideTheReachOfACampaign() {
    QVERIFY(m_people->import("identity,phone\na,9812345678\nb,9812345678\n"));
    QVERIFY(SeedList(m_people->database(), m_people->clock()).add(QStringLiteral("a")));
    const ReachCounter counter(m_people->database(), m_people->clock());
    QCOMPARE(counter.count(Segment::everybody())->qualified, 2);
    const auto reach = counter.count(Segment::everybody(), {}, {{}, true});
    QCOMPARE(reach->qualified, 1);
    QCOMPARE(reach->reachable, 1);
  }

 private:
  static QString identities(const SeedList& seeds) {
    QString all;
    const auto people = seeds.list();
    for (const Profile& person : *people) all += person.identity;
    return all;
  }

  std::unique_ptr<test::People> m_people;
};

QTEST_GUILESS_MAIN(ControlGroupsTest)
#include "control_groups_test.moc"
