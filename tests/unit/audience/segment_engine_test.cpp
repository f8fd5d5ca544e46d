// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QLockFile>
#include <QtTest>
#include <functional>

#include "audience/columns/segment_engine.h"
#include "audience/columns/snapshot_index.h"
#include "audience/groups/seed_list.h"
#include "audience/match_counter.h"
#include "audience/people_pager.h"
#include "audience/profile_repository.h"
#include "audience/reach_counter.h"
#include "audience/segment_sql.h"
#include "unit/audience/people.h"
#include "unit/audience/segment_dice.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

using Ids = std::vector<qint64>;

const QByteArray kFewPeople =
    "identity,phone,City,Spent,Gold\n"
    "a,+919812345678,Mumbai,10,yes\n"
    "b,+919812345679,Pune,20.5,no\n"
    "c,,mumbai,30,\n"
    "d,nonsense,Goa,,yes\n"
    "e,+919812345678,MUMBAI,50,no\n";

Segment where(const char* property, SegmentOperator op, const QJsonArray& values = {}) {
  return {{SegmentGroup::Join::All, {{SegmentRule{QString::fromLatin1(property), op, values}}}}};
}

Ids idsOf(const PeopleBits& people) {
  Ids ids;
  people.forEach([&](std::size_t id) { ids.push_back(static_cast<qint64>(id)); });
  return ids;
}

Ids byStatement(const storage::Database& database, const Segment& segment, const EvaluationTime& time) {
  const auto compiled = compileSegment(segment, database, time);
  if (!compiled) qFatal("%s", qPrintable(compiled.error().message));
  storage::Statement select(
      database, QStringLiteral("SELECT p.id FROM profile AS p WHERE %1 ORDER BY p.id").arg(compiled->condition));
  for (const QVariant& value : compiled->values) select.bindValue(value);
  Ids ids;
  for (auto row = select.next(); row && *row; row = select.next()) ids.push_back(select.integer(0));
  return ids;
}

void execute(const storage::Database& database, const QString& sql) {
  if (auto done = database.execute(sql); !done) qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().detail));
}

QStringList filesOf(const QString& folder) {
  return QDir(folder)
      .entryList(QDir::Files, QDir::Name)
      .filter(QRegularExpression(QStringLiteral("^(people|events|ind)")));
}

}  // namespace

class SegmentEngineTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_people = std::make_unique<test::People>();
    QVERIFY(m_people->import(kFewPeople));
    m_engine = std::make_unique<SegmentEngine>(database());
    m_city = where("City", SegmentOperator::Equals, {QStringLiteral("mumbai")});
  }
  void cleanup() { m_engine.reset(); }

  void withoutColumnsThereIsNoAnswer() { QVERIFY(!m_engine->count(m_city, time())); }

  void theColumnsAnswerOnceTheyAreThere() {
    QVERIFY(m_engine->bringUp());
    QCOMPARE(answer(m_city), (Ids{1, 3, 5}));
    QCOMPARE(answer(Segment::everybody()), (Ids{1, 2, 3, 4, 5}));
  }

  void anotherProgramFindsThem() {
    QVERIFY(m_engine->bringUp());
    SegmentEngine other(database());
    QCOMPARE(other.count(m_city, time())->value(), 3);
  }

  void whatTheStatementRefusesIsLeftToIt() {
    QVERIFY(m_engine->bringUp());
    QVERIFY(!m_engine->count(where("Shoe size", SegmentOperator::Exists), time()));
    QVERIFY(!m_engine->count(where("Spent", SegmentOperator::Contains, {QStringLiteral("1")}), time()));
  }

  void aCancelledEvaluationSaysSo() {
    QVERIFY(m_engine->bringUp());
    CancelToken cancel;
    cancel.cancel();
    const auto counted = m_engine->count(m_city, time(), cancel);
    QVERIFY(counted && !*counted);
    QCOMPARE(counted->error().code, ErrorCode::Cancelled);
  }

  void changesAreSeenAtOnce_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("a value") << "UPDATE profile SET p_1 = 'mumbai' WHERE id = 2";
    QTest::newRow("an opt-out") << "UPDATE profile SET opted_out = 1 WHERE id = 1";
    QTest::newRow("an address's opt-out")
        << "INSERT INTO suppression SELECT 'sms', address_hash, 'reply', '', 0 FROM profile WHERE id = 2";
    QTest::newRow("somebody new")
        << "INSERT INTO profile (identity, p_1, created_at, updated_at) VALUES ('f', 'Mumbai', 0, 0)";
    QTest::newRow("somebody far away")
        << "INSERT INTO profile (id, identity, p_1, created_at, updated_at) VALUES (20001, 'f', 'Mumbai', 0, 0)";
  }
  void changesAreSeenAtOnce() {
    QFETCH(QString, sql);
    QVERIFY(m_engine->bringUp());
    QCOMPARE(m_engine->count(m_city, time())->value(), 3);
    execute(database(), sql);
    for (const Segment& segment : {m_city, where("unsubscribed", SegmentOperator::IsTrue)}) {
      QCOMPARE(answer(segment), byStatement(database(), segment, time()));
    }
    const auto reach = m_engine->reach(Segment::everybody(), {}, time());
    QVERIFY(reach && *reach);
    QCOMPARE(withoutTime(**reach), withoutTime(*ReachCounter(database(), m_people->clock()).count({})));
  }

  void anOptOutRewritesOnlyItsBlock() {
    execute(database(), QStringLiteral("INSERT INTO profile (id, identity, created_at, updated_at) VALUES (70001, 'f', "
                                       "0, 0)"));
    QVERIFY(m_engine->bringUp());
    const QStringList before = filesOf(folder());
    execute(database(), QStringLiteral("UPDATE profile SET opted_out = 1 WHERE id = 1"));
    QVERIFY(m_engine->bringUp());
    QStringList written;
    for (const QString& name : filesOf(folder())) {
      if (!before.contains(name)) written << name;
    }
    QCOMPARE(filesOf(folder()).size(), before.size());
    QCOMPARE(written.size(), 1);
    QVERIFY(written.first().startsWith(QStringLiteral("people-0-")));
  }

  void numbersThatChangeHandToHandAreSharedByTheRightPeople() {
    execute(database(),
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 6 UNION ALL SELECT i + 1 FROM n WHERE i < 60) "
                           "INSERT INTO profile (id, identity, phone, phone_state, created_at, updated_at) "
                           "SELECT i * 300, 'n' || i, '+9198123456' || (60 + i % 30), 'valid', 0, 0 FROM n"));
    QVERIFY(m_engine->bringUp());
    test::Dice dice(4711);
    const ReachCounter counter(database(), m_people->clock());
    for (int turn = 0; turn < 60; ++turn) {
      const QString state = dice.oneIn(6) ? QStringLiteral("invalid") : QStringLiteral("possible");
      execute(database(),
              QStringLiteral("UPDATE profile SET phone = '+9198123456%1', phone_state = '%2' WHERE id = %3")
                  .arg(QString::number(60 + dice.below(30)), state, QString::number((6 + dice.below(55)) * 300)));
      const auto found = m_engine->reach(Segment::everybody(), {}, time());
      QVERIFY(found && *found);
      QCOMPARE(withoutTime(**found), withoutTime(*counter.count({})));
    }
  }

  void newEventsAreTakenUp() {
    const auto type =
        EventCatalog(database(), m_people->clock())
            .findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("Amount"), PropertyType::Number}});
    QVERIFY(type);
    addEvent(*type, 1, 5, 1);
    QVERIFY(m_engine->bringUp());
    const Segment charged{{SegmentGroup::Join::All, {{EventRule{.event = QStringLiteral("Charged")}}}}};
    QCOMPARE(answer(charged), Ids{1});
    addEvent(*type, 2, 3, 2);
    QVERIFY(!m_engine->count(charged, time()));
    QVERIFY(m_engine->bringUp());
    QCOMPARE(answer(charged), (Ids{1, 2}));
  }

  void anEventThatCameLaterMayLieEarlier() {
    const auto type =
        EventCatalog(database(), m_people->clock())
            .findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("Amount"), PropertyType::Number}});
    QVERIFY(type);
    for (const int day : {9, 2, 7, 1}) addEvent(*type, 10 - day > 5 ? 1 : 2, day, day);
    QVERIFY(m_engine->bringUp());
    EventRule rule{.event = QStringLiteral("Charged")};
    rule.measure = EventRule::Measure::Sum;
    rule.property = QStringLiteral("Amount");
    rule.values = {7};
    rule.within = {.kind = TimeWindow::Kind::InLast, .count = 8};
    const Segment segment{{SegmentGroup::Join::All, {{rule}}}};
    QCOMPARE(answer(segment), byStatement(database(), segment, time()));
    QCOMPARE(answer(segment), Ids{2});
  }

  void aNewPropertyIsTakenUp() {
    QVERIFY(m_engine->bringUp());
    QVERIFY(m_people->import("identity,Shoe size\na,43\n"));
    const Segment large = where("Shoe size", SegmentOperator::Greater, {40});
    QCOMPARE(answer(large), Ids{1});
  }

  void nobodyWhoWasDeletedStaysInTheFiles() {
    QVERIFY(m_people->import("identity,City\nsomebody-secret,Very-secret-place\n"));
    QVERIFY(m_engine->bringUp());
    QVERIFY(bytesOfFolder().contains("Very-secret-place"));
    QVERIFY(ProfileRepository(database(), m_people->clock()).remove(QStringLiteral("somebody-secret")));
    QVERIFY(!bytesOfFolder().contains("secret"));
    QVERIFY(!m_engine->count(m_city, time()));
    QVERIFY(m_engine->bringUp());
    QVERIFY(!bytesOfFolder().contains("secret"));
    QCOMPARE(answer(m_city), (Ids{1, 3, 5}));
  }

  void whoTakesADeletedPersonsNumberIsSomebodyElse() {
    QVERIFY(m_engine->bringUp());
    QVERIFY(ProfileRepository(database(), m_people->clock()).remove(QStringLiteral("e")));
    QVERIFY(m_people->import("identity,City\nf,Goa\n"));
    QVERIFY(!m_engine->count(m_city, time()));
    QVERIFY(m_engine->bringUp());
    QCOMPARE(answer(m_city), (Ids{1, 3}));
  }

  void columnsOfAnotherWorkspaceAreNotUsed() {
    QVERIFY(m_engine->bringUp());
    test::People others;
    QVERIFY(others.import(QByteArray(kFewPeople).replace("Mumbai", "Goa")));
    QVERIFY(QDir().mkpath(others.database().path() + QStringLiteral(".columns")));
    for (const QString& name : filesOf(folder())) {
      QVERIFY(QFile::copy(folder() + u'/' + name, others.database().path() + QStringLiteral(".columns/") + name));
    }
    SegmentEngine engine(others.database());
    QVERIFY(!engine.count(m_city, time()));
    QVERIFY(engine.bringUp());
    QCOMPARE(engine.count(m_city, time())->value(), 2);
  }

  void whoeverIsNotAtItWaitsForNobody() {
    QVERIFY(m_engine->bringUp());
    QLockFile lock(folder() + QStringLiteral("/lock"));
    QVERIFY(lock.tryLock(0));
    execute(database(), QStringLiteral("UPDATE profile SET p_1 = 'Mumbai'"));
    SegmentEngine other(database());
    QVERIFY(!other.count(m_city, time()));
    QCOMPARE(other.bringUp().error().code, ErrorCode::Busy);
    lock.unlock();
    QVERIFY(other.bringUp());
    QCOMPARE(other.count(m_city, time())->value(), 5);
  }

  void aThreadKeepsTheColumnsUp() {
    m_engine->keepUp();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->count(m_city, time()).has_value(), 60000);
    QCOMPARE(answer(m_city), (Ids{1, 3, 5}));
  }

  void damageIsNeverBelieved_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("cut off") << 0;
    QTest::newRow("empty") << 1;
    QTest::newRow("gone") << 2;
    QTest::newRow("another version") << 3;
    QTest::newRow("bytes turned") << 4;
  }
  void damageIsNeverBelieved() {
    QFETCH(int, kind);
    test::Dice dice(test::seedOfTest());
    test::SegmentWorld world(dice, 60);
    test::SegmentDice segments(dice, world);
    m_folder = world.database().path() + QStringLiteral(".columns");
    for (int turn = 0; turn < (kind == 4 ? 30 : 5); ++turn) {
      SegmentEngine engine(world.database());
      QVERIFY(engine.bringUp());
      const QStringList names = filesOf(m_folder);
      damage(m_folder + u'/' + dice.pick(names), kind, dice);
      SegmentEngine reading(world.database());
      for (int i = 0; i < 10; ++i) {
        const Segment segment = segments.segment();
        const auto found = reading.evaluate(segment, world.times().front());
        if (!found) continue;
        QVERIFY(*found);
        QVERIFY2(idsOf(**found) == byStatement(world.database(), segment, world.times().front()),
                 qPrintable(describe(segment)));
      }
      QVERIFY(reading.bringUp());
      QVERIFY(reading.evaluate(Segment::everybody(), world.times().front()));
    }
  }

  void columnsAndStatementFindTheSamePeople() {
    test::Dice dice(test::seedOfTest());
    test::SegmentWorld world(dice, 120);
    // Over several blocks.
    execute(world.database(), QStringLiteral("PRAGMA foreign_keys = OFF"));
    const auto catalog = SegmentCatalog::load(world.database());
    QVERIFY(catalog);
    QStringList tables{QStringLiteral("device"), QStringLiteral("custom_list_member"), QStringLiteral("outbox")};
    for (const EventType& type : catalog->events) tables << eventTable(type.id);
    for (const QString& table : tables) {
      execute(world.database(), QStringLiteral("UPDATE %1 SET profile_id = profile_id * 700").arg(table));
    }
    execute(world.database(), QStringLiteral("UPDATE profile SET id = id * 700"));
    SegmentEngine engine(world.database());
    QVERIFY(engine.bringUp());
    test::SegmentDice segments(dice, world);
    for (int i = 0; i < 300; ++i) {
      const Segment segment = segments.segment();
      const EvaluationTime now = dice.pick(world.times());
      const auto found = engine.evaluate(segment, now);
      const QByteArray told = QJsonDocument(toJson(segment)).toJson();
      QVERIFY2(found && *found, told.constData());
      QVERIFY2(idsOf(**found) == byStatement(world.database(), segment, now), told.constData());
      QVERIFY2(idsOf(**engine.evaluate(segment, now)) == idsOf(**found), told.constData());
    }
  }

  void reachIsWhatThePassOverThePeopleCounts() {
    QVERIFY(m_engine->bringUp());
    QVERIFY(SeedList(database(), m_people->clock()).add(QStringLiteral("a")));
    const ReachCounter counter(database(), m_people->clock());
    const Segment spent = where("Spent", SegmentOperator::Exists);
    for (const bool withoutSeeds : {false, true}) {
      for (const int percent : {0, 50}) {
        for (qint64 seed = 1; seed < 6; ++seed) {
          const ReachRules rules{{{percent / 2, seed + 7}, {percent, seed}}, withoutSeeds};
          for (const Segment& segment : {Segment::everybody(), spent, m_city}) {
            const auto found = m_engine->reach(segment, rules, time());
            QVERIFY(found && *found);
            QCOMPARE(withoutTime(**found), withoutTime(*counter.count(segment, {}, rules)));
          }
        }
      }
    }
  }

  void aCountryThatNoProviderCoversIsToldFromBothSources() {
    QVERIFY(m_engine->bringUp());
    const ReachCounter counter(database(), m_people->clock());
    const auto countries = counter.countries(Segment::everybody());
    QVERIFY(countries && !countries->empty());
    QCOMPARE(**m_engine->countries(Segment::everybody(), {}, time()), *countries);
    const QString first = countries->front().country;
    for (const CountryReach& covered : {CountryReach{false, {}}, CountryReach{false, {first.toStdString()}},
                                        CountryReach{false, {"ZZ"}}, CountryReach{}}) {
      ReachRules rules;
      rules.countries = covered;
      const auto slow = counter.count(Segment::everybody(), {}, rules);
      QVERIFY(slow);
      QCOMPARE(withoutTime(**m_engine->reach(Segment::everybody(), rules, time())), withoutTime(*slow));
      QCOMPARE(slow->noProvider > 0, !covered.covers(first.toStdString()));
      // Whom nobody covers is among the countries all the same.
      QCOMPARE(*counter.countries(Segment::everybody(), {}, rules), *countries);
      QCOMPARE(**m_engine->countries(Segment::everybody(), rules, time()), *countries);
      const auto left =
          m_engine->peopleOf(Segment::everybody(), rules, Reachability::NoProvider, time(), {}, first.toStdString());
      QVERIFY(left && *left);
      PeoplePager pager(database(), m_people->clock(), {}, Reachability::NoProvider, rules, nullptr, first);
      Ids expected;
      const auto page = pager.next(100);
      for (const auto& person : *page) expected.push_back(person.profile.id.value);
      QCOMPARE(idsOf(**left), expected);
      QCOMPARE(expected.empty(), covered.covers(first.toStdString()));
    }
  }

  void thoseOfOneKindAreThoseThePagerGives() {
    QVERIFY(m_engine->bringUp());
    for (const auto wanted : {Reachability::Reachable, Reachability::NoPhone, Reachability::InvalidPhone,
                              Reachability::DuplicatePhone, Reachability::Unsubscribed}) {
      const auto found = m_engine->peopleOf(Segment::everybody(), {}, wanted, time());
      QVERIFY(found && *found);
      Ids expected;
      const auto page = PeoplePager(database(), m_people->clock(), {}, wanted).next(100);
      for (const auto& person : *page) expected.push_back(person.profile.id.value);
      QCOMPARE(idsOf(**found), expected);
    }
  }

  void countersAndPagersAnswerTheSameFromTheColumns() {
    QVERIFY(m_engine->bringUp());
    const test::ManualClock& clock = m_people->clock();
    QCOMPARE(MatchCounter(database(), clock, m_engine.get()).count(m_city).value(), 3);
    QCOMPARE(withoutTime(*ReachCounter(database(), clock, m_engine.get()).count(m_city)),
             withoutTime(*ReachCounter(database(), clock).count(m_city)));
    PeoplePager pager(database(), clock, Segment::everybody(), Reachability::Reachable, {}, m_engine.get());
    QStringList identities;
    while (!pager.atEnd()) {
      const auto page = pager.next(1);
      QVERIFY(page);
      for (const auto& person : *page) identities << person.profile.identity;
    }
    QCOMPARE(identities, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    const Segment wrong = where("Shoe size", SegmentOperator::Exists);
    QCOMPARE(MatchCounter(database(), clock, m_engine.get()).count(wrong).error().code, ErrorCode::InvalidInput);
  }

  void commonValuesAreCounted() {
    QVERIFY(m_engine->bringUp());
    const auto values = m_engine->commonValues(QStringLiteral("City"), 2);
    QVERIFY(values && *values);
    QCOMPARE(**values, (std::vector<CommonValue>{{QStringLiteral("Goa"), 1}, {QStringLiteral("MUMBAI"), 1}}));
  }

 private:
  const storage::Database& database() { return m_people->database(); }
  EvaluationTime time() { return EvaluationTime::local(m_people->clock()); }
  QString folder() { return database().path() + QStringLiteral(".columns"); }

  Ids answer(const Segment& segment) {
    const auto found = m_engine->evaluate(segment, time());
    return found && *found ? idsOf(**found) : Ids{-1};
  }

  static Reach withoutTime(Reach reach) {
    reach.seconds = 0;
    return reach;
  }

  void addEvent(const EventType& type, qint64 person, int daysAgo, double amount) {
    storage::Statement insert(database(), QStringLiteral("INSERT INTO %1 (profile_id, at, %2) VALUES (?, ?, ?)")
                                              .arg(eventTable(type.id), eventColumn(type.properties.front().id)));
    insert.bind(person).bind(m_people->clock().now().addDays(-daysAgo)).bind(amount);
    if (!insert.run()) qFatal("no event");
    execute(database(), QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'event_changes'"));
  }

  QByteArray bytesOfFolder() {
    QByteArray bytes;
    for (const QString& name : QDir(folder()).entryList(QDir::Files)) {
      QFile file(folder() + u'/' + name);
      if (file.open(QIODevice::ReadOnly)) bytes += file.readAll();
    }
    return bytes;
  }

  static void damage(const QString& path, int kind, test::Dice& dice) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) qFatal("no file");
    QByteArray bytes = file.readAll();
    const int size = static_cast<int>(bytes.size());
    if (kind == 2) {
      file.remove();
      return;
    }
    if (kind == 0) bytes.truncate(dice.below(size));
    if (kind == 1) bytes.clear();
    if (kind == 3) bytes[8] = static_cast<char>(bytes[8] + 1);
    for (int i = kind == 4 ? 1 + dice.below(5) : 0; i > 0; --i) {
      const int place = dice.oneIn(2) ? dice.below(std::min(size, 400)) : dice.below(size);
      bytes[place] = static_cast<char>(bytes[place] ^ (1 + dice.below(255)));
    }
    // Another file in its place, as somebody may have mapped this one.
    file.remove();
    QFile other(path);
    if (!other.open(QIODevice::WriteOnly) || other.write(bytes) != bytes.size()) qFatal("no damage");
  }

  std::unique_ptr<test::People> m_people;
  std::unique_ptr<SegmentEngine> m_engine;
  Segment m_city;
  QString m_folder;
};

QTEST_GUILESS_MAIN(SegmentEngineTest)
#include "segment_engine_test.moc"
