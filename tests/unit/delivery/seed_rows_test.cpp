// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/outbox.h"
#include "library/coupon_repository.h"
#include "outsiders_world.h"
#include "storage/transaction.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::Campaign;
using campaign::Variants;
using test::must;
using test::OutsidersWorld;
using test::SendingWorkspace;

namespace {

constexpr int kPeople = 150;

}  // namespace

class SeedRowsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_world = std::make_unique<OutsidersWorld>();
    m_world->workspace.addPeople(kPeople);
    m_world->workspace.addPerson(901, SendingWorkspace::number(901));
    m_world->workspace.addPerson(902, SendingWorkspace::number(902));
    for (const int seed : {5, 901, 902}) m_world->addSeed(seed);
    // The two are for no segment.
    m_others = kPeople - 1;
  }

  void colleaguesGetTheirRowsOutsideTheFigures() {
    m_world->send(m_world->draft());
    QCOMPARE(m_world->people("seed = 1"), QStringLiteral("5,901,902"));
    QCOMPARE(m_world->rows("seed = 1 AND state = 'pending'"), 3);
    QCOMPARE(m_world->rows("seed = 0"), m_others);
    QCOMPARE(m_world->now().audience, m_others);
    QCOMPARE(m_world->report.seeds, 3);
    QCOMPARE(m_world->report.reach.qualified, m_others);
    QCOMPARE(m_world->report.sendable, m_others);
    const auto counts = must(RunRepository(m_world->fixture.database(), m_world->clock).counts(m_world->run));
    QCOMPARE(counts.value(RowState::Pending), m_others);
  }

  void theyAreTakenOnceHoweverOftenFillingBegins() {
    m_world->begin(m_world->draft());
    QCOMPARE(m_world->fillOnce(), RunFilling::Step::More);
    QCOMPARE(m_world->rows("seed = 1"), 0);
    m_world->workspace.execute(QStringLiteral("UPDATE run SET fill_expires_at = 1"));
    m_world->fillAll();
    QCOMPARE(m_world->rows("seed = 1"), 3);
  }

  void whoBecomesAColleagueMeanwhileKeepsTheirRow() {
    m_world->begin(m_world->draft());
    QCOMPARE(m_world->fillOnce(), RunFilling::Step::More);
    m_world->workspace.execute(QStringLiteral("UPDATE run SET fill_expires_at = 1"));
    m_world->addSeed(1);
    m_world->fillAll();
    QCOMPARE(m_world->rows("profile_id = 1"), 1);
    QCOMPARE(m_world->rows("profile_id = 1 AND seed = 0"), 1);
  }

  void noGroupHoldsThemBack() {
    must(audience::WorkspaceGroup(m_world->fixture.database()).set(5));
    // The seed is of the test: a group that happens to hold everybody back would send to no colleague either.
    m_world->send(m_world->draft([](Campaign& draft) { draft.holdBack = campaign::HoldBack{50, 4711}; }));
    QCOMPARE(m_world->rows("seed = 0 AND state = 'pending'") > 0, true);
    QCOMPARE(m_world->rows("seed = 1 AND state = 'pending'"), 3);
  }

  void whoCannotBeTextedGetsNothing() {
    m_world->workspace.execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 901"));
    m_world->workspace.execute(QStringLiteral("UPDATE profile SET phone = NULL, phone_state = 'none' WHERE id = 902"));
    m_world->send(m_world->draft());
    QCOMPARE(m_world->report.seeds, 1);
    QCOMPARE(m_world->people("seed = 1 AND reason = 'unsubscribed'"), QStringLiteral("901"));
    QCOMPARE(m_world->people("seed = 1 AND reason = 'no_phone'"), QStringLiteral("902"));
  }

  void aNumberThatGetsItAnywayIsTextedOnce() {
    m_world->workspace.addPerson(903, SendingWorkspace::number(7));
    m_world->addSeed(903);
    m_world->send(m_world->draft());
    QCOMPARE(m_world->people("seed = 1 AND reason = 'duplicate_phone'"), QStringLiteral("903"));
    QCOMPARE(m_world->rows("profile_id = 7 AND state = 'pending'"), 1);
  }

  void theyTakeNobodysPlaceOfALimit() {
    m_world->send(m_world->draft([](Campaign& draft) { draft.reach = campaign::ReachLimit::only(100); }));
    QCOMPARE(m_world->rows("seed = 0 AND state = 'pending'"), 100);
    QCOMPARE(m_world->rows("seed = 1 AND state = 'pending' AND draw IS NULL"), 3);
    // One who is refused makes no room, as they had none.
    m_world->workspace.execute(
        QStringLiteral("UPDATE outbox SET state = 'refused', reason = 'bad_number' WHERE profile_id = 901"));
    QCOMPARE(m_world->rows("seed = 0 AND state = 'pending'"), 100);
  }

  void theyAreSentToBeforeAFirstBatchAndBesidesIt() {
    m_world->send(m_world->draft([](Campaign& draft) { draft.release = campaign::Release::firstThenAsk(10); }));
    const auto first = claim(50);
    QCOMPARE(first.size(), std::size_t{13});
    QCOMPARE(std::count_if(first.begin(), first.end(), [](const ClaimedRow& row) { return row.isSeed; }), 3);
    QVERIFY(first[0].isSeed && first[1].isSeed && first[2].isSeed);
    QCOMPARE(claim(50).size(), std::size_t{0});
    m_world->workspace.execute(
        QStringLiteral("UPDATE outbox SET state = 'accepted' WHERE state = 'claimed' AND seed = 1"));
    const RunRepository runs(m_world->fixture.database(), m_world->clock);
    QVERIFY(!must(runs.holdIfFirstSent(m_world->run)));
    m_world->workspace.execute(QStringLiteral("UPDATE outbox SET state = 'accepted' WHERE state = 'claimed'"));
    QVERIFY(must(runs.holdIfFirstSent(m_world->run)));
  }

  void inATestEachCopyGoesToSomeOfThem() {
    m_world->send(m_world->draft([](Campaign& draft) {
      draft.variants.kind = Variants::Kind::AbTest;
      draft.variants.others = {{"Hello B", 0, {}}};
      draft.variants.testPercent = 20;
    }));
    QCOMPARE(m_world->people("seed = 1 AND copy = 0"), QStringLiteral("5,902"));
    QCOMPARE(m_world->people("seed = 1 AND copy = 1"), QStringLiteral("901"));
    QCOMPARE(
        m_world->rows("seed = 0 AND copy IS NOT NULL"),
        campaign::testSizes(
            must(m_world->workspace.campaigns().latestVersion(m_world->now().campaign)).campaign.variants, m_others)
            .test);
  }

  void nobodyToSendToLeavesThemAlone() {
    m_world->begin(m_world->draft(
        [](Campaign& draft) { draft.message = "{% if Profile.identity != 'person-5' %}Hi{% endif %}"; }));
    m_world->workspace.execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id NOT IN (5, 901, 902)"));
    m_world->fillAll();
    QCOMPARE(m_world->rows("seed = 1"), 0);
  }

  void aRunWaitsForThemToo() {
    m_world->send(m_world->draft());
    m_world->workspace.execute(QStringLiteral("UPDATE outbox SET state = 'accepted' WHERE seed = 0"));
    const RunRepository runs(m_world->fixture.database(), m_world->clock);
    QVERIFY(!must(runs.finishIfEmpty(m_world->run)));
    m_world->workspace.execute(QStringLiteral("UPDATE outbox SET state = 'accepted'"));
    QVERIFY(must(runs.finishIfEmpty(m_world->run)));
  }

 private:
  [[nodiscard]] std::vector<ClaimedRow> claim(int limit) const {
    auto transaction = must(storage::Transaction::begin(m_world->fixture.database()));
    auto rows =
        must(Outbox(m_world->fixture.database())
                 .claim({m_world->run, QStringLiteral("me"), m_world->provider, {}, limit, std::chrono::minutes(5)}));
    must(transaction.commit());
    return rows;
  }

  std::unique_ptr<OutsidersWorld> m_world;
  qint64 m_others = 0;
};

QTEST_GUILESS_MAIN(SeedRowsTest)
#include "seed_rows_test.moc"
