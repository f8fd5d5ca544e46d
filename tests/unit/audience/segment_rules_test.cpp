// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "audience/events/event_catalog.h"
#include "audience/profile_repository.h"
#include "audience/property_repository.h"
#include "audience/rules/exact_sum.h"
#include "audience/rules/people_walk.h"
#include "audience/rules/segment_fields.h"
#include "audience/segment_repository.h"
#include "audience/segment_sql.h"
#include "storage/statement.h"
#include "unit/audience/people.h"

using namespace heliograph;
using namespace heliograph::audience;

/// What each kind of rule means. Now is 12:00 UTC on 26 November 2026.
class SegmentRulesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    m_people = std::make_unique<test::People>();
    QVERIFY(
        m_people->import("identity,phone,city,Date of birth <yyyy-MM-dd>\n"
                         "a,9812345678,Pune,2000-11-26\n"
                         "b,9812345679,Mumbai,2000-11-27\n"
                         "c,,New Delhi,2004-02-29\n"
                         "d,,,\n"
                         "e,,Goa,2030-01-01\n"));
    const auto type =
        EventCatalog(database(), m_people->clock())
            .findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("Amount"), PropertyType::Number},
                                                      {{}, QStringLiteral("Item"), PropertyType::Text},
                                                      {{}, QStringLiteral("Tags"), PropertyType::List}});
    const auto viewed =
        EventCatalog(database(), m_people->clock())
            .findOrCreate(QStringLiteral("Viewed"), {{{}, QStringLiteral("Product"), PropertyType::Text},
                                                     {{}, QStringLiteral("Price"), PropertyType::Number}});
    QVERIFY(type && viewed);
    m_charged = *type;
    m_viewed = *viewed;
    charge("a", "2026-11-26T09:00", 10.1, "Shoe");
    charge("a", "2026-11-25T00:00", 20.2, "hat");
    charge("a", "2026-11-24T23:59:59", std::nullopt, "Hat");
    charge("b", "2026-11-25T23:59:59", 30.3, "shoe");
    charge("c", "2026-11-01T00:00", 100, "Coat");
    view("a", "2026-11-20T00:00", "HAT");
    view("b", "2026-11-20T00:00", "coat");
    view("c", "2026-11-20T00:00", "coat");
    run("INSERT INTO custom_list (id, name, created_at, updated_at) VALUES (1, 'Friends', 0, 0)");
    run("INSERT INTO custom_list_member (list_id, profile_id) SELECT 1, id FROM profile WHERE identity IN ('a', 'd')");
    run("INSERT INTO device (profile_id, key, app_version, make, push_token, updated_at) SELECT id, 'k' || id, '5.1', "
        "CASE identity WHEN 'a' THEN 'Nokia' END, CASE identity WHEN 'a' THEN 't' END, 0 FROM profile WHERE identity "
        "IN "
        "('a', 'b')");
    const SegmentRepository segments(database(), m_people->clock());
    QVERIFY(segments.save(QStringLiteral("Shoppers"), segment(R"({"event":"Charged"})")));
    QVERIFY(segments.save(QStringLiteral("Friendly shoppers"),
                          segment(R"({"all":[{"segment":"Shoppers"},{"list":"Friends"}]})")));
  }

  void aRuleMeansItsPeople_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const char* json, const char* found) {
      QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(found);
    };
    row("did", R"({"event":"Charged"})", "abc");
    row("didn't", R"({"event":"Charged","did":false})", "de");
    row("didn't lately", R"({"event":"Charged","did":false,"within":{"kind":"in_last","count":7,"unit":"days"}})",
        "cde");
    row("fewer than excludes who never did", R"({"event":"Charged","operator":"less","values":[2]})", "bc");
    row("fewer than with who never did", R"({"event":"Charged","operator":"less","values":[2],"include_never":true})",
        "bcde");
    row("exactly 0 times", R"({"event":"Charged","operator":"equals","values":[0],"include_never":true})", "de");
    row("at least 0 times", R"({"event":"Charged","operator":"greater_or_equal","values":[0]})", "abc");
    row("not twice", R"({"event":"Charged","operator":"not_equals","values":[1],"include_never":true})", "ade");
    row("the last day is from 00:00 yesterday",
        R"({"event":"Charged","operator":"equals","values":[2],"within":{"kind":"in_last","count":1,"unit":"days"}})",
        "a");
    row("exactly a day ago is yesterday only",
        R"({"event":"Charged","within":{"kind":"exactly_ago","count":1,"unit":"days"}})", "ab");
    row("today", R"({"event":"Charged","within":{"kind":"today"}})", "a");
    row("a sum is exact",
        R"({"event":"Charged","measure":"sum","property":"Amount","operator":"equals","values":[30.3]})", "ab");
    row("a missing number counts 0 in the average",
        R"({"event":"Charged","measure":"average","property":"Amount","operator":"equals","values":[10.1]})", "a");
    row("unless it has to be there",
        R"({"event":"Charged","measure":"average","property":"Amount","operator":"equals","values":[15.15],
        "where":[{"property":"Amount","operator":"exists"}]})",
        "a");
    row("a sum below excludes who never did",
        R"({"event":"Charged","measure":"sum","property":"Amount","operator":"less","values":[50]})", "ab");
    row("a sum below with who never did",
        R"({"event":"Charged","measure":"sum","property":"Amount","operator":"less","values":[50],"include_never":true})",
        "abde");
    row("an average below with who never did",
        R"({"event":"Charged","measure":"average","property":"Amount","operator":"less","values":[11],"include_never":true})",
        "ade");
    row("the first time",
        R"({"event":"Charged","measure":"first_time","within":{"kind":"exactly_ago","count":1,"unit":"days"}})", "b");
    row("the last time", R"({"event":"Charged","measure":"last_time","within":{"kind":"before","until":"2026-11-26"}})",
        "bc");
    row("the first time of such an event",
        R"({"event":"Charged","measure":"first_time","within":{"kind":"today"},
        "where":[{"property":"Item","operator":"equals","values":["SHOE"]}]})",
        "a");
    row("where", R"({"event":"Charged","where":[{"property":"Amount","operator":"greater","values":[20]},
        {"property":"Item","operator":"not_equals","values":["coat"]}]})",
        "ab");
    row("one shared value",
        R"({"same_value":[{"event":"Charged","property":"Item"},{"event":"Viewed","property":"Product"}]})", "ac");
    row("a value that wasn't charged",
        R"({"same_value":[{"event":"Viewed","property":"Product"},{"event":"Charged","property":"Item","did":false}]})",
        "b");
    row("in a list", R"({"list":"Friends"})", "ad");
    row("not in a list", R"({"list":"Friends","member":false})", "bce");
    row("in a segment of a segment", R"({"segment":"Friendly shoppers"})", "a");
    row("not in one", R"({"segment":"Friendly shoppers","member":false})", "bcde");
    row("a device", R"({"device":"app_version","operator":"starts_with","values":["5"]})", "ab");
    row("no device of that make", R"({"device":"make","operator":"not_equals","values":["nokia"]})", "bcde");
    row("no make is known", R"({"device":"make","operator":"not_exists"})", "bcde");
    row("a push token", R"({"property":"has_push_token","operator":"is_true"})", "a");
    row("a number to text", R"({"property":"has_phone","operator":"is_false"})", "cde");
    row("unsubscribed", R"({"property":"unsubscribed","operator":"is_true"})", "");
    row("age on the birthday", R"({"property":"age","operator":"greater_or_equal","values":[26]})", "a");
    row("age the day before it", R"({"property":"age","operator":"equals","values":[25]})", "b");
    row("whoever isn't born has no age", R"({"property":"age","operator":"not_exists"})", "de");
    row("not of that age", R"({"property":"age","operator":"not_equals","values":[25, 26]})", "cde");
    row("near", R"({"near":[{"name":"Pune","latitude":18.52,"longitude":73.86}],"radius":130})", "ab");
    row("in miles", R"({"near":[{"name":"Pune","latitude":18.52,"longitude":73.86}],"radius":60,"unit":"miles"})", "a");
    row("off", R"({"all":[{"list":"Friends"},{"event":"No such event","off":true}]})", "ad");
    row("a group of what is off", R"({"any":[{"list":"Friends"},{"all":[{"event":"Charged","off":true}]}]})", "ad");
    row("all off", R"({"all":[{"list":"Friends","off":true}]})", "abcde");
  }
  void aRuleMeansItsPeople() {
    QFETCH(QByteArray, json);
    QTEST(found(segment(json.constData())), "found");
  }

  void whatIsNotThereIsSaidWithWhatToDo_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* json, const char* part) {
      QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(part);
    };
    row("an event", R"({"event":"Flown"})", "import events of that name");
    row("an event's property", R"({"event":"Charged","where":[{"property":"Seat","operator":"exists"}]})", "“Seat”");
    row("a sum of texts", R"({"event":"Charged","measure":"sum","property":"Item","operator":"less","values":[5]})",
        "of type text");
    row("texts and numbers",
        R"({"same_value":[{"event":"Charged","property":"Item"},{"event":"Viewed","property":"Price"}]})",
        "of type number");
    row("a list's value", R"({"same_value":[{"event":"Charged","property":"Tags"}]})", "is a list");
    row("a list", R"({"list":"Foes"})", "There is no list “Foes”");
    row("a segment", R"({"segment":"Foes"})", "save one of that name");
    row("a campaign", R"({"campaign":"Spring","what":"received"})", "There is no campaign “Spring”");
    row("a label", R"({"label":"sale","what":"received"})", "labelled “sale”");
    row("a pattern", R"({"event":"Charged","where":[{"property":"Item","operator":"matches","values":["a**"]}]})",
        "at character 3");
    row("a pattern of a device", R"({"device":"make","operator":"matches","values":["[z-a]"]})", "at character");
  }
  void whatIsNotThereIsSaidWithWhatToDo() {
    QFETCH(QByteArray, json);
    QFETCH(QString, part);
    const auto sql = compileSegment(segment(json.constData()), database(), m_time);
    QVERIFY(!sql);
    QCOMPARE(sql.error().code, ErrorCode::InvalidInput);
    QVERIFY2(sql.error().message.contains(part), qPrintable(sql.error().message));
  }

  void segmentsInACircleAreRefused() {
    SegmentCatalog catalog;
    catalog.segments.insert(QStringLiteral("One"), segment(R"({"any":[{"segment":"Two"}]})"));
    catalog.segments.insert(QStringLiteral("Two"), segment(R"({"any":[{"any":[{"segment":"One","member":false}]}]})"));
    const auto sql = compileSegment(segment(R"({"segment":"One"})"), catalog, m_time);
    QVERIFY(!sql);
    QVERIFY2(sql.error().message.contains(QStringLiteral("“One” → “Two” → “One”")), qPrintable(sql.error().message));
    // Named twice is no circle; but what doubles at every step ends somewhere.
    catalog.segments.insert(QStringLiteral("Two"), segment(R"({"event":"Charged","off":true})"));
    QVERIFY(compileSegment(segment(R"({"any":[{"segment":"One"},{"segment":"One"}]})"), catalog, m_time));
    QString before = QStringLiteral("Two");
    catalog.segments.insert(before, segment(R"({"property":"identity","operator":"exists"})"));
    for (int i = 0; i < 20; ++i) {
      const QString name = QStringLiteral("Double %1").arg(i);
      const SegmentPart part{MemberRule{MemberRule::Of::Segment, before, true}};
      catalog.segments.insert(name, Segment{SegmentGroup{SegmentGroup::Join::All, {part, part}}});
      before = name;
    }
    const SegmentPart part{MemberRule{MemberRule::Of::Segment, before, true}};
    QVERIFY(!compileSegment(Segment{SegmentGroup{SegmentGroup::Join::All, {part}}}, catalog, m_time));
  }

  void thousandsOfValuesAreTaken() {
    QJsonArray texts;
    SegmentGroup group{SegmentGroup::Join::Any, {}};
    for (int i = 0; i < 5000; ++i) {
      const QString text = QStringLiteral("nobody %1").arg(i);
      texts.append(text);
      if (i < 3000) group.parts.push_back({SegmentRule{QStringLiteral("city"), SegmentOperator::Contains, {text}}});
    }
    texts.append(QStringLiteral("PUNE"));
    group.parts.push_back({SegmentRule{QStringLiteral("city"), SegmentOperator::Equals, texts}});
    QCOMPARE(found(Segment{group}), QStringLiteral("a"));
  }

  void aPatternThatTakesForEverFindsNothing() {
    run("UPDATE profile SET phone = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' WHERE identity = "
        "'d'");
    QCOMPARE(found(segment(R"({"property":"phone","operator":"matches","values":["^(a+)+$"]})")), QString());
    run("UPDATE profile SET phone = NULL WHERE identity = 'd'");
  }

  void aWalkInPiecesGivesEverybodyOnce_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("found");
    QTest::newRow("what stands with each person")
        << QByteArray(R"({"property":"city","operator":"exists"})") << QStringLiteral("abce");
    QTest::newRow("events") << QByteArray(R"({"event":"Charged"})") << QStringLiteral("abc");
    QTest::newRow("nobody") << QByteArray(R"({"all":[{"event":"Charged"},{"event":"Charged","did":false}]})")
                            << QString();
    QTest::newRow("everybody") << QByteArray(R"({"everybody":true})") << QStringLiteral("abcde");
  }
  void aWalkInPiecesGivesEverybodyOnce() {
    QFETCH(QByteArray, json);
    for (const qint64 piece : {1, 2, 3, 100}) {
      ProfileReading reading;
      reading.segment = segment(json.constData());
      reading.limit = piece;
      auto walk = PeopleWalk::begin(database(), *ProfileSchema::load(database()), reading, m_time);
      QVERIFY(walk);
      QString identities;
      while (true) {
        const auto person = walk->next();
        QVERIFY(person);
        if (*person == nullptr) break;
        identities += QString::fromUtf8((*person)->identity.data(), qsizetype((*person)->identity.size()));
      }
      QTEST(identities, "found");
      QVERIFY(*walk->next() == nullptr);
    }
  }

  void sumsDoNotDependOnTheirOrder() {
    ExactSum up;
    ExactSum down;
    for (int i = 0; i < 1000; ++i) up.add(i * 0.1);
    for (int i = 999; i >= 0; --i) down.add(i * 0.1);
    QCOMPARE(up.sum(), 49950.0);
    QCOMPARE(up.sum(), down.sum());
    QCOMPARE(up.average(1000), 49.95);
    ExactSum large;
    large.add(1e300);
    large.add(-1e300);
    large.add(5e14);
    QCOMPARE(large.sum(), 5e14);
    QCOMPARE(ExactSum().average(0), 0.0);
  }

  void ageIsTheSameAsItsRanges() {
    const EvaluationTime time{QDateTime(QDate(2026, 2, 28), QTime(4, 0), Qt::UTC), QTimeZone("America/New_York")};
    for (int day = -3; day < 1500; ++day) {
      const QDate born = QDate(2026, 3, 2).addDays(-day);
      const qint64 birth = born.startOfDay(time.zone).toMSecsSinceEpoch();
      const auto age = ageAt(birth, time);
      for (const int years : {0, 1, 2, 3}) {
        const auto ranges = birthRanges(SegmentOperator::Equals, {years}, time);
        const InstantRange range = ranges->any.front();
        const bool in = (!range.from || birth >= *range.from) && birth < *range.until;
        QCOMPARE(in, age == years);
      }
    }
  }

 private:
  [[nodiscard]] const storage::Database& database() { return m_people->database(); }

  static Segment segment(const char* json) {
    auto read = segmentFromJson(QJsonDocument::fromJson(json).object());
    if (!read) qFatal("%s", qPrintable(read.error().message));
    return *read;
  }

  void run(const QString& sql, const QVariantList& values) {
    storage::Statement statement(database(), sql);
    for (const QVariant& value : values) value.isValid() ? statement.bindValue(value) : statement.bindNull();
    if (const auto done = statement.run(); !done) qFatal("%s", qPrintable(done.error().detail));
  }
  void run(const char* sql) { run(QString::fromLatin1(sql), {}); }

  qint64 id(const char* identity) {
    return ProfileRepository(database(), m_people->clock()).find(QString::fromLatin1(identity))->id.value;
  }
  static qint64 instant(const char* text) {
    QDateTime at = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    at.setTimeSpec(Qt::UTC);
    return at.toMSecsSinceEpoch();
  }
  void charge(const char* who, const char* at, std::optional<double> amount, const char* item) {
    run(QStringLiteral("INSERT INTO %1 (profile_id, at, %2, %3) VALUES (?, ?, ?, ?)")
            .arg(eventTable(m_charged.id), column(m_charged, "Amount"), column(m_charged, "Item")),
        {id(who), instant(at), amount ? QVariant(*amount) : QVariant(), QString::fromLatin1(item)});
  }
  void view(const char* who, const char* at, const char* product) {
    run(QStringLiteral("INSERT INTO %1 (profile_id, at, %2) VALUES (?, ?, ?)")
            .arg(eventTable(m_viewed.id), column(m_viewed, "Product")),
        {id(who), instant(at), QString::fromLatin1(product)});
  }
  static QString column(const EventType& type, const char* name) {
    return eventColumn(findEventProperty(type, QString::fromLatin1(name))->id);
  }

  QString found(const Segment& wanted) {
    const auto sql = compileSegment(wanted, database(), m_time);
    if (!sql) return sql.error().message;
    storage::Statement select(
        database(), QStringLiteral("SELECT p.identity FROM profile AS p WHERE %1 ORDER BY p.id").arg(sql->condition));
    for (const QVariant& value : sql->values) select.bindValue(value);
    QString identities;
    while (true) {
      const auto row = select.next();
      if (!row) return row.error().message + row.error().detail;
      if (!*row) return identities;
      identities += select.text(0);
    }
  }

  const EvaluationTime m_time{QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC), QTimeZone::utc()};
  std::unique_ptr<test::People> m_people;
  EventType m_charged;
  EventType m_viewed;
};

QTEST_GUILESS_MAIN(SegmentRulesTest)
#include "segment_rules_test.moc"
