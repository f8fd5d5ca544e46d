// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/everybody_check.h"

#include <QRandomGenerator>
#include <QTest>

#include "audience/property_repository.h"
#include "audience/suppression_repository.h"
#include "providers/price_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::delivery;
using test::must;
using test::SendingWorkspace;

namespace {

/// What one person after the other says, added up by hand.
struct Walked {
  qint64 sendable = 0;
  qint64 people = 0;
  QMap<int, qint64> parts;
  QMap<QString, qint64> skipped;
  QMap<QString, qint64> missing;
  QMap<QString, qint64> defaulted;
};

Walked walked(const storage::Database& database, const Publisher& publisher, const campaign::Campaign& draft) {
  auto people = must(Qualification::open(database, must(publisher.qualificationOf(draft))));
  Walked sum;
  while (const Qualified* person = must(people.next())) {
    ++sum.people;
    if (!person->isSendable()) {
      ++sum.skipped[person->reason];
      continue;
    }
    ++sum.sendable;
    ++sum.parts[person->text.measure.parts];
    for (const QString& property : person->text.missing) ++sum.missing[property];
    for (const QString& property : person->text.defaulted) ++sum.defaulted[property];
  }
  return sum;
}

/// Makes people and messages without a pattern, the same for the same seed.
class RandomWorld final {
 public:
  explicit RandomWorld(quint32 seed) : m_random(seed) {}

  void addPeople(const storage::Database& database, const Clock& clock, int count) {
    const audience::PropertyRepository properties(database, clock);
    using Type = audience::PropertyType;
    const QString name = column(properties, "first_name", Type::Text);
    const QString city = column(properties, "city", Type::Text);
    const QString points = column(properties, "points", Type::Number);
    const QString member = column(properties, "member", Type::Boolean);
    const QString since = column(properties, "since", Type::Date);
    auto transaction = must(storage::Transaction::begin(database));
    storage::Statement insert(
        database,
        QStringLiteral("INSERT INTO profile (id, identity, phone, phone_state, country, opted_out, time_zone, "
                       "created_at, updated_at, %1, %2, %3, %4, %5) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?)")
            .arg(name, city, points, member, since));
    for (int n = 1; n <= count; ++n) {
      const bool german = one(3);
      const QString number = (german ? QStringLiteral("+4915%1") : QStringLiteral("+9198%1"))
                                 .arg(m_random.bounded(count * 2), 8, 10, QLatin1Char('0'));
      const QString state = pick({"valid", "valid", "valid", "valid", "possible", "invalid", "none"});
      // Gaps in the ids, as after deletions.
      insert.bindValue(n * 3 + m_random.bounded(3));
      insert.bindValue(QStringLiteral("p%1").arg(n));
      insert.bindValue(state == QLatin1String("none") ? QVariant() : QVariant(number));
      insert.bindValue(state);
      insert.bindValue(one(20) ? QVariant() : QVariant(german ? QStringLiteral("DE") : QStringLiteral("IN")));
      insert.bindValue(one(15) ? 1 : 0);
      insert.bindValue(one(2) ? QVariant() : QVariant(QStringLiteral("Asia/Kolkata")));
      insert.bindValue(
          maybe(pick({"Ana", "O’Neil", "Łukasz", "ﬁona", "Priya", "अनु", "José 🎉", "", "  ", "Zoë", "Наталья"})));
      insert.bindValue(maybe(pick({"Pune", "Köln", "São Paulo", "Ürümqi", "東京"})));
      insert.bindValue(one(4)   ? QVariant()
                       : one(2) ? QVariant(m_random.bounded(100'000))
                                : QVariant(m_random.bounded(1000) / 8.0));
      insert.bindValue(one(3) ? QVariant() : QVariant(m_random.bounded(2)));
      insert.bindValue(one(3) ? QVariant() : QVariant(1'700'000'000'000LL + m_random.bounded(1'000'000'000)));
      must(insert.run());
    }
    must(transaction.commit());
  }

  QByteArray message() {
    static const QList<QByteArray> pieces{
        "Hi {{ Profile.first_name | default: 'there' }}, ",
        "{{ Profile.first_name }} ",
        "from {{ Profile.city | upcase }}: ",
        "{{ Profile.points | plus: 1 }} points ",
        "{% if Profile.member %}member{% else %}guest{% endif %} ",
        "since {{ Profile.since | date: '%d %b %Y' }} ",
        "it’s “new” – ",
        "🎉 ",
        "{% if Profile.points > 90000 %}{% abort 'rich' %}{% endif %}",
        "{% if Profile.city == 'Pune' %}{% assign t = Profile.points | divided_by: 0 %}{{ t }}{% endif %}",
        "{{ Profile.country }} {{ Profile.phone | size }} {{ Profile.identity }} ",
        "{% for i in (1..12) %}a rather long repetition of words {% endfor %}",
        "{% assign f = 'city' %}{{ Profile[f] }} ",
        "Ein Wort über Grüße. ",
        "{{ Campaign.name }} {{ 'now' | date: '%Y' }} ",
        "ş "};
    QByteArray text;
    const int count = 1 + m_random.bounded(6);
    for (int i = 0; i < count; ++i) text += pieces[m_random.bounded(static_cast<int>(pieces.size()))];
    return text;
  }

  campaign::Audience audience() {
    if (!one(3)) return campaign::Audience::everybody();
    audience::Segment segment;
    audience::SegmentRule rule;
    rule.property = QStringLiteral("points");
    rule.op = audience::SegmentOperator::Greater;
    rule.values = QJsonArray{500};
    segment.rules.parts.push_back(audience::SegmentPart{rule});
    return campaign::Audience::rules(segment);
  }

 private:
  static QString column(const audience::PropertyRepository& properties, const char* name, audience::PropertyType type) {
    return audience::propertyColumn(must(properties.findOrCreate(QString::fromLatin1(name), type)).id);
  }
  bool one(int of) { return m_random.bounded(of) == 0; }
  QString pick(std::initializer_list<const char*> texts) {
    return QString::fromUtf8(*(texts.begin() + m_random.bounded(static_cast<int>(texts.size()))));
  }
  QVariant maybe(const QString& text) { return one(4) ? QVariant() : QVariant(text); }

  QRandomGenerator m_random;
};

void compareReports(const CheckReport& mine, const CheckReport& plain) {
  QCOMPARE(mine.counted, plain.counted);
  QCOMPARE(mine.sendable, plain.sendable);
  QCOMPARE(mine.reach.qualified, plain.reach.qualified);
  QCOMPARE(mine.reach.duplicatePhone, plain.reach.duplicatePhone);
  QCOMPARE(mine.parts, plain.parts);
  QCOMPARE(mine.encodings, plain.encodings);
  QCOMPARE(mine.skipped, plain.skipped);
  QCOMPARE(mine.missing, plain.missing);
  QCOMPARE(mine.defaulted, plain.defaulted);
  QCOMPARE(mine.firstMissing, plain.firstMissing);
  QVERIFY(mine.longest == plain.longest);
  QVERIFY(mine.cost == plain.cost);
  QVERIFY(mine.picks == plain.picks);
  QVERIFY(mine.costly == plain.costly);
  QVERIFY(mine.issues == plain.issues);
}

}  // namespace

class EverybodyCheckTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    m_workspace = std::make_unique<SendingWorkspace>(m_fixture->database(), m_clock);
    m_publisher = std::make_unique<Publisher>(m_workspace->publisher());
    m_check = std::make_unique<EverybodyCheck>(m_fixture->database(), *m_publisher);
  }

  void everyFigureIsThatOfWalkingThePeopleOneByOne() {
    const bool given = qEnvironmentVariableIsSet("HELIOGRAPH_SEED");
    const quint32 seed =
        given ? qEnvironmentVariable("HELIOGRAPH_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("HELIOGRAPH_SEED=%u", seed);
    RandomWorld world(seed);
    world.addPeople(m_fixture->database(), m_clock, 6000);
    addPrices();
    for (int round = 0; round < 6; ++round) {
      campaign::Campaign draft = campaignOf(world.message());
      draft.audience = world.audience();
      TextLedger mineLedger;
      TextLedger plainLedger;
      const CheckReport mine = must(m_check->check(draft, mineLedger, {}));
      const CheckReport plain = must(m_publisher->check(draft, plainLedger, CancelToken()));
      compareReports(mine, plain);
      QVERIFY(compareLedgersOfSameText(mineLedger, plainLedger));
      const Walked one = walked(m_fixture->database(), *m_publisher, draft);
      QCOMPARE(mine.sendable, one.sendable);
      QCOMPARE(mine.reach.qualified, one.people);
      QCOMPARE(mine.parts, one.parts);
      QCOMPARE(mine.skipped, one.skipped);
      QCOMPARE(mine.missing, one.missing);
      QCOMPARE(mine.defaulted, one.defaulted);
      if (QTest::currentTestFailed()) qFatal("by the message %s", draft.message.constData());
    }
  }

  void peopleWhoChangedAreSeen_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<qint64>("sendable");
    QTest::newRow("opted out") << QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 2") << qint64{2};
    QTest::newRow("deleted") << QStringLiteral("DELETE FROM profile WHERE id = 2") << qint64{2};
    QTest::newRow("same number") << QStringLiteral(
                                        "UPDATE profile SET phone = (SELECT phone FROM profile WHERE id = 1) "
                                        "WHERE id = 3")
                                 << qint64{2};
    QTest::newRow("added") << QStringLiteral(
                                  "INSERT INTO profile (id, identity, phone, phone_state, created_at, "
                                  "updated_at) VALUES (9, 'new', '+919810099999', 'valid', 0, 0)")
                           << qint64{4};
  }
  void peopleWhoChangedAreSeen() {
    QFETCH(QString, change);
    QFETCH(qint64, sendable);
    m_workspace->addPeople(3);
    QCOMPARE(checked("Hi").sendable, 3);
    m_workspace->execute(change);
    QCOMPARE(checked("Hi").sendable, sendable);
  }

  void anOptOutByAddressIsSeen() {
    m_workspace->addPeople(3);
    QCOMPARE(checked("Hi").sendable, 3);
    const audience::SuppressionRepository optOuts(m_fixture->database(), m_clock);
    must(optOuts.add(SendingWorkspace::number(2), QStringLiteral("reply"), {}));
    QCOMPARE(checked("Hi").skipped.value(QStringLiteral("unsubscribed")), 1);
    must(optOuts.lift(SendingWorkspace::number(2)));
    QCOMPARE(checked("Hi").sendable, 3);
  }

  void aPropertyThatIsReadAnewIsThere() {
    RandomWorld(1).addPeople(m_fixture->database(), m_clock, 50);
    QVERIFY(checked("Hi {{ Profile.city }}").missing.value(QStringLiteral("city")) > 0);
    const CheckReport both = checked("Hi {{ Profile.first_name }} {{ Profile.city }}");
    QVERIFY(both.missing.value(QStringLiteral("first_name")) > 0);
    QVERIFY(both.missing.value(QStringLiteral("first_name")) < both.sendable);
  }

  void aCharacterOfTheMessageHasItsPrice() {
    m_workspace->addPeople(3);
    addPrices();
    const CheckReport report = checked("It’s " + QByteArray(80, 'x'));
    QCOMPARE(report.costly.each.size(), std::size_t{1});
    const CharacterCost& quote = report.costly.each.front();
    QCOMPARE(quote.character, QStringLiteral("’"));
    QCOMPARE(quote.replacement, QStringLiteral("'"));
    QVERIFY(quote.isOwn);
    QCOMPARE(quote.people, 3);
    QCOMPARE(quote.extra.texts, 3);
    QCOMPARE(quote.extra.parts, 3);
    QCOMPARE(quote.extra.cost, MoneySum(Money{3 * 20'000, QStringLiteral("EUR")}));
    QCOMPARE(quote.extra.examples, (std::vector{ProfileId{1}, ProfileId{2}, ProfileId{3}}));
    QCOMPARE(report.costly.together, quote.extra);
    QCOMPARE(report.costly.replaceable, QStringList{QStringLiteral("’")});
  }

  void severalCharactersAreOnlyDearTogether() {
    m_workspace->addPeople(2);
    const CheckReport report = checked("It’s – " + QByteArray(80, 'x'));
    QCOMPARE(report.costly.each.size(), std::size_t{2});
    for (const CharacterCost& one : report.costly.each) QCOMPARE(one.extra.parts, 0);
    QCOMPARE(report.costly.together.texts, 2);
    QCOMPARE(report.costly.together.parts, 2);
  }

  void aCharacterOfAValueSaysWhoseItIs() {
    const audience::PropertyRepository properties(m_fixture->database(), m_clock);
    const QString name = audience::propertyColumn(
        must(properties.findOrCreate(QStringLiteral("name"), audience::PropertyType::Text)).id);
    m_workspace->addPeople(4);
    const auto call = [&](int person, const char* text) {
      m_workspace->execute(
          QStringLiteral("UPDATE profile SET %1 = '%2' WHERE id = %3").arg(name, QString::fromUtf8(text)).arg(person));
    };
    call(1, "Łucja");
    call(2, "O’Neil");
    call(3, "Наталья");
    const CheckReport report = checked("Hi {{ Profile.name }} ’ " + QByteArray(80, 'x'));
    const auto find = [&](const QString& character, bool own) {
      const auto& each = report.costly.each;
      return std::find_if(each.begin(), each.end(),
                          [&](const CharacterCost& one) { return one.character == character && one.isOwn == own; });
    };
    const auto end = report.costly.each.end();
    QVERIFY(find(QStringLiteral("Ł"), false) != end);
    QCOMPARE(find(QStringLiteral("Ł"), false)->properties, (QMap<QString, qint64>{{QStringLiteral("name"), 1}}));
    QCOMPARE(find(QStringLiteral("’"), false)->people, 1);
    // Only who has it in no value is helped by another message: the first and the third keep their letters.
    QCOMPARE(find(QStringLiteral("’"), true)->people, 3);
    QCOMPARE(report.costly.together.texts, 1);
    const auto script = find(QString(), false);
    QVERIFY(script != end);
    QCOMPARE(script->script, QChar::Script_Cyrillic);
    QCOMPARE(script->examples, std::vector{ProfileId{3}});
  }

  void emojiThatAreWrittenAsSeveralAreOne() {
    m_workspace->addPeople(1);
    const CheckReport report = checked("Hi 👩🏽‍🚒❤️🇮🇳 " + QByteArray(70, 'x'));
    QStringList shown;
    for (const CharacterCost& one : report.costly.each) shown << one.character;
    shown.sort();
    QStringList expected{QStringLiteral("❤"), QStringLiteral("🇮🇳"), QStringLiteral("👩"), QStringLiteral("🚒")};
    expected.sort();
    QCOMPARE(shown, expected);
  }

  void aCancelledCheckSaysSoAndTheNextIsRight() {
    m_workspace->addPeople(5000);
    CancelToken cancel;
    cancel.cancel();
    TextLedger ledger;
    const auto cancelled = m_check->check(campaignOf("Hi"), ledger, cancel);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QCOMPARE(checked("Hi").sendable, 5000);
  }

  void anAudienceTooLargeForMemoryIsCountedAllTheSame() {
    m_workspace->addPeople(9000);
    m_check->setMostBytes(1000);
    QCOMPARE(checked("Hi {{ Profile.identity }}").sendable, 9000);
    QCOMPARE(m_check->bytes(), std::size_t{0});
    QCOMPARE(checked("Ho {{ Profile.identity }}").sendable, 9000);
  }

  void aMessageThatDoesNotParseIsAnIssue() {
    m_workspace->addPeople(1);
    TextLedger ledger;
    const CheckReport report = must(m_check->check(campaignOf("Hi {{ x"), ledger, {}));
    QVERIFY(campaign::hasBlockers(report.issues));
    QVERIFY(!report.counted);
  }

  void linkedContentMakesAnEstimate() {
    m_workspace->addPeople(1);
    QVERIFY(!checked("Hi").isEstimate());
    QVERIFY(checked("Hi {{ Linked.Shop.offer }}x").isEstimate());
  }

 private:
  /// Hashes of texts are comparable within a run of the program.
  static bool compareLedgersOfSameText(const TextLedger& a, const TextLedger& b) {
    return std::equal(a.entries().begin(), a.entries().end(), b.entries().begin(), b.entries().end(),
                      [&](const TextEntry& x, const TextEntry& y) {
                        return x.profile == y.profile && x.text == y.text && x.units == y.units && x.parts == y.parts;
                      });
  }

  [[nodiscard]] campaign::Campaign campaignOf(const QByteArray& message) const {
    campaign::Campaign draft;
    draft.name = QStringLiteral("Test");
    draft.route = m_route;
    draft.audience = campaign::Audience::everybody();
    draft.when = schedule::OnPublish{};
    draft.message = message;
    return draft;
  }

  [[nodiscard]] CheckReport checked(const QByteArray& message) const {
    TextLedger ledger;
    return must(m_check->check(campaignOf(message), ledger, {}));
  }

  /// A provider that costs something.
  void addPrices() {
    providers::Provider provider;
    provider.name = QStringLiteral("Dear");
    provider.type = QStringLiteral("twilio");
    provider.settings = {{QStringLiteral("account_sid"), QStringLiteral("AC00000000000000000000000000000000")},
                         {QStringLiteral("from"), QStringLiteral("+15005550006")}};
    m_route = SendingWorkspace::through(must(m_workspace->providers().create(provider)));
    const providers::PriceRepository prices(m_fixture->database());
    const QString euro = QStringLiteral("EUR");
    must(prices.save({{}, QStringLiteral("91"), {}, Money{20'000, euro}}));
    must(prices.save({{}, QStringLiteral("9198"), {}, Money{20'000, euro}}));
    must(prices.save({{}, QStringLiteral("49151"), {}, Money{80'000, QStringLiteral("USD")}}));
  }

  test::ManualClock m_clock;
  campaign::Route m_route;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  std::unique_ptr<SendingWorkspace> m_workspace;
  std::unique_ptr<Publisher> m_publisher;
  std::unique_ptr<EverybodyCheck> m_check;
};

QTEST_GUILESS_MAIN(EverybodyCheckTest)
#include "everybody_check_test.moc"
