// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/reach_counter.h"
#include "delivery/check/cost_rates.h"
#include "delivery/check/everybody_check.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/outbox/outbox.h"
#include "delivery/reach/reach_rules.h"
#include "delivery/run/run_control.h"
#include "providers/routes/country_coverage.h"
#include "providers/template/countries_field.h"
#include "support/sending_world.h"

using namespace heliograph;
using namespace heliograph::delivery;
using namespace std::chrono_literals;
using test::HostilePlan;
using test::HostileServer;
using test::must;
using test::SandboxTalk;
using test::SendingWorkspace;

namespace {

HostilePlan rejectingTheAccount() {
  return test::answeringEach([](const SandboxTalk& message) { return message.refused(401, 20003); });
}

/// People 1 to 30: every third is in France, the next in Britain, the others in India.
struct CoverageWorld : test::SendingWorld {
  CoverageWorld() : SendingWorld(people) {
    workspace.execute(
        QStringLiteral("UPDATE profile SET country = CASE id % 3 WHEN 0 THEN 'FR' WHEN 1 THEN 'GB' ELSE 'IN' END"));
  }
  ProviderId add(const QString& name, const QUrl& url, const QString& countries) const {
    return workspace.addSandbox(name, url.adjusted(QUrl::RemovePath),
                                {{QStringLiteral("max_per_second"), 100000},
                                 {QStringLiteral("max_in_flight"), 96},
                                 {QStringLiteral("countries"), countries}});
  }
  campaign::Campaign campaign(const std::vector<ProviderId>& members, const campaign::Release& release = {}) const {
    return workspace.addCampaign(SendingWorkspace::through(group(members)), "Hello", release);
  }
  void countriesOf(ProviderId provider, const QString& countries) const {
    workspace.execute(QStringLiteral("UPDATE provider SET settings = json_set(settings, '$.countries', '%1') WHERE id "
                                     "= %2")
                          .arg(countries)
                          .arg(provider.value));
  }

  static constexpr int people = 30;
};

}  // namespace

class CoverageSendingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countriesAreReadAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("one") << QStringLiteral(" in ") << QStringList{QStringLiteral("IN")};
    QTest::newRow("several") << QStringLiteral("in, GB;in fr")
                             << QStringList{QStringLiteral("FR"), QStringLiteral("GB"), QStringLiteral("IN")};
  }
  void countriesAreReadAsPeopleWriteThem() {
    QFETCH(QString, text);
    QTEST(providers::countryCodes(text), "codes");
  }

  void aGroupCoversWhatItsMembersDo() {
    CoverageWorld world;
    const HostileServer server(test::acceptingEach());
    const ProviderId india = world.add(QStringLiteral("India"), server.url(), QStringLiteral("IN"));
    const ProviderId britain = world.add(QStringLiteral("Britain"), server.url(), QStringLiteral("gb"));
    const auto route = world.campaign({india, britain}).route;
    const auto coverage = must(providers::coverageOf(world.fixture.database(), route));
    QVERIFY(coverage.isStated());
    QVERIFY(coverage.covers(QStringLiteral("IN")) && coverage.covers(QStringLiteral("GB")) &&
            !coverage.covers(QStringLiteral("FR")));
    // A number of no known country is everybody's.
    QVERIFY(coverage.covers(QString()));
    // One who says nothing reaches everything.
    world.countriesOf(britain, {});
    QVERIFY(!must(providers::coverageOf(world.fixture.database(), route)).isStated());
  }

  void acodeThatIsNoCountryIsRefused() {
    CoverageWorld world;
    auto provider = must(world.workspace.providers().byId(
        world.add(QStringLiteral("P"), QUrl(QStringLiteral("http://127.0.0.1:9")), {})));
    provider.settings.insert(QStringLiteral("countries"), QStringLiteral("IN, QQ"));
    const auto stored = world.workspace.providers().update(provider);
    QVERIFY(!stored);
    QVERIFY2(stored.error().message.contains(QStringLiteral("QQ")), qPrintable(stored.error().message));
  }

  void eachMemberGetsItsCountriesAndWhomNobodyCoversIsLeftOut() {
    CoverageWorld world;
    const HostileServer forIndia(test::acceptingEach());
    const HostileServer forBritain(test::acceptingEach());
    const auto draft = world.campaign({world.add(QStringLiteral("India"), forIndia.url(), QStringLiteral("IN")),
                                       world.add(QStringLiteral("Britain"), forBritain.url(), QStringLiteral("GB"))});
    (void)world.workspace.publish(draft, 20);
    world.sendAll();
    QCOMPARE(forIndia.received().size(), std::size_t{10});
    QCOMPARE(forBritain.received().size(), std::size_t{10});
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted' AND country = 'IN' AND provider_id = 1")), 10);
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted' AND country = 'GB' AND provider_id = 2")), 10);
    QCOMPARE(world.rows(QStringLiteral("state = 'skipped' AND reason = 'no_provider_for_country'")), 10);
    // Everybody has a row: the sum is the audience.
    QCOMPARE(world.workspace.figure(QStringLiteral("SELECT audience FROM run")), CoverageWorld::people);
    QCOMPARE(world.rows(QStringLiteral("1")), CoverageWorld::people);
  }

  void countingTheChecksAndFillingSayTheSame() {
    CoverageWorld world;
    const HostileServer server(test::acceptingEach());
    const auto draft = world.campaign({world.add(QStringLiteral("India"), server.url(), QStringLiteral("IN, GB"))});
    const auto rules = must(reachRulesOf(world.fixture.database(), draft));
    const auto reach = must(audience::ReachCounter(world.fixture.database(), world.clock).count({}, {}, rules));
    QCOMPARE(reach.noProvider, 10);
    QCOMPARE(reach.reachable, 20);
    const auto publisher = world.workspace.publisher();
    const CheckReport report = must(publisher.check(draft));
    QCOMPARE(report.sendable, 20);
    QCOMPARE(report.reach.noProvider, 10);
    QCOMPARE(report.skipped.value(QStringLiteral("no_provider_for_country")), 10);
    QCOMPARE(report.uncovered, (QMap<QString, qint64>{{QStringLiteral("FR"), 10}}));
    const auto issue = std::find_if(report.issues.begin(), report.issues.end(),
                                    [](const campaign::Issue& one) { return one.code == u"no_provider_for_country"; });
    QVERIFY(issue != report.issues.end());
    QVERIFY2(issue->text.contains(QStringLiteral("France (10 people)")), qPrintable(issue->text));
    // The same from the people in memory, and anew when the coverage changes.
    EverybodyCheck everybody(world.fixture.database(), publisher);
    TextLedger ledger;
    const CheckReport quick = must(everybody.check(draft, ledger, {}, {}));
    QCOMPARE(quick.sendable, 20);
    QCOMPARE(quick.uncovered, report.uncovered);
    world.countriesOf(ProviderId{1}, QStringLiteral("IN"));
    TextLedger again;
    QCOMPARE(must(everybody.check(draft, again, {}, {})).sendable, 10);
  }

  void aRowThatIsTurnedAwayGoesOnlyToWhoCoversIt() {
    CoverageWorld world;
    const HostileServer rejecting(rejectingTheAccount());
    const HostileServer taking(test::acceptingEach());
    // Both cover India; France and Britain are the first one's alone.
    const auto draft =
        world.campaign({world.add(QStringLiteral("First"), rejecting.url(), QStringLiteral("IN, FR, GB")),
                        world.add(QStringLiteral("Second"), taking.url(), QStringLiteral("IN"))});
    (void)world.workspace.publish(draft, 30);
    world.sendAll();
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted' AND country = 'IN'")), 10);
    QCOMPARE(taking.received().size(), std::size_t{10});
    // Nobody is left for the others; a person has to look.
    QCOMPARE(world.rows(QStringLiteral("state = 'pending' AND country IN ('FR', 'GB')")), 20);
    QCOMPARE(world.workspace.word(QStringLiteral("SELECT hold_reason FROM run")), QStringLiteral("no_provider"));
  }

  void aFirstBatchIsDrawnByLotWhateverTheCountries() {
    CoverageWorld world;
    const HostileServer server(test::acceptingEach());
    const auto draft = world.campaign({world.add(QStringLiteral("India"), server.url(), QStringLiteral("IN")),
                                       world.add(QStringLiteral("Rest"), server.url(), QStringLiteral("GB, FR"))},
                                      campaign::Release{9});
    (void)world.workspace.publish(draft, 30);
    world.sendAll();
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), 9);
    QCOMPARE(world.workspace.figure(QStringLiteral(
                 "SELECT COUNT(*) FROM outbox WHERE state = 'accepted' AND draw <= (SELECT draw FROM outbox ORDER BY "
                 "draw LIMIT 1 OFFSET 8)")),
             9);
  }

  void whoIsLeftWhenTheCoverageShrinksWaitsForAPerson() {
    CoverageWorld world;
    const HostileServer server(test::acceptingEach());
    const ProviderId provider = world.add(QStringLiteral("All"), server.url(), QStringLiteral("IN, GB, FR"));
    const auto draft = world.campaign({provider}, campaign::Release{1});
    const RunId run = world.workspace.publish(draft, 30);
    world.sendAll();
    world.countriesOf(provider, QStringLiteral("IN"));
    must(RunControl(world.fixture.database(), world.clock).release(run));
    world.sendAll();
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted' AND country = 'IN'")), 10);
    QCOMPARE(world.workspace.word(QStringLiteral("SELECT state FROM run")), QStringLiteral("paused"));
    QCOMPARE(world.workspace.word(QStringLiteral("SELECT hold_reason FROM run")),
             QStringLiteral("no_provider_for_country"));
    // Nobody is lost: with the countries back, the rest goes out.
    world.countriesOf(provider, QStringLiteral("IN, GB, FR"));
    must(RunControl(world.fixture.database(), world.clock).resume(run));
    world.sendAll();
    QCOMPARE(world.rows(QStringLiteral("state = 'accepted'")), CoverageWorld::people);
  }

  void claimingByCountryFollowsItsIndex() {
    CoverageWorld world;
    storage::Statement plan(
        world.fixture.database(),
        QStringLiteral("EXPLAIN QUERY PLAN SELECT MIN(country) FROM outbox WHERE run_id = 1 AND seed = 0 AND country > "
                       "'FR' AND state = 'pending'"));
    QString told;
    while (must(plan.next())) told += plan.text(3) + QLatin1Char('\n');
    QVERIFY2(told.contains(QStringLiteral("outbox_by_country")), qPrintable(told));
  }
};

QTEST_GUILESS_MAIN(CoverageSendingTest)
#include "coverage_sending_test.moc"
