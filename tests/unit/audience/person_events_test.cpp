// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audience/columns/segment_engine.h"
#include "audience/people/person_events.h"
#include "support/manual_clock.h"
#include "unit/audience/segment_world.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

constexpr unsigned kSeed = 20'261'121;
constexpr int kPeople = 80;

}  // namespace

class PersonEventsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_world = std::make_unique<test::SegmentWorld>(m_dice = test::Dice(kSeed), kPeople);
    m_engine = std::make_unique<SegmentEngine>(m_world->database());
  }
  void cleanup() {
    m_engine.reset();
    m_world.reset();
  }

  void columnsFindTheEventsThatAreFoundByLookingThroughAll() {
    QVERIFY(m_engine->bringUp());
    qint64 all = 0;
    std::vector<ProfileId> everybody;
    for (const test::WorldPerson& person : m_world->people()) {
      everybody.push_back(ProfileId{person.id});
      QVERIFY(m_engine->eventIds({ProfileId{person.id}}).has_value());
      const auto found = find({ProfileId{person.id}}, m_engine.get());
      QCOMPARE(found, find({ProfileId{person.id}}, nullptr));
      QCOMPARE(found.size(), person.events.size());
      all += static_cast<qint64>(found.size());
    }
    QVERIFY(all > kPeople);
    QCOMPARE(find(everybody, m_engine.get()), find(everybody, nullptr));
    QVERIFY(find({ProfileId{999'999}}, m_engine.get()).empty());
  }

  void anEventThatCameLaterIsFound() {
    QVERIFY(m_engine->bringUp());
    const auto types = EventCatalog(m_world->database(), m_clock).list();
    QVERIFY(types && !types->empty());
    const ProfileId person{m_world->people().front().id};
    const std::size_t before = find({person}, m_engine.get()).size();
    QVERIFY(m_world->database().execute(QStringLiteral("INSERT INTO %1 (profile_id, at) VALUES (%2, 5)")
                                            .arg(eventTable(types->front().id))
                                            .arg(person.value)));
    QVERIFY(m_world->database().execute(
        QStringLiteral("UPDATE workspace SET value = value + 1 WHERE name = 'event_changes'")));
    QCOMPARE(find({person}, m_engine.get()).size(), before + 1);
    QVERIFY(m_engine->bringUp());
    QVERIFY(m_engine->eventIds({person}).has_value());
    QCOMPARE(find({person}, m_engine.get()), find({person}, nullptr));
  }

 private:
  std::vector<EventPlace> find(const std::vector<ProfileId>& people, SegmentEngine* columns) {
    auto found = PersonEvents(m_world->database(), m_clock, columns).find(people);
    if (!found) qFatal("%s", qPrintable(found.error().message));
    return *found;
  }

  test::ManualClock m_clock;
  test::Dice m_dice{kSeed};
  std::unique_ptr<test::SegmentWorld> m_world;
  std::unique_ptr<SegmentEngine> m_engine;
};

QTEST_GUILESS_MAIN(PersonEventsTest)
#include "person_events_test.moc"
