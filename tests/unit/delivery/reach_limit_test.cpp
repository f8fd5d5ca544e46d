// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <numeric>

#include "campaign/coupon_promises.h"
#include "campaign/coupon_users.h"
#include "delivery/check/everybody_check.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/run_repository.h"
#include "delivery/run/progress_watch.h"
#include "delivery/run/run_control.h"
#include "library/coupon_repository.h"
#include "support/sandbox_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::ReachLimit;
using campaign::Release;
using providers::SandboxBehaviour;
using test::must;
using test::SendingWorkspace;

namespace {

constexpr int kLimited = 60;
const QString kSpring = QStringLiteral("Spring");

/// People, a sandbox, and a pool of coupon codes.
struct LimitedSending : test::SandboxWorld {
  explicit LimitedSending(int people, int codes = 0) : SandboxWorld(people) {
    options.mostRefusedPercent = 100;
    if (codes > 0) addCodes(codes);
  }

  void addCodes(int codes) {
    int made = 0;
    QByteArray code;
    (void)must(coupons.add(kSpring, [&]() -> Result<std::optional<std::string_view>> {
      if (made == codes) return std::optional<std::string_view>();
      code = "SPR-" + QByteArray::number(++made);
      return std::optional<std::string_view>(std::string_view(code.constData(), static_cast<std::size_t>(code.size())));
    }));
  }
  campaign::Campaign draft(const ReachLimit& limit, const QByteArray& text = "Hello", const Release& release = {}) {
    auto made = workspace.addCampaign(SendingWorkspace::through(provider), text, release);
    made.reach = limit;
    made.revision = must(workspace.campaigns().save(made, made.revision));
    return made;
  }
  /// Whoever was sent something or may have been.
  [[nodiscard]] qint64 possiblySent() const {
    return rows(
        QStringLiteral("EXISTS (SELECT 1 FROM attempt a WHERE a.outbox_id = outbox.id AND a.outcome IN ('', "
                       "'in_doubt', 'accepted'))"));
  }
  [[nodiscard]] CheckReport check(const campaign::Campaign& of) const { return must(workspace.publisher().check(of)); }

  library::CouponRepository coupons{fixture.database(), clock};
};

bool hasIssue(const CheckReport& report, const char* code, campaign::Severity severity = campaign::Severity::Block) {
  return std::any_of(report.issues.begin(), report.issues.end(), [&](const campaign::Issue& issue) {
    return issue.code == QLatin1String(code) && issue.severity == severity;
  });
}

/// A run of one row that is being sent and one that wasn't drawn, straight in the file.
struct TwoRows {
  TwoRows() {
    workspace.addPeople(3);
    auto draft = workspace.addCampaign({}, "Hello");
    const auto version = must(workspace.campaigns().freeze(draft.id, draft.revision, 3, {clock.now()}));
    run = version.runs.front();
    workspace.execute(QStringLiteral("UPDATE run SET state = 'running', only_people = 1, filled_at = 1 WHERE id = %1")
                          .arg(run.value));
    for (const QString& values :
         {QStringLiteral("1, 'sending', '', 10, 1"), QStringLiteral("2, 'skipped', 'not_drawn', 30, NULL"),
          QStringLiteral("3, 'skipped', 'not_drawn', 20, NULL")}) {
      workspace.execute(QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, reason, draw, copy, updated_at) "
                                       "SELECT %1, column1, column2, column3, column4, column5, 0 FROM (VALUES (%2))")
                            .arg(run.value)
                            .arg(values));
    }
  }
  [[nodiscard]] QString next() const {
    return workspace.word(
        QStringLiteral("SELECT COALESCE(group_concat(profile_id || ' at ' || draw || ' copy ' || "
                       "COALESCE(copy, '-')), '') FROM outbox WHERE state = 'pending'"));
  }

  test::WorkspaceFixture fixture;
  test::ManualClock clock;
  SendingWorkspace workspace{fixture.database(), clock};
  RunId run;
};

}  // namespace

class ReachLimitTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void neverMoreThanTheLimitAreSentTo_data() {
    QTest::addColumn<int>("people");
    QTest::addColumn<SandboxBehaviour::Mode>("mode");
    QTest::addColumn<int>("every");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("sent");      ///< sent to for sure or perhaps
    QTest::addColumn<bool>("certain");  ///< all of them for sure
    using Mode = SandboxBehaviour::Mode;
    QTest::newRow("all accepted") << 200 << Mode::Accept << 1 << 0 << kLimited << true;
    QTest::newRow("a third refused") << 200 << Mode::Refuse << 3 << 0 << kLimited << true;
    QTest::newRow("a quarter unclear") << 200 << Mode::Fail << 4 << 0 << kLimited << false;
    QTest::newRow("a third cut off") << 200 << Mode::Close << 3 << 0 << kLimited << false;
    QTest::newRow("all refused") << 100 << Mode::Refuse << 1 << 0 << 0 << true;
    QTest::newRow("fewer than the limit") << 40 << Mode::Accept << 1 << 0 << 40 << true;
    QTest::newRow("after a first batch") << 200 << Mode::Refuse << 3 << 20 << kLimited << true;
  }
  void neverMoreThanTheLimitAreSentTo() {
    QFETCH(int, people);
    QFETCH(SandboxBehaviour::Mode, mode);
    QFETCH(int, every);
    QFETCH(int, first);
    QFETCH(int, sent);
    QFETCH(bool, certain);
    LimitedSending sending(people);
    SandboxBehaviour behaviour;
    behaviour.mode = mode;
    behaviour.every = every;
    sending.sandbox.setBehaviour(behaviour);
    const auto draft = sending.draft(ReachLimit::only(kLimited), "Hello",
                                     first > 0 ? Release::firstThenAsk(first) : Release::everybody());
    const RunId run = sending.workspace.publish(draft, kLimited);
    sending.sendAll();
    const RunRepository runs(sending.fixture.database(), sending.clock);
    if (first > 0) {
      QCOMPARE(must(runs.byId(run)).reason, QString(hold::firstSent));
      QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), first);
      must(RunControl(sending.fixture.database(), sending.clock).release(run));
      sending.sendAll();
    }
    QCOMPARE(must(runs.byId(run)).state, RunState::Done);
    QCOMPARE(sending.possiblySent(), sent);
    QCOMPARE(sending.rows(QStringLiteral("state IN ('accepted', 'in_doubt')")), sent);
    QCOMPARE(sending.rows(QStringLiteral("state = 'in_doubt'")) == 0, certain);
    // Everybody of the audience has their row, and nobody waits.
    QCOMPARE(sending.rows(QStringLiteral("1")), people);
    QCOMPARE(sending.rows(QStringLiteral("state IN ('accepted', 'in_doubt', 'refused') OR reason = 'not_drawn'")),
             people);
  }

  void moreRefusalsThanPeopleItIsForPauseIt() {
    LimitedSending sending(1000);
    SandboxBehaviour behaviour;
    behaviour.mode = SandboxBehaviour::Mode::Refuse;
    sending.sandbox.setBehaviour(behaviour);
    const RunId run = sending.workspace.publish(sending.draft(ReachLimit::only(kLimited)), kLimited);
    sending.sendAll();
    const Run paused = must(RunRepository(sending.fixture.database(), sending.clock).byId(run));
    QCOMPARE(paused.state, RunState::Paused);
    QCOMPARE(paused.reason, QString(hold::limitRefused));
    QVERIFY(sending.rows(QStringLiteral("state = 'refused'")) < 1000);
  }

  void whoIsSentToIsWhomTheCheckSaysAndTheSameAgain() {
    const auto sentTo = [](LimitedSending& sending) {
      return sending.workspace.word(QStringLiteral(
          "SELECT group_concat(profile_id) FROM (SELECT profile_id FROM outbox WHERE state = 'accepted' ORDER BY 1)"));
    };
    LimitedSending one(200);
    LimitedSending same(200);
    const auto draft = one.draft(ReachLimit::only(kLimited));
    TextLedger ledger;
    (void)must(one.workspace.publisher().check(draft, ledger, {}));
    (void)one.workspace.publish(draft, kLimited);
    one.sendAll();
    (void)same.workspace.publish(same.draft(ReachLimit::only(kLimited)), kLimited);
    same.sendAll();
    QStringList checked;
    for (const auto& entry : ledger.entries()) checked << QString::number(entry.profile);
    QCOMPARE(sentTo(one), checked.join(QLatin1Char(',')));
    QCOMPARE(sentTo(same), sentTo(one));
    QVERIFY(one.rows(QStringLiteral("state = 'accepted' AND profile_id > 100")) > 10);
    QVERIFY(one.rows(QStringLiteral("state = 'accepted' AND profile_id <= 100")) > 10);
  }

  void bothChecksCountWhoIsDrawn_data() {
    QTest::addColumn<ReachLimit>("limit");
    QTest::addColumn<int>("sendable");
    QTest::newRow("everybody") << ReachLimit::everybody() << 270;
    QTest::newRow("one") << ReachLimit::only(1) << 1;
    QTest::newRow("some") << ReachLimit::only(120) << 120;
    QTest::newRow("all but one") << ReachLimit::only(269) << 269;
    QTest::newRow("all") << ReachLimit::only(270) << 270;
    QTest::newRow("more") << ReachLimit::only(5000) << 270;
    QTest::newRow("as many as codes") << ReachLimit::codesOf(kSpring) << 150;
  }
  void bothChecksCountWhoIsDrawn() {
    QFETCH(ReachLimit, limit);
    QFETCH(int, sendable);
    LimitedSending sending(300, 150);
    // Every tenth can't be sent to, for one reason or another.
    sending.workspace.execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id % 20 = 0"));
    const auto draft = sending.draft(
        limit,
        "{% assign n = Profile.identity | split: '-' | last | modulo: 20 %}{% if n == 10 %}{% abort %}{% endif %}"
        "For {{ Profile.identity }}");
    const auto report = sending.check(draft);
    QCOMPARE(report.sendable, sendable);
    QCOMPARE(report.couldReceive(), 270);
    QCOMPARE(report.reach.qualified, 300);
    QCOMPARE(report.skipped.value(QStringLiteral("not_drawn")), 270 - sendable);
    QCOMPARE(std::accumulate(report.skipped.begin(), report.skipped.end(), report.sendable), 300);

    const auto publisher = sending.workspace.publisher();
    EverybodyCheck everybody(sending.fixture.database(), publisher);
    TextLedger ledger;
    const auto quick = must(everybody.check(draft, ledger, {}));
    QCOMPARE(quick.sendable, report.sendable);
    QCOMPARE(quick.skipped, report.skipped);
    QCOMPARE(quick.parts, report.parts);
    QCOMPARE(quick.issues, report.issues);
    QCOMPARE(ledger.entries().size(), static_cast<std::size_t>(sendable));
  }

  void aCopyThatNobodyGetsByLotIsSaidToBeSo() {
    LimitedSending sending(3);
    sending.workspace.execute(QStringLiteral("UPDATE profile SET country = 'FR' WHERE id = 1"));
    auto draft = sending.draft(ReachLimit::only(1));
    draft.variants.kind = campaign::Variants::Kind::ByProperty;
    draft.variants.property = QStringLiteral("country");
    draft.variants.others = {{"B", 0, QStringLiteral("IN")}, {"C", 0, QStringLiteral("FR")}};
    const auto report = sending.check(draft);
    const auto issue = std::find_if(report.issues.begin(), report.issues.end(),
                                    [](const campaign::Issue& one) { return one.code == u"copy_for_nobody"; });
    QVERIFY(issue != report.issues.end());
    QVERIFY2(issue->text.contains(QStringLiteral("of the people who are drawn")), qPrintable(issue->text));
  }

  void aLimitIsAtLeastAHundredUnlessFewerCanBeSentTo_data() {
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("refused");
    QTest::newRow("99 of 100") << 100 << 99 << true;
    QTest::newRow("100 of 100") << 100 << 100 << false;
    QTest::newRow("1 of 500") << 500 << 1 << true;
    QTest::newRow("50 of 99") << 99 << 50 << false;
    QTest::newRow("120 of 500") << 500 << 120 << false;
  }
  void aLimitIsAtLeastAHundredUnlessFewerCanBeSentTo() {
    QFETCH(int, people);
    QFETCH(int, limit);
    LimitedSending sending(people);
    const auto report = sending.check(sending.draft(ReachLimit::only(limit)));
    QTEST(hasIssue(report, "reach_too_few"), "refused");
  }

  void aPoolThatCannotBeFollowedIsSaid_data() {
    QTest::addColumn<int>("codes");
    QTest::addColumn<QString>("pool");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("blocks");
    const QByteArray giving("{{ Coupon.Spring }}");
    QTest::newRow("unknown") << 5 << "Autumn" << giving << QByteArray("reach_pool_unknown") << true;
    QTest::newRow("nothing left") << 0 << "Spring" << giving << QByteArray("coupons_short") << true;
    QTest::newRow("not in the message") << 5 << "Spring" << QByteArray("Hello") << QByteArray("reach_pool_unused")
                                        << false;
  }
  void aPoolThatCannotBeFollowedIsSaid() {
    QFETCH(int, codes);
    QFETCH(QString, pool);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(bool, blocks);
    LimitedSending sending(10, 1);
    if (codes == 0) sending.workspace.execute(QStringLiteral("UPDATE coupon SET state = 'used'"));
    const auto report = sending.check(sending.draft(ReachLimit::codesOf(pool), text));
    QVERIFY(hasIssue(report, code, blocks ? campaign::Severity::Block : campaign::Severity::Warn));
    QVERIFY(!hasIssue(report, "nobody_reached"));
  }

  void thePoolIsCountedWhenItIsPublished() {
    LimitedSending sending(200, 50);
    const auto draft = sending.draft(ReachLimit::codesOf(kSpring), "{{ Coupon.Spring }}");
    QCOMPARE(sending.check(draft).sendable, 50);
    (void)sending.workspace.publish(draft, 50);
    // What comes later changes nothing any more.
    sending.addCodes(150);
    SandboxBehaviour behaviour;
    behaviour.mode = SandboxBehaviour::Mode::Refuse;
    behaviour.every = 4;
    sending.sandbox.setBehaviour(behaviour);
    sending.sendAll();
    QCOMPARE(sending.rows(QStringLiteral("state = 'accepted'")), 50);
    QCOMPARE(must(sending.coupons.find(kSpring)).used, 50);
    QCOMPARE(sending.rows(QStringLiteral("reason = 'no_coupon'")), 0);
  }

  void codesThatCameSinceTheCheckAddNobody() {
    LimitedSending sending(200, 50);
    const auto draft = sending.draft(ReachLimit::codesOf(kSpring), "{{ Coupon.Spring }}");
    sending.addCodes(150);
    const RunId run = sending.workspace.publish(draft, 50);
    QCOMPARE(must(RunRepository(sending.fixture.database(), sending.clock).byId(run)).onlyPeople, 50);
  }

  void thePoolStaysUntilWhatFollowsItIsOver() {
    LimitedSending sending(200, 150);
    const auto draft = sending.draft(ReachLimit::codesOf(kSpring), "{{ Coupon.Spring }}");
    (void)sending.workspace.publish(draft, 150);
    const auto refused = campaign::removePool(sending.fixture.database(), sending.clock, kSpring);
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    sending.sendAll();
    must(campaign::removePool(sending.fixture.database(), sending.clock, kSpring));
    QVERIFY(!sending.coupons.find(kSpring));
  }

  void codesPromisedToOthersAreNotGivenAgain() {
    LimitedSending sending(100, 130);
    const auto first = sending.draft(ReachLimit::everybody(), "A {{ Coupon.Spring }}");
    const auto second = sending.draft(ReachLimit::codesOf(kSpring), "B {{ Coupon.Spring }}");
    const auto third = sending.draft(ReachLimit::everybody(), "C {{ Coupon.Spring }}");
    (void)must(sending.workspace.publisher().publishAt(first.id, first.revision, 100, sending.clock.now().addDays(1)));
    QCOMPARE(must(campaign::codesToGive(sending.fixture.database(), sending.clock, kSpring, {})), 30);
    // Its own promise doesn't stand in its way.
    QCOMPARE(must(campaign::codesToGive(sending.fixture.database(), sending.clock, kSpring, first.id)), 130);
    QCOMPARE(sending.check(second).sendable, 30);
    const auto report = sending.check(third);
    QVERIFY(hasIssue(report, "coupons_short"));
    const auto words = std::find_if(report.issues.begin(), report.issues.end(), [](const campaign::Issue& issue) {
                         return issue.code == u"coupons_short";
                       })->text;
    QVERIFY2(words.contains(QStringLiteral("30 codes for 100 people")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("100 more are promised: 100 for “Test”")), qPrintable(words));

    // Sent codes are no promise any more.
    (void)sending.workspace.publish(second, 30);
    QCOMPARE(must(campaign::codesToGive(sending.fixture.database(), sending.clock, kSpring, {})), 0);
    sending.sendAll();
    QCOMPARE(must(sending.coupons.find(kSpring)).used, 30);
    QCOMPARE(must(campaign::codesToGive(sending.fixture.database(), sending.clock, kSpring, {})), 0);
    QCOMPARE(must(campaign::codesToGive(sending.fixture.database(), sending.clock, kSpring, first.id)), 100);
  }

  void whoSurelyGetsNothingMakesRoom_data() {
    QTest::addColumn<QString>("runState");
    QTest::addColumn<QString>("tries");  ///< outcomes of the row's tries
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("next");
    const QString next = QStringLiteral("3 at 10 copy 1");
    const QString running = QStringLiteral("running");
    QTest::newRow("refused") << running << "permanent"
                             << "refused"
                             << "bad_number" << next;
    QTest::newRow("refused by several") << running << "next_provider,next_provider"
                                        << "refused"
                                        << "no_provider_available" << next;
    QTest::newRow("skipped before a try") << running << ""
                                          << "skipped"
                                          << "unsubscribed" << next;
    QTest::newRow("paused meanwhile") << "paused"
                                      << "permanent"
                                      << "refused"
                                      << "bad_number" << next;
    QTest::newRow("over meanwhile") << "done"
                                    << "permanent"
                                    << "refused"
                                    << "bad_number" << next;
    QTest::newRow("accepted") << running << "accepted"
                              << "accepted"
                              << ""
                              << "";
    QTest::newRow("unclear") << running << "in_doubt"
                             << "in_doubt"
                             << "no_clear_answer"
                             << "";
    QTest::newRow("unclear, then refused") << running << "in_doubt,permanent"
                                           << "refused"
                                           << "bad_number"
                                           << "";
    QTest::newRow("still under way") << running << ","
                                     << "refused"
                                     << "bad_number"
                                     << "";
    QTest::newRow("without a code") << running << ""
                                    << "skipped"
                                    << "no_coupon"
                                    << "";
    QTest::newRow("without linked content") << running << ""
                                            << "skipped"
                                            << "linked_timeout"
                                            << "";
    QTest::newRow("stopped") << "stopped"
                             << ""
                             << "skipped"
                             << "campaign_stopped"
                             << "";
    QTest::newRow("refused when stopped") << "stopped"
                                          << "permanent"
                                          << "refused"
                                          << "bad_number"
                                          << "";
  }
  void whoSurelyGetsNothingMakesRoom() {
    QFETCH(QString, runState);
    QFETCH(QString, tries);
    QFETCH(QString, state);
    QFETCH(QString, reason);
    TwoRows two;
    two.workspace.execute(QStringLiteral("UPDATE run SET state = '%1'").arg(runState));
    int number = 0;
    for (const QString& outcome : tries.isEmpty() ? QStringList() : tries.split(QLatin1Char(','))) {
      two.workspace.execute(QStringLiteral("INSERT INTO attempt (outbox_id, number, client_id, started_at, outcome) "
                                           "SELECT id, %1, 'c%1', 0, '%2' FROM outbox WHERE profile_id = 1")
                                .arg(++number)
                                .arg(outcome));
    }
    two.workspace.execute(
        QStringLiteral("UPDATE outbox SET state = '%1', reason = '%2' WHERE profile_id = 1").arg(state, reason));
    QTEST(two.next(), "next");
    // A run that seemed to be over goes on for the next.
    const QString now = two.workspace.word(QStringLiteral("SELECT state FROM run"));
    QCOMPARE(now, runState == u"done" && !two.next().isEmpty() ? QStringLiteral("running") : runState);
  }

  void aRefusalThatMakesRoomIsSaid() {
    TwoRows two;
    ProgressWatch watch(two.workspace.context());
    const Run run = must(RunRepository(two.fixture.database(), two.clock).byId(two.run));
    const RunProgress before = must(watch.look(run));
    QCOMPARE(before.total, 1);
    QCOMPARE(before.notDrawn, 2);
    QVERIFY(before.reasons.empty());
    two.workspace.execute(
        QStringLiteral("UPDATE outbox SET state = 'refused', reason = 'bad_number' WHERE profile_id = 1"));
    const RunProgress after = must(watch.look(run));
    QCOMPARE(after.reasons, (std::vector<ReasonFigure>{{RowState::Refused, QStringLiteral("bad_number"), 1}}));
    QCOMPARE(after.total, 2);
    QCOMPARE(after.notDrawn, 1);
  }
};

QTEST_GUILESS_MAIN(ReachLimitTest)
#include "reach_limit_test.moc"
