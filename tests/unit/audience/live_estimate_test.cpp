// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>

#include "audience/columns/segment_engine.h"
#include "audience/live/live_estimator.h"
#include "audience/live/live_statement.h"
#include "unit/audience/segment_dice.h"
#include "unit/audience/segment_plain.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

constexpr int kPeopleOfLive = 150;
constexpr int kLives = 160;

/// When a live segment would have fired, one person at a time and without what the program uses for it.
class PlainLive final {
 public:
  PlainLive(const test::SegmentWorld& world, const EvaluationTime& time)
      : m_world(world), m_time(time), m_plain(world, time), m_today(dayOf(time.now.toMSecsSinceEpoch(), time.zone)) {
    for (int i = LiveEstimate::span; i > 0; --i) m_found.days.push_back({m_today.addDays(-i), 0});
  }

  LiveEstimate of(const LiveSegment& live) {
    if (std::holds_alternative<OnADate>(live.trigger)) m_found.next = 0;
    for (const test::WorldPerson& person : m_world.people()) {
      if (!m_plain.holds(live.filter.rules, person)) continue;
      m_fired = false;
      std::visit([&](const auto& trigger) { run(trigger, person); }, live.trigger);
      m_found.people += m_fired ? 1 : 0;
    }
    return m_found;
  }

 private:
  static QDate dayOf(qint64 instant, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toTimeZone(zone).date();
  }

  void fire(qint64 at) {
    const QDate day = dayOf(at, m_time.zone);
    for (LiveEstimate::Day& each : m_found.days) {
      if (each.day != day) continue;
      ++each.fired;
      m_fired = true;
    }
    if (m_found.next && at >= m_time.now.toMSecsSinceEpoch() && day < m_today.addDays(LiveEstimate::span)) {
      ++*m_found.next;
    }
  }

  [[nodiscard]] std::vector<qint64> timesOf(const LiveEvent& event, const test::WorldPerson& person) const {
    std::vector<qint64> times;
    for (const test::WorldEvent& each : m_plain.eventsOf(person, event.event, event.where)) times.push_back(each.at);
    std::sort(times.begin(), times.end());
    return times;
  }

  void run(const SingleAction& action, const test::WorldPerson& person) {
    for (const qint64 at : timesOf(action.action, person)) {
      fire(at);
      if (action.firstTime) return;
    }
  }

  void run(const Inaction& inaction, const test::WorldPerson& person) {
    const qint64 wait = inaction.wait();
    const std::vector<qint64> ends = timesOf(inaction.didNot, person);
    qint64 freeFrom = std::numeric_limits<qint64>::min();
    for (const qint64 began : timesOf(inaction.did, person)) {
      if (began < freeFrom) continue;
      const auto end = std::upper_bound(ends.begin(), ends.end(), began);
      const bool ended = end != ends.end() && *end <= began + wait;
      freeFrom = ended ? *end : began + wait + 1;
      // What hasn't run out yet may still end.
      if (!ended && began + wait < m_today.startOfDay(m_time.zone).toMSecsSinceEpoch()) fire(began + wait);
    }
  }

  void run(const OnADate& date, const test::WorldPerson& person) {
    if (date.isOfPerson()) {
      const QVariant value = person.values.value(date.property);
      if (value.isValid()) runDate(date, value.toLongLong(), std::numeric_limits<qint64>::min());
      return;
    }
    for (const test::WorldEvent& event : m_plain.eventsOf(person, date.of.event, date.of.where)) {
      const QVariant value = event.values.value(date.property);
      if (value.isValid()) runDate(date, value.toLongLong(), event.at);
    }
  }

  void runDate(const OnADate& date, qint64 value, qint64 known) {
    if (!date.countsDays()) {
      const qint64 minutes = date.unit == TimeUnit::Hours ? date.count * 60 : date.count;
      const qint64 at = value + (date.side == OnADate::Side::Before ? -minutes : minutes) * 60'000;
      if (known <= at) fire(at);
      return;
    }
    const QTimeZone zone = date.zone.isEmpty() ? m_time.zone : QTimeZone(date.zone);
    const int length = date.unit == TimeUnit::Weeks ? 7 : 1;
    const int days = date.side == OnADate::Side::On      ? 0
                     : date.side == OnADate::Side::After ? date.count * length
                                                         : -date.count * length;
    const QDate own = dayOf(value, zone);
    for (int year = 0; year < (date.everyYear ? 140 : 1); ++year) {
      const qint64 at = QDateTime(own.addYears(year).addDays(days), date.at, zone).toMSecsSinceEpoch();
      if (known <= at) fire(at);
    }
  }

  const test::SegmentWorld& m_world;
  const EvaluationTime& m_time;
  test::PlainSegments m_plain;
  QDate m_today;
  LiveEstimate m_found;
  bool m_fired = false;
};

/// Random live segments of a world.
class LiveDice final {
 public:
  LiveDice(test::Dice& dice, test::SegmentDice& segments) : m_dice(dice), m_segments(segments) {}

  LiveSegment live() {
    LiveSegment live;
    switch (m_dice.below(3)) {
      case 0:
        live.trigger = SingleAction{event(), m_dice.oneIn(2)};
        break;
      case 1:
        live.trigger = inaction();
        break;
      default:
        live.trigger = date();
    }
    if (m_dice.oneIn(3)) live.filter = m_segments.segment();
    return live;
  }

 private:
  LiveEvent event() {
    LiveEvent event{m_dice.oneIn(2) ? QStringLiteral("Charged") : QStringLiteral("Viewed „it“'s"), {}};
    if (m_dice.oneIn(3)) {
      const QString number =
          event.event == QLatin1String("Charged") ? QStringLiteral("Amount") : QStringLiteral("Seconds");
      event.where = {{number, SegmentOperator::Greater, {m_dice.below(8)}}};
    }
    return event;
  }

  void span(int& count, TimeUnit& unit) {
    unit = static_cast<TimeUnit>(m_dice.below(4));
    count = 1 + m_dice.below(unit == TimeUnit::Minutes ? 3000 : unit == TimeUnit::Hours ? 200 : 12);
  }

  Inaction inaction() {
    Inaction made;
    made.did = event();
    made.didNot = event();
    span(made.count, made.unit);
    return made;
  }

  OnADate date() {
    OnADate made;
    if (m_dice.oneIn(2)) {
      made.property = m_dice.oneIn(2) ? QStringLiteral("seen") : QStringLiteral("Date of Birth");
    } else {
      made.of = {QStringLiteral("Charged"), {}};
      made.property = QStringLiteral("Due");
    }
    made.side = static_cast<OnADate::Side>(m_dice.below(3));
    if (made.side != OnADate::Side::On) span(made.count, made.unit);
    if (!made.countsDays()) return made;
    made.everyYear = m_dice.oneIn(2);
    made.at = QTime(m_dice.below(24), m_dice.oneIn(2) ? 0 : 30);
    if (m_dice.oneIn(2)) made.zone = m_dice.oneIn(2) ? "Asia/Kolkata" : "America/New_York";
    return made;
  }

  test::Dice& m_dice;
  test::SegmentDice& m_segments;
};

QByteArray told(const LiveSegment& live, const EvaluationTime& time, const Result<LiveEstimate>& found,
                const LiveEstimate& expected) {
  QByteArray text = QJsonDocument(toJson(live)).toJson(QJsonDocument::Compact) + " at " +
                    time.now.toString(Qt::ISODateWithMs).toUtf8() + " in " + time.zone.id() + "\nfound ";
  text += found ? describe(*found).toUtf8() : (found.error().message + found.error().detail).toUtf8();
  return text + "\nexpected " + describe(expected).toUtf8();
}

bool same(const Result<LiveEstimate>& found, const LiveEstimate& expected) {
  return found && found->days == expected.days && found->people == expected.people && found->next == expected.next;
}

LiveSegment once(const char* event) {
  return {SingleAction{{QString::fromUtf8(event), {}}, false}, {}};
}

}  // namespace

class LiveEstimateTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void columnsAndStatementCountWhatAPlainWalkCounts_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 3; ++seed) QTest::addRow("world %u", seed) << seed;
  }
  void columnsAndStatementCountWhatAPlainWalkCounts() {
    QFETCH(unsigned, seed);
    test::Dice dice(seed);
    test::SegmentWorld world(dice, kPeopleOfLive);
    test::SegmentDice segments(dice, world);
    LiveDice lives(dice, segments);
    const auto catalog = SegmentCatalog::load(world.database());
    QVERIFY(catalog);
    SegmentEngine columns(world.database());
    QVERIFY(columns.bringUp());
    int fired = 0;
    for (int i = 0; i < kLives; ++i) {
      const LiveSegment live = lives.live();
      const EvaluationTime time = dice.pick(world.times());
      const LiveEstimate expected = PlainLive(world, time).of(live);
      fired += expected.fired() > 0 ? 1 : 0;
      const auto fast = columns.estimate(live, time);
      QVERIFY(fast);
      QVERIFY2(same(*fast, expected), "columns: " + told(live, time, *fast, expected));
      LiveStatement source(world.database(), *catalog, time, {});
      const auto slow = estimateLive(source, live, *catalog, time, {});
      QVERIFY2(same(slow, expected), "statement: " + told(live, time, slow, expected));
      QVERIFY((*fast)->newest == slow->newest);
    }
    // Those that never fire tell little.
    QVERIFY2(fired > kLives / 3, QByteArray::number(fired));
  }

  void whatCannotBeEstimatedSaysWhy_data() {
    QTest::addColumn<LiveSegment>("live");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing chosen") << LiveSegment{} << QStringLiteral("Choose an event");
    QTest::newRow("unknown event") << once("Nonsense") << QStringLiteral("“Nonsense”");
    OnADate date;
    date.property = QStringLiteral("City");
    QTest::newRow("no date") << LiveSegment{date, {}} << QStringLiteral("“City”");
  }
  void whatCannotBeEstimatedSaysWhy() {
    QFETCH(LiveSegment, live);
    QFETCH(QString, word);
    test::Dice dice(1);
    test::SegmentWorld world(dice, 3);
    test::ManualClock clock;
    SegmentEngine columns(world.database());
    QVERIFY(columns.bringUp());
    const auto estimate = LiveEstimator(world.database(), clock, &columns).estimate(live);
    QVERIFY(!estimate);
    QCOMPARE(estimate.error().code, ErrorCode::InvalidInput);
    QVERIFY2(estimate.error().message.contains(word), qPrintable(estimate.error().message));
  }

  void aCancelledEstimateSaysSo() {
    test::Dice dice(1);
    test::SegmentWorld world(dice, 3);
    test::ManualClock clock;
    CancelToken cancel;
    cancel.cancel();
    SegmentEngine columns(world.database());
    QVERIFY(columns.bringUp());
    for (SegmentEngine* engine : {&columns, static_cast<SegmentEngine*>(nullptr)}) {
      const auto estimate = LiveEstimator(world.database(), clock, engine).estimate(once("Charged"), cancel);
      QVERIFY(!estimate);
      QCOMPARE(estimate.error().code, ErrorCode::Cancelled);
    }
  }

  void anEstimateIsSaidInWords() {
    LiveEstimate estimate;
    for (int i = 0; i < LiveEstimate::span; ++i) estimate.days.push_back({QDate(2026, 11, 1).addDays(i), 310});
    estimate.people = 1208;
    QCOMPARE(describe(estimate), QStringLiteral("Would have fired about 310 times a day over the last 14 days (4,340 "
                                                "times, for 1,208 people)."));
    estimate.next = 12;
    QVERIFY(describe(estimate).endsWith(QStringLiteral("Next 14 days: 12.")));
    for (LiveEstimate::Day& day : estimate.days) day.fired = 0;
    estimate.next.reset();
    QCOMPARE(describe(estimate), QStringLiteral("Would not have fired in the last 14 days."));
  }
};

Q_DECLARE_METATYPE(heliograph::audience::LiveSegment)

QTEST_GUILESS_MAIN(LiveEstimateTest)
#include "live_estimate_test.moc"
