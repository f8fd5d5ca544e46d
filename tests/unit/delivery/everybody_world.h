// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QTest>
#include <set>
#include <tuple>

#include "audience/columns/segment_engine.h"
#include "audience/property_repository.h"
#include "delivery/check/everybody_check.h"
#include "providers/prices/price_repository.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

namespace heliograph::test {

using namespace delivery;

/// What one person after the other says, added up by hand.
struct Walked {
  std::set<qint64> sent;
  qint64 people = 0;
  qint64 partsTogether = 0;
  int mostParts = 0;
  int longest = 0;  ///< of those with most parts
  QMap<int, std::set<qint64>> parts;
  QMap<QString, std::set<qint64>> skipped;
  QMap<QString, std::set<qint64>> missing;
  QMap<QString, std::set<qint64>> defaulted;
};

inline Walked walked(const storage::Database& database, const Publisher& publisher, const campaign::Campaign& draft) {
  auto people = must(Qualification::open(database, must(publisher.qualificationOf(draft))));
  Walked sum;
  while (const Qualified* person = must(people.next())) {
    const qint64 id = person->person->id.value;
    ++sum.people;
    if (!person->isSendable()) {
      sum.skipped[person->reason].insert(id);
      continue;
    }
    const message::Sendable& text = person->text;
    sum.sent.insert(id);
    sum.parts[text.measure.parts].insert(id);
    sum.partsTogether += text.measure.parts;
    const auto length = std::pair(text.measure.parts, text.measure.units);
    if (length > std::pair(sum.mostParts, sum.longest)) std::tie(sum.mostParts, sum.longest) = length;
    for (const QString& property : text.missing) sum.missing[property].insert(id);
    for (const QString& property : text.defaulted) sum.defaulted[property].insert(id);
  }
  return sum;
}

/// Whether lines lead to exactly these people, one after the other.
template <class Name>
bool leadTo(const QMap<Name, PeopleSet>& lines, const QMap<Name, std::set<qint64>>& wanted) {
  if (lines.keys() != wanted.keys()) return false;
  for (auto line = lines.begin(); line != lines.end(); ++line) {
    qint64 place = 0;
    const auto& people = wanted[line.key()];
    if (line->count() != static_cast<qint64>(people.size())) return false;
    for (const qint64 person : people) {
      if (line->at(place++).value != person) return false;
    }
  }
  return true;
}

inline void compareWithWalk(const CheckReport& report, const Walked& walk) {
  QCOMPARE(report.reach.qualified, walk.people);
  QCOMPARE(report.sendable, static_cast<qint64>(walk.sent.size()));
  QCOMPARE(report.totalParts(), walk.partsTogether);
  QCOMPARE(report.longest.parts, walk.mostParts);
  QCOMPARE(report.longest.units, walk.longest);
  QVERIFY(leadTo(report.picks.ofParts, walk.parts));
  QVERIFY(leadTo(report.picks.skipped, walk.skipped));
  QVERIFY(leadTo(report.picks.missingOf, walk.missing));
  QVERIFY(leadTo(report.picks.defaultedOf, walk.defaulted));
  QCOMPARE(report.picks.priced.count() + report.picks.unpriced.count(), report.sendable);
  for (auto parts = report.parts.begin(); parts != report.parts.end(); ++parts) {
    QCOMPARE(parts.value(), report.picks.ofParts[parts.key()].count());
  }
  for (auto reason = report.skipped.begin(); reason != report.skipped.end(); ++reason) {
    QCOMPARE(reason.value(), report.picks.skipped[reason.key()].count());
  }
}

/// Makes people and messages without a pattern, the same for the same seed.
class RandomWorld final {
 public:
  explicit RandomWorld(quint32 seed) : m_random(seed) {}
  /// HELIOGRAPH_SEED if it is set, else always the same; it is printed.
  static quint32 seed() {
    static constexpr quint32 usual = 20'261'121;
    const bool given = qEnvironmentVariableIsSet("HELIOGRAPH_SEED");
    const quint32 seed = given ? qEnvironmentVariable("HELIOGRAPH_SEED").toUInt() : usual;
    qInfo("HELIOGRAPH_SEED=%u", seed);
    return seed;
  }

  void addPeople(const storage::Database& database, const Clock& clock, int count) {
    const audience::PropertyRepository properties(database, clock);
    using Type = audience::PropertyType;
    const QString name = column(properties, "first_name", Type::Text);
    const QString city = column(properties, "city", Type::Text);
    const QString points = column(properties, "points", Type::Number);
    const QString member = column(properties, "member", Type::Boolean);
    const QString since = column(properties, "since", Type::Date);
    const QString tags = column(properties, "tags", Type::List);
    auto transaction = must(storage::Transaction::begin(database));
    storage::Statement insert(
        database,
        QStringLiteral("INSERT INTO profile (id, identity, phone, phone_state, country, opted_out, time_zone, "
                       "created_at, updated_at, %1, %2, %3, %4, %5, %6) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?)")
            .arg(name, city, points, member, since, tags));
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
      insert.bindValue(maybe(pick({R"(["red",12,true])", R"([])", R"(["it's “new”","Ł",-0.5])", R"(["a \"b\""])"})));
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
        "{{ Profile.since }} {{ Profile.tags | join: ', ' }} ",
        "{% for tag in Profile.tags %}{{ tag }};{% endfor %}{{ Profile.tags | size }} ",
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

  int below(int bound) { return m_random.bounded(bound); }

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

inline void compareReports(const CheckReport& mine, const CheckReport& plain) {
  QCOMPARE(mine.counted, plain.counted);
  QCOMPARE(mine.sendable, plain.sendable);
  QCOMPARE(mine.reach.qualified, plain.reach.qualified);
  QCOMPARE(mine.reach.duplicatePhone, plain.reach.duplicatePhone);
  QCOMPARE(mine.reach.reachable, plain.reach.reachable);
  QCOMPARE(mine.reach.heldBack, plain.reach.heldBack);
  QCOMPARE(mine.reach.heldBackByWorkspace, plain.reach.heldBackByWorkspace);
  QCOMPARE(mine.seeds, plain.seeds);
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
  QVERIFY(mine.copies == plain.copies);
  QCOMPARE(mine.estimate, plain.estimate);
  QVERIFY(mine.issues == plain.issues);
}

/// Hashes of texts are comparable within a run of the program.
inline bool sameLedgers(const TextLedger& a, const TextLedger& b) {
  return std::equal(a.entries().begin(), a.entries().end(), b.entries().begin(), b.entries().end(),
                    [&](const TextEntry& x, const TextEntry& y) {
                      return x.profile == y.profile && x.text == y.text && x.units == y.units && x.parts == y.parts;
                    });
}

/// A workspace, and both ways of checking everybody in it.
struct EverybodyWorld {
  [[nodiscard]] campaign::Campaign campaignOf(const QByteArray& message) const {
    campaign::Campaign draft;
    draft.name = QStringLiteral("Test");
    draft.route = route;
    draft.audience = campaign::Audience::everybody();
    draft.when = schedule::OnPublish{};
    draft.message = message;
    return draft;
  }
  [[nodiscard]] CheckReport checked(const QByteArray& message) { return checked(campaignOf(message)); }
  [[nodiscard]] CheckReport checked(const campaign::Campaign& draft) {
    TextLedger ledger;
    return must(check.check(draft, ledger, {}));
  }
  /// Checks a campaign in both ways and by walking one by one, and compares everything they say.
  void compare(const campaign::Campaign& draft) {
    TextLedger mineLedger;
    TextLedger plainLedger;
    const CheckReport mine = must(check.check(draft, mineLedger, {}));
    const CheckReport plain = must(publisher.check(draft, plainLedger, CancelToken()));
    compareReports(mine, plain);
    QVERIFY(sameLedgers(mineLedger, plainLedger));
    compareColumns(draft, plain, plainLedger);
    if (mine.counted) compareWithWalk(mine, walked(fixture.database(), publisher, draft));
  }

  /// The same from the columns, brought up first.
  void compareColumns(const campaign::Campaign& draft, const CheckReport& plain, const TextLedger& plainLedger) {
    must(columns.bringUp());
    TextLedger ledger;
    const CheckReport report = must(fromColumns.check(draft, ledger, {}));
    QVERIFY(fromColumns.readsColumns() || !report.counted);
    compareReports(report, plain);
    QVERIFY(sameLedgers(ledger, plainLedger));
  }

  ProviderId addProvider(const char* name) {
    providers::Provider provider;
    provider.name = QString::fromLatin1(name);
    provider.type = QStringLiteral("twilio");
    provider.settings = {{QStringLiteral("account_sid"), QStringLiteral("AC00000000000000000000000000000000")},
                         {QStringLiteral("from"), QStringLiteral("+15005550006")}};
    return must(workspace.providers().create(provider));
  }
  /// A route that costs something.
  void addPrices() {
    route = SendingWorkspace::through(addProvider("Dear"));
    const providers::PriceRepository prices(fixture.database());
    const QString euro = QStringLiteral("EUR");
    must(prices.save({{}, QStringLiteral("91"), {}, Money{20'000, euro}}));
    must(prices.save({{}, QStringLiteral("9198"), {}, Money{20'000, euro}}));
    must(prices.save({{}, QStringLiteral("49151"), {}, Money{80'000, QStringLiteral("USD")}}));
  }

  ManualClock clock;
  WorkspaceFixture fixture;
  SendingWorkspace workspace{fixture.database(), clock};
  Publisher publisher = workspace.publisher();
  EverybodyCheck check{fixture.database(), publisher};
  audience::SegmentEngine columns{fixture.database()};
  EverybodyCheck fromColumns{fixture.database(), publisher, &columns};
  campaign::Route route;
};

}  // namespace heliograph::test
