// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include "delivery/check/outcome.h"
#include "delivery/check/publisher.h"
#include "providers/prices/price_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

namespace {

const QString kEuro = QStringLiteral("EUR");

MoneySum euros(qint64 micros) {
  return MoneySum(Money{micros, kEuro});
}

QJsonObject row(const char* name, const char* value) {
  return {{QStringLiteral("name"), QString::fromLatin1(name)}, {QStringLiteral("value"), QString::fromLatin1(value)}};
}

QString issueText(const CheckReport& report, const QString& code) {
  for (const campaign::Issue& issue : report.issues) {
    if (issue.code == code) return issue.text;
  }
  return {};
}

}  // namespace

class CheckCostTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_main = addProvider("Main");
    m_spare = addProvider("Spare");
  }

  void everybodyIsPricedByTheirNumber() {
    addPeople();
    must(prices().saveAll({price({}, "91", 50000), price({}, "49", 80000)}));
    const CheckReport report = check(SendingWorkspace::through(m_main));
    QCOMPARE(report.cost.expected, euros(3 * 50000 + 2 * 80000));
    QCOMPARE(report.cost.highest, report.cost.expected);
    QVERIFY(report.cost.isComplete());
    QVERIFY(issueText(report, QStringLiteral("prices_missing")).isEmpty());
  }

  void countriesAreListedWithTheirPeople() {
    addPeople();
    must(prices().save(price({}, "91", 50000)));
    const CostReport cost = check(SendingWorkspace::through(m_main)).cost;
    QCOMPARE(cost.countries.size(), 2u);
    QCOMPARE(cost.countries[0], (CountryCost{QStringLiteral("IN"), 3, 3, euros(150000), euros(150000), true}));
    QCOMPARE(cost.countries[1], (CountryCost{QStringLiteral("DE"), 2, 2, {}, {}, false}));
    QCOMPARE(cost.unpricedPeople, 2);
  }

  void theDearestOfAGroupIsTheHighest() {
    addPeople();
    must(prices().saveAll({price(m_main, "", 50000), price(m_spare, "49", 90000)}));
    providers::ProviderGroup group;
    group.name = QStringLiteral("Both");
    group.members = {m_main, m_spare};
    const GroupId id = must(m_workspace->groups().create(group));
    const CostReport cost = check(SendingWorkspace::through(id)).cost;
    QCOMPARE(cost.expected, euros(5 * 50000));
    QCOMPARE(cost.highest, euros(3 * 50000 + 2 * 90000));
    QCOMPARE(cost.openEndedPeople, 3);
  }

  void missingPricesAreAnIssueThatLeadsToThem() {
    addPeople();
    const CheckReport none = check(SendingWorkspace::through(m_main));
    QVERIFY(issueText(none, QStringLiteral("prices_missing")).contains(QStringLiteral("no prices are entered")));
    must(prices().save(price({}, "91", 50000)));
    const CheckReport some = check(SendingWorkspace::through(m_main));
    QCOMPARE(issueText(some, QStringLiteral("prices_missing")),
             QStringLiteral("The price is missing for 2 people in 1 country. The cost leaves them out."));
  }

  void theSandboxIsFree() {
    addPeople();
    const ProviderId box = m_workspace->addSandbox(QStringLiteral("Box"), QUrl(QStringLiteral("http://127.0.0.1:1")));
    const CheckReport report = check(SendingWorkspace::through(box));
    QVERIFY(report.cost.isComplete());
    QVERIFY(report.cost.expected.isZero());
    QVERIFY(issueText(report, QStringLiteral("prices_missing")).isEmpty());
  }

  void peopleWorthALookArePicked() {
    m_workspace->execute(
        QStringLiteral("INSERT INTO property (id, name, type, created_at) VALUES (1, 'city', 'text', 0)"));
    m_workspace->execute(QStringLiteral("ALTER TABLE profile ADD COLUMN p_1 TEXT"));
    addPeople();
    m_workspace->addPerson(9, QString(), QStringLiteral("none"));
    m_workspace->execute(QStringLiteral("UPDATE profile SET p_1 = 'Thiruvananthapuram' WHERE id = 2"));
    m_workspace->execute(QStringLiteral("UPDATE profile SET p_1 = 'Köln ✓' WHERE id = 4"));
    const PeoplePicks gaps = check(SendingWorkspace::through(m_main), "In {{ Profile.city }}").picks;
    QCOMPARE(gaps.longest, ProfileId{2});
    QCOMPARE(gaps.missing, (PeopleSet{{1}, {3}, {5}}));
    QVERIFY(gaps.defaulted.isEmpty());
    QCOMPARE(gaps.ofCountry.keys(), (QStringList{QStringLiteral("DE"), QStringLiteral("IN")}));
    QCOMPARE(gaps.ofCountry.value(QStringLiteral("DE")), (PeopleSet{{4}, {5}}));
    QCOMPARE(gaps.ofCountry.value(QStringLiteral("IN")), (PeopleSet{{1}, {2}, {3}}));

    QByteArray message = "{{ Profile.city | default: 'x' }}";
    for (int i = 0; i < 80; ++i) message += 'm';
    const CheckReport report = check(SendingWorkspace::through(m_main), message);
    QCOMPARE(report.picks.defaulted, (PeopleSet{{1}, {3}, {5}}));
    QCOMPARE(report.picks.longest, ProfileId{2});
    QCOMPARE(report.picks.mostParts, ProfileId{4});
  }

  void theLedgerIsOfTheSamePass() {
    addPeople();
    must(prices().save(price({}, "91", 50000)));
    auto draft = m_workspace->addCampaign(SendingWorkspace::through(m_main), "Hi {{ Profile.identity }}");
    TextLedger before;
    const qint64 sendable = must(m_workspace->publisher().check(draft, before, {})).sendable;
    QCOMPARE(before.people(), sendable);
    draft.message += "!";
    m_workspace->execute(QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 1"));
    TextLedger after;
    const CheckReport report = must(m_workspace->publisher().check(draft, after, {}));
    const Outcome outcome = compareLedgers(before, after);
    QCOMPARE(outcome.changed.count, 4);
    QCOMPARE(outcome.left.examples, std::vector<ProfileId>{ProfileId{1}});
    QCOMPARE(outcome.after.cost, report.cost.expected);
    QCOMPARE(outcome.costChange(), MoneySum{} - euros(50000));
  }

 private:
  ProviderId addProvider(const char* name) const {
    providers::Provider provider;
    provider.name = QString::fromLatin1(name);
    provider.type = QStringLiteral("http");
    provider.settings = {{QStringLiteral("endpoint"), QStringLiteral("https:/") + QStringLiteral("/sms.example.com")},
                         {QStringLiteral("parameters"), QJsonArray{row("to", "$$To"), row("text", "$$Body")}}};
    return must(m_workspace->providers().create(provider));
  }

  /// Persons 1 to 3 in India, 4 and 5 in Germany.
  void addPeople() const {
    m_workspace->addPeople(3);
    m_workspace->addPerson(4, QStringLiteral("+4915112345674"));
    m_workspace->addPerson(5, QStringLiteral("+4915112345675"));
    m_workspace->execute(QStringLiteral("UPDATE profile SET country = 'DE' WHERE id > 3"));
  }

  [[nodiscard]] providers::PriceRepository prices() const { return providers::PriceRepository(m_fixture->database()); }
  static providers::Price price(ProviderId provider, const char* prefix, qint64 micros) {
    return {provider, QString::fromLatin1(prefix), {}, {micros, kEuro}};
  }
  CheckReport check(const campaign::Route& route, const QByteArray& message = "Hello") const {
    return must(m_workspace->publisher().check(m_workspace->addCampaign(route, message)));
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  ProviderId m_main;
  ProviderId m_spare;
};

QTEST_GUILESS_MAIN(CheckCostTest)
#include "check_cost_test.moc"
