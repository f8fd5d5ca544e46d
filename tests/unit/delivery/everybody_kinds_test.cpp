// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>

#include "audience/groups/seed_list.h"
#include "audience/groups/workspace_group.h"
#include "audience/suppression_repository.h"
#include "delivery/coupons/coupon_file.h"
#include "everybody_world.h"
#include "library/linked_source_repository.h"
#include "library/text_repository.h"
#include "providers/routes/group_repository.h"

using namespace heliograph;
using namespace heliograph::delivery;
using campaign::Campaign;
using campaign::Variants;
using test::EverybodyWorld;
using test::must;
using test::RandomWorld;
using test::SendingWorkspace;

using Change = std::function<void(Campaign&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr int kPeople = 5000;

/// People without a pattern, two providers with prices, a snippet, codes, and an answer of a source.
struct KindsWorld : EverybodyWorld {
  KindsWorld() {
    RandomWorld random(RandomWorld::seed());
    random.addPeople(fixture.database(), clock, kPeople);
    addPrices();
    addGroup();
    addLibrary();
    addHistory();
    addOutsiders();
  }

  /// Some are held back from every campaign, and a few colleagues get each.
  void addOutsiders() {
    must(audience::WorkspaceGroup(fixture.database()).set(3));
    const audience::SeedList seeds(fixture.database(), clock);
    for (const int person : {1, 40, 41, 4999}) must(seeds.add(QStringLiteral("p%1").arg(person)));
  }

  /// A second provider that costs more for some.
  void addGroup() {
    const ProviderId other = addProvider("Dearer");
    const ProviderId first{route.id};
    must(providers::PriceRepository(fixture.database())
             .save({other, QStringLiteral("9198"), {}, Money{35'000, QStringLiteral("EUR")}}));
    route =
        SendingWorkspace::through(must(workspace.groups().create({{}, QStringLiteral("Both"), {first, other}, false})));
  }
  void addLibrary() {
    must(library::SnippetRepository(fixture.database(), clock)
             .save(QStringLiteral("greeting"), "Dear {{ Profile.first_name | default: 'friend' }} – {{ who }}’s "));
    const library::CouponRepository coupons(fixture.database(), clock);
    int next = 0;
    std::string code;
    must(coupons.add(QStringLiteral("Spring"), [&]() -> Result<std::optional<std::string_view>> {
      if (next++ == 40) return std::nullopt;
      code = "SPR-" + std::to_string(1000 + next);
      return std::string_view(code);
    }));
    const library::LinkedSourceRepository sources(fixture.database(), clock);
    library::LinkedSource shop;
    shop.name = QStringLiteral("Shop");
    shop.url = QStringLiteral("https://shop.example/{{who}}");
    shop.labels = {{QStringLiteral("offer"), QStringLiteral("offer")}};
    const library::LinkedSourceId id = must(sources.save(shop));
    must(sources.keepAnswer(id, {}, {200, {}, QByteArray("{\"offer\": \"“Ten” for two\"}"), clock.now()}));
  }
  /// Some were texted before, some numbers are suppressed.
  void addHistory() {
    const ProviderId sandbox =
        workspace.addSandbox(QStringLiteral("Sandbox"), QUrl(QStringLiteral("http://127.0.0.1:9")));
    const Campaign before = workspace.addCampaign(SendingWorkspace::through(sandbox), "Before");
    const RunId run = workspace.publish(before, kPeople);
    workspace.execute(QStringLiteral("INSERT INTO outbox (run_id, profile_id, state, tries, updated_at) "
                                     "SELECT %1, id, 'accepted', 1, 0 FROM profile WHERE id % 4 = 1")
                          .arg(run.value));
    workspace.execute(
        QStringLiteral("INSERT INTO attempt (outbox_id, number, client_id, started_at, finished_at, outcome) "
                       "SELECT id, 1, 'c' || id, 0, 0, 'accepted' FROM outbox"));
    const audience::AddressHasher hasher = must(audience::AddressHasher::load(fixture.database()));
    storage::Statement people(fixture.database(),
                              QStringLiteral("SELECT id, phone FROM profile WHERE phone IS NOT NULL LIMIT 60"));
    std::vector<std::pair<qint64, QString>> found;
    while (must(people.next())) found.emplace_back(people.integer(0), people.text(1));
    for (const auto& [person, phone] : found) {
      storage::Statement hash(fixture.database(), QStringLiteral("UPDATE profile SET address_hash = ? WHERE id = ?"));
      hash.bind(hasher.hash(phone)).bind(person);
      must(hash.run());
    }
    const audience::SuppressionRepository optOuts(fixture.database(), clock);
    for (std::size_t i = 0; i < found.size(); i += 2) {
      must(optOuts.add(found[i].second, QStringLiteral("reply"), {}));
    }
  }
};

Change copies(Variants::Kind kind, const std::vector<campaign::Variant>& others, const QString& property = {}) {
  return [=](Campaign& draft) {
    draft.variants.kind = kind;
    draft.variants.others = others;
    draft.variants.property = property;
  };
}

Change optOut(message::OptOutLine::When when, const QString& text = QStringLiteral("Reply STOP to opt out")) {
  return [=](Campaign& draft) { draft.textRules.optOut = {when, text}; };
}

Change holdBack(int percent, std::optional<bool> workspace = {}) {
  return [=](Campaign& draft) { draft.holdBack = {percent, 4711, workspace}; };
}

Change safetyCheck(int people) {
  return [=](Campaign& draft) { draft.safetyCheck = people; };
}

void keepGsm(Campaign& draft) {
  draft.textRules.keepGsm7 = true;
}

void tagLinks(Campaign& draft) {
  message::LinkTagging& tags = draft.textRules.links.tagging;
  tags.on = true;
  tags.source = QStringLiteral("sms");
  tags.campaign = QStringLiteral("{{ Campaign.name }}");
  tags.content = QStringLiteral("{{ Profile.city | default: 'none' }}");
}

void readShop(Campaign& draft) {
  draft.linked = {{QStringLiteral("Shop"),
                   {{QStringLiteral("who"), {campaign::LinkedParameter::From::Property, QStringLiteral("city")}}}}};
}

Change all(const std::vector<Change>& changes) {
  return [=](Campaign& draft) {
    for (const Change& change : changes) change(draft);
  };
}

}  // namespace

class EverybodyKindsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_world = std::make_unique<KindsWorld>(); }
  void cleanupTestCase() { m_world.reset(); }

  void theFastCheckSaysWhatThePlainOneSays_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Change>("change");
    using Kind = Variants::Kind;
    using When = message::OptOutLine::When;
    const QByteArray named =
        "Hi {{ Profile.first_name }} of {{ Profile.city | default: 'there' }} " + QByteArray(90, 'x');
    const std::vector<campaign::Variant> two{{"{{ Profile.city }}: it’s " + QByteArray(120, 'y'), 30, {}},
                                             {"C {{ Profile.points | divided_by: 0 }}", 20, {}}};
    const std::vector<campaign::Variant> oneMore{{"{{ Profile.city }}: it’s " + QByteArray(120, 'y'), 30, {}}};
    const std::vector<campaign::Variant> byCity{{"Namaste {{ Profile.first_name }}", 0, QStringLiteral("Pune")},
                                                {"Guten Tag {{ Profile.points }} – Grüße", 0, QStringLiteral("Köln")},
                                                {"{% abort 'not here' %}", 0, QStringLiteral("東京")},
                                                {"Nobody", 0, QStringLiteral("Atlantis")}};
    const auto row = [](const char* name, const QByteArray& message, const Change& change) {
      QTest::newRow(name) << message << change;
    };
    const Change plain = [](Campaign&) {};
    row("single", named, plain);
    row("A/B test", named, copies(Kind::AbTest, oneMore));
    row("A/B test of three, one fails for some", named, copies(Kind::AbTest, two));
    row("A/B test of everybody", named,
        all({copies(Kind::AbTest, oneMore), [](Campaign& draft) { draft.variants.testPercent = 100; }}));
    row("split", named, copies(Kind::Split, oneMore));
    row("split in three", named, copies(Kind::Split, two));
    row("by property", named, copies(Kind::ByProperty, byCity, QStringLiteral("city")));
    row("by a property the text doesn't read", "Plain", copies(Kind::ByProperty, byCity, QStringLiteral("city")));
    row("opt-out always", named, optOut(When::Always));
    row("opt-out in the first text", named, optOut(When::FirstText));
    row("opt-out that costs", named, optOut(When::FirstText, QStringLiteral("Schreib „STOPP“")));
    row("costly characters replaced", "“{{ Profile.first_name }}” – it’s " + QByteArray(80, 'x'), keepGsm);
    row("replaced in copies", "“{{ Profile.first_name }}”", all({copies(Kind::Split, oneMore), keepGsm}));
    row("a snippet", "{% render 'greeting', who: 'Ana' %}" + QByteArray(60, 'x'), plain);
    row("a snippet with a value", "{% render 'greeting', who: Profile.city %}{{ Profile.points }}", plain);
    row("a snippet in a copy", "Hi", copies(Kind::Split, {{"{% render 'greeting' %}", 50, {}}}));
    row("coupons", "Yours: {{ Coupon.Spring }} {{ Profile.first_name }}", plain);
    row("coupons for some", "{% if Profile.member %}{{ Coupon.Spring }}{% else %}Hello{% endif %}", plain);
    row("linked content", "{{ Linked.Shop.offer }} for {{ Profile.first_name }} " + QByteArray(60, 'x'), readShop);
    row("linked content that fails for some", "{% if Linked.Shop.offer contains Profile.city %}{% abort %}{% endif %}x",
        readShop);
    row("links with parameters", "See https://shop.example/sale?x=1 {{ Profile.first_name }}", tagLinks);
    row("links in copies", "https://shop.example/a", all({copies(Kind::AbTest, oneMore), tagLinks}));
    row("abort", "{% if Profile.points > 500 %}{% abort 'rich' %}{% endif %}{{ Profile.points }}", plain);
    row("abort for everybody", "{% abort 'no' %}", plain);
    row("empty for some", "{{ Profile.first_name }}{% if Profile.city %} {% endif %}", plain);
    row("too long for some", "{% if Profile.member %}" + QByteArray(2000, 'z') + "{% endif %}x", plain);
    row("limit of one part", named, [](Campaign& draft) { draft.limits.maxParts = 1; });
    row("a property known while rendering", "{% assign f = 'city' %}{{ Profile[f] }} {{ Profile.since | date: '%d' }}",
        plain);
    row("held back", named, holdBack(10));
    row("nearly all held back", named, holdBack(99));
    row("held back of an A/B test", named, all({holdBack(30), copies(Kind::AbTest, oneMore)}));
    row("held back without the workspace's group", named, holdBack(5, false));
    row("transactional", named, [](Campaign& draft) { draft.purpose = campaign::Purpose::Transactional; });
    row("transactional with the workspace's group", named,
        all({holdBack(0, true), [](Campaign& draft) { draft.purpose = campaign::Purpose::Transactional; }}));
    row("safety check that holds it", named, safetyCheck(1000));
    row("safety check that lets it go", named, all({safetyCheck(kPeople), holdBack(20)}));
    row("everything",
        "{% render 'greeting', who: Profile.city %}{{ Linked.Shop.offer }} {{ Coupon.Spring }} https://a.example",
        all({copies(Kind::Split, two), keepGsm, tagLinks, readShop, optOut(When::FirstText), holdBack(15),
             safetyCheck(100)}));
  }
  void theFastCheckSaysWhatThePlainOneSays() {
    QFETCH(QByteArray, message);
    QFETCH(Change, change);
    Campaign draft = m_world->campaignOf(message);
    change(draft);
    m_world->compare(draft);
  }

  void aLimitIsTheSameInBothChecks_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Change>("change");
    using Kind = Variants::Kind;
    const QByteArray named = "Hi {{ Profile.first_name }} of {{ Profile.city | default: 'there' }}";
    const Change plain = [](Campaign&) {};
    QTest::newRow("single") << named << plain;
    QTest::newRow("A/B test") << named << copies(Kind::AbTest, {{"B {{ Profile.points }}", 30, {}}});
    QTest::newRow("by property") << named
                                 << copies(Kind::ByProperty,
                                           {{"Namaste", 0, QStringLiteral("Pune")},
                                            {"{% abort 'not here' %}", 0, QStringLiteral("東京")},
                                            {"Nobody", 0, QStringLiteral("Atlantis")}},
                                           QStringLiteral("city"));
    QTest::newRow("copies that wait for an answer")
        << QByteArray("{% assign s = 'Shop' %}{{ Linked[s].offer }}x")
        << copies(Kind::Split, {{"{% assign s = 'Shop' %}{% if Profile.member %}{% abort %}{% endif %}"
                                 "{{ Linked[s].offer }}x",
                                 50,
                                 {}}});
  }
  void aLimitIsTheSameInBothChecks() {
    QFETCH(QByteArray, message);
    QFETCH(Change, change);
    Campaign draft = m_world->campaignOf(message);
    change(draft);
    draft.reach = campaign::ReachLimit::only(500);
    TextLedger ledger;
    const CheckReport fast = must(m_world->check.check(draft, ledger, {}));
    QCOMPARE(fast.sendable, 500);
    test::compareReports(fast, must(m_world->publisher.check(draft)));
  }

  void whoIsHeldBackChangesWithTheGroupAndTheSeedList() {
    Campaign draft = m_world->campaignOf("Hi {{ Profile.first_name }}");
    const qint64 before = m_world->checked(draft).sendable;
    holdBack(25)(draft);
    const CheckReport held = m_world->checked(draft);
    QVERIFY(held.reach.heldBack > 1000 && held.sendable < before);
    QCOMPARE(held.reach.qualified, kPeople - 4);
    const audience::WorkspaceGroup group(m_world->fixture.database());
    must(group.set(0));
    QCOMPARE(m_world->checked(draft).reach.heldBackByWorkspace, 0);
    must(group.set(3));
    QCOMPARE(m_world->checked(draft).reach.heldBackByWorkspace, held.reach.heldBackByWorkspace);
    const audience::SeedList seeds(m_world->fixture.database(), m_world->clock);
    must(seeds.remove(QStringLiteral("p40")));
    QCOMPARE(m_world->checked(draft).reach.qualified, kPeople - 3);
    must(seeds.add(QStringLiteral("p40")));
    m_world->compare(draft);
  }

  void firstFiguresAreWithinTheLimit() {
    Campaign draft = m_world->campaignOf("Hi {{ Profile.first_name }}");
    draft.reach = campaign::ReachLimit::only(500);
    m_world->check.forget();
    TextLedger ledger;
    qint64 most = 0;
    const auto progress = [&most](const CheckReport& soFar, qint64) { most = std::max(most, soFar.sendable); };
    QCOMPARE(must(m_world->check.check(draft, ledger, {}, progress)).sendable, 500);
    QVERIFY(most <= 500);
  }

  void aMixOfAllAsItComesIsTheSame() {
    RandomWorld random(RandomWorld::seed());
    const std::vector<Change> rules{keepGsm, tagLinks, optOut(message::OptOutLine::When::FirstText),
                                    optOut(message::OptOutLine::When::Always), readShop};
    for (int round = 0; round < 6; ++round) {
      Campaign draft = m_world->campaignOf(random.message());
      draft.audience = random.audience();
      const auto kind = static_cast<Variants::Kind>(random.below(4));
      copies(kind, {{random.message(), 40, QStringLiteral("Pune")}, {random.message(), 10, QStringLiteral("Köln")}},
             QStringLiteral("city"))(draft);
      for (const Change& rule : rules) {
        if (random.below(2) == 0) rule(draft);
      }
      m_world->compare(draft);
      if (QTest::currentTestFailed()) qFatal("by the message %s", draft.message.constData());
    }
  }

  void whatLinkedContentGivesIsAnEstimateByTheStoredAnswer() {
    Campaign draft = m_world->campaignOf("{{ Linked.Shop.offer }}");
    readShop(draft);
    const CheckReport report = m_world->checked(draft);
    QVERIFY(report.isEstimate());
    QCOMPARE(report.longest.units, 13);
    QCOMPARE(report.encodings.value(QStringLiteral("UCS-2")), report.sendable);
  }

  void eachCopyLeadsToThoseWhoMissSomethingInIt() {
    Campaign draft = m_world->campaignOf("Hi {{ Profile.first_name }}");
    copies(Variants::Kind::AbTest, {{"{{ Profile.city }} x", 0, {}}})(draft);
    const CheckReport report = m_world->checked(draft);
    QCOMPARE(report.copies.size(), std::size_t{2});
    QVERIFY(report.copies[0].missingOf.contains(QStringLiteral("first_name")));
    QVERIFY(!report.copies[0].missingOf.contains(QStringLiteral("city")));
    QVERIFY(report.copies[1].missing().value(QStringLiteral("city")) > 0);
  }

  void whoCouldCostMoreIsKnown() {
    const CheckReport report = m_world->checked("Hi");
    QVERIFY(!report.picks.dearer.isEmpty());
    QVERIFY(report.picks.dearer.count() <= report.picks.priced.count());
    QCOMPARE(report.picks.unpriced.count(), report.cost.unpricedPeople);
    for (const CountryCost& country : report.cost.countries) {
      QCOMPARE(report.picks.ofCountry.value(country.country).count(), country.people);
    }
  }

 private:
  std::unique_ptr<KindsWorld> m_world;
};

QTEST_GUILESS_MAIN(EverybodyKindsTest)
#include "everybody_kinds_test.moc"
