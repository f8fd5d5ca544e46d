// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/trigger_events.h"

#include <QTest>

#include "audience/live/event_root.h"
#include "storage/statement.h"
#include "support/manual_clock.h"
#include "support/sending_workspace.h"
#include "support/workspace_fixture.h"

using namespace heliograph;
using namespace heliograph::audience;
using test::must;

class TriggerEventsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<test::WorkspaceFixture>();
    test::SendingWorkspace(m_fixture->database(), m_clock).addPeople(2);
    m_charged = must(EventCatalog(m_fixture->database(), m_clock)
                         .findOrCreate(QStringLiteral("Charged"), {{{}, QStringLiteral("Amount"), PropertyType::Number},
                                                                   {{}, QStringLiteral("Due"), PropertyType::Date}}));
  }

  void theLatestThatMeetsTheConditionsIsFound_data() {
    QTest::addColumn<double>("above");
    QTest::addColumn<int>("person");
    QTest::addColumn<int>("amount");
    QTest::newRow("any") << -1.0 << 1 << 100;
    QTest::newRow("a large one") << 500.0 << 1 << 900;
    QTest::newRow("none so large") << 5000.0 << 1 << -1;
    QTest::newRow("none of this person") << -1.0 << 2 << -1;
  }
  void theLatestThatMeetsTheConditionsIsFound() {
    QFETCH(double, above);
    QFETCH(int, person);
    QFETCH(int, amount);
    add(1, 3, 900);
    add(1, 1, 100);
    add(1, 9, 700);
    const auto found = must(events().latestOf(action(above), ProfileId{person}));
    QCOMPARE(found.has_value(), amount >= 0);
    if (!found) return;
    QCOMPARE(found->values.front().second.toInt(), amount);
    QCOMPARE(found->name, QStringLiteral("Charged"));
  }

  void aDateOfTheEventHasToBeThere() {
    add(1, 1, 100);
    OnADate date;
    date.of.event = QStringLiteral("Charged");
    date.property = QStringLiteral("Due");
    QVERIFY(!must(events().latestOf({date, {}}, ProfileId{1})));
  }

  void samplesAreOfTheLastFiveDays_data() {
    QTest::addColumn<int>("newest");
    QTest::addColumn<bool>("recent");
    QTest::newRow("some are new") << 1 << true;
    QTest::newRow("all are old") << 40 << false;
  }
  void samplesAreOfTheLastFiveDays() {
    QFETCH(int, newest);
    QFETCH(bool, recent);
    add(1, newest, 300);
    add(1, newest + 2, 200);
    add(2, newest + 3, 200);
    add(2, newest + 6, 100);
    const auto samples = must(events().samples(action(-1), {QStringLiteral("Amount"), QStringLiteral("Else")}));
    QCOMPARE(samples.isRecent, recent);
    QCOMPARE(samples.properties.front().values, (QVariantList{200, 300}));
    QVERIFY(samples.properties.back().values.isEmpty());
    const QDateTime last = m_clock.now().addDays(-newest);
    QVERIFY(samples.from <= last && last < samples.until);
    QCOMPARE(samples.from.daysTo(samples.until), qint64{TriggerEvents::days});
  }

  void atMostTwentyValuesAreSamples() {
    for (int i = 0; i < 30; ++i) add(1, 1, 1000 + i);
    QCOMPARE(must(events().samples(action(-1), {QStringLiteral("Amount")})).properties.front().values.size(),
             qsizetype{TriggerEvents::most});
  }

  void withoutEventsThereAreNoSamples() {
    QVERIFY(!must(events().samples(action(-1), {QStringLiteral("Amount")})).from.isValid());
    LiveSegment unchosen;
    QVERIFY(!must(events().samples(unchosen, {QStringLiteral("Amount")})).from.isValid());
  }

  void whatIsTypedBecomesAValueOfTheType_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<PropertyType>("type");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("number") << "2499.50" << PropertyType::Number << QVariant(2499.5);
    QTest::newRow("whole number") << " 7 " << PropertyType::Number << QVariant(7LL);
    QTest::newRow("no number") << "many" << PropertyType::Number << QVariant(QStringLiteral("many"));
    QTest::newRow("text") << "7" << PropertyType::Text << QVariant(QStringLiteral("7"));
    QTest::newRow("truth") << "yes" << PropertyType::Boolean << QVariant(true);
    QTest::newRow("date") << "2026-11-12 14:05" << PropertyType::Date
                          << QVariant(QDateTime(QDate(2026, 11, 12), QTime(8, 35), Qt::UTC));
    QTest::newRow("list") << "red, 12" << PropertyType::List
                          << QVariant(QVariantList{QStringLiteral("red"), QStringLiteral("12")});
  }
  void whatIsTypedBecomesAValueOfTheType() {
    QFETCH(QString, text);
    QFETCH(PropertyType, type);
    QFETCH(QVariant, value);
    const QTimeZone zone("Asia/Kolkata");
    QCOMPARE(typedValue(text, type, zone), value);
    if (value.typeId() == QMetaType::QDateTime) QCOMPARE(typedText(value, zone), text);
  }

  void theTriggerIsTheEventThatPeopleDid_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<bool>("outlived");
    QTest::newRow("single action") << 0 << "Charged" << false;
    QTest::newRow("inaction") << 1 << "Viewed" << false;
    QTest::newRow("inaction after two days") << 2 << "Viewed" << true;
    QTest::newRow("date of an event") << 3 << "Charged" << false;
    QTest::newRow("date of the person") << 4 << "" << false;
  }
  void theTriggerIsTheEventThatPeopleDid() {
    QFETCH(int, kind);
    QFETCH(QString, trigger);
    QFETCH(bool, outlived);
    const LiveEvent charged{QStringLiteral("Charged"), {}};
    const LiveEvent viewed{QStringLiteral("Viewed"), {}};
    OnADate date;
    date.property = QStringLiteral("Due");
    OnADate ofEvent = date;
    ofEvent.of = charged;
    const std::vector<LiveSegment> all{{SingleAction{charged}, {}},
                                       {Inaction{viewed, charged, 24, TimeUnit::Hours}, {}},
                                       {Inaction{viewed, charged, 2, TimeUnit::Days}, {}},
                                       {ofEvent, {}},
                                       {date, {}}};
    const LiveSegment& live = all[static_cast<std::size_t>(kind)];
    const LiveEvent* found = triggerOf(live);
    QCOMPARE(found == nullptr ? QString() : found->event, trigger);
    QCOMPARE(outlivesEvent(live), outlived);
  }

 private:
  [[nodiscard]] TriggerEvents events() const { return {m_fixture->database(), m_clock}; }
  [[nodiscard]] static LiveSegment action(double above) {
    SingleAction action;
    action.action.event = QStringLiteral("Charged");
    if (above >= 0) action.action.where = {{QStringLiteral("Amount"), SegmentOperator::Greater, {above}}};
    return {action, {}};
  }
  void add(int person, int daysAgo, int amount) const {
    storage::Statement insert(
        m_fixture->database(),
        QStringLiteral("INSERT INTO %1 (profile_id, at, %2) VALUES (?, ?, ?)")
            .arg(eventTable(m_charged.id), eventColumn(findEventProperty(m_charged, QStringLiteral("Amount"))->id)));
    must(insert.bind(person).bind(m_clock.now().addDays(-daysAgo)).bind(amount).run());
  }

  test::ManualClock m_clock;
  std::unique_ptr<test::WorkspaceFixture> m_fixture;
  EventType m_charged;
};

QTEST_GUILESS_MAIN(TriggerEventsTest)
#include "trigger_events_test.moc"
