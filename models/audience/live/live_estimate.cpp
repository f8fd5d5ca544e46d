// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/live_estimate.h"

#include <QElapsedTimer>
#include <QLocale>
#include <algorithm>
#include <limits>

#include "audience/live/date_firing.h"
#include "audience/property_repository.h"

namespace heliograph::audience {
namespace {

/// Counts firings by day.
class FiringTally final {
 public:
  FiringTally(const EvaluationTime& time, const PeopleBits& among)
      : m_now(time.now.toMSecsSinceEpoch()), m_among(among), m_people(among.limit()) {
    const QDate today = time.now.toTimeZone(time.zone).date();
    for (int day = -LiveEstimate::span; day <= 0; ++day) {
      m_days.push_back({today.addDays(day), 0});
      m_begins.push_back(today.addDays(day).startOfDay(time.zone).toMSecsSinceEpoch());
    }
    m_days.pop_back();
    m_end = today.addDays(LiveEstimate::span).startOfDay(time.zone).toMSecsSinceEpoch();
  }

  /// The days are from here,
  [[nodiscard]] qint64 from() const { return m_begins.front(); }
  /// up to before here.
  [[nodiscard]] qint64 until() const { return m_begins.back(); }
  /// The days ahead end before this.
  [[nodiscard]] qint64 end() const { return m_end; }
  [[nodiscard]] bool isMeant(std::size_t person) const {
    return m_among.contains(ProfileId{static_cast<qint64>(person)});
  }

  void fire(std::size_t person, qint64 at) {
    if (!isMeant(person)) return;
    if (at >= m_now && at < m_end) ++m_next;
    if (at < from() || at >= until()) return;
    const auto day = std::upper_bound(m_begins.begin(), m_begins.end(), at) - m_begins.begin() - 1;
    ++m_days[static_cast<std::size_t>(day)].fired;
    m_people.add(person);
  }

  [[nodiscard]] LiveEstimate estimate(bool ahead) const {
    LiveEstimate estimate;
    estimate.days = m_days;
    estimate.people = m_people.count();
    if (ahead) estimate.next = m_next;
    return estimate;
  }

 private:
  qint64 m_now;
  const PeopleBits& m_among;
  PeopleBits m_people;
  std::vector<LiveEstimate::Day> m_days;
  std::vector<qint64> m_begins;
  qint64 m_end = 0;
  qint64 m_next = 0;
};

Result<const EventType*> liveTypeOf(const SegmentCatalog& catalog, const LiveEvent& event) {
  if (const EventType* type = catalog.event(event.event)) return type;
  return fail(ErrorCode::InvalidInput, QStringLiteral("Nobody ever did “%1”. Choose another event, or import events of "
                                                      "that name.")
                                           .arg(event.event));
}

tl::unexpected<Error> noSuchDate(const QString& property) {
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("There is no date “%1” any more. Choose another one.").arg(property));
}

/// Something done or not done in a wait.
struct WaitStep {
  std::uint32_t person;
  bool starts;  ///< else it ends one; at the same instant the end comes first
  qint64 at;

  bool operator<(const WaitStep& other) const {
    if (person != other.person) return person < other.person;
    return at != other.at ? at < other.at : !starts && other.starts;
  }
};

void fireWaits(const std::vector<WaitStep>& steps, qint64 wait, FiringTally& tally) {
  std::optional<qint64> began;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const WaitStep& step = steps[i];
    if (began && step.at > *began + wait) {
      tally.fire(step.person, *began + wait);
      began.reset();
    }
    if (!step.starts && began && step.at > *began) began.reset();
    if (step.starts && !began) began = step.at;
    const bool last = i + 1 == steps.size() || steps[i + 1].person != step.person;
    if (!last) continue;
    if (began) tally.fire(step.person, *began + wait);
    began.reset();
  }
}

/// One estimate, by the kind of trigger.
class LiveEstimation final {
 public:
  LiveEstimation(LiveSource& source, const SegmentCatalog& catalog, const EvaluationTime& time,
                 const CancelToken& cancel, FiringTally& tally)
      : m_source(source), m_catalog(catalog), m_time(time), m_cancel(cancel), m_tally(tally) {}

  Result<> run(const SingleAction& action) {
    const auto type = liveTypeOf(m_catalog, action.action);
    if (!type) return fail(type.error());
    m_type = *type;
    LiveSource::Query query{*type, &action.action.where, m_tally.from(), m_tally.until(), nullptr};
    if (!action.firstTime) {
      return m_source.events(query, [this](std::size_t person, qint64 at, qint64) { m_tally.fire(person, at); });
    }
    query.from.reset();
    std::vector<qint64> first;
    static constexpr qint64 never = std::numeric_limits<qint64>::max();
    HELIOGRAPH_TRY(m_source.events(query, [&first](std::size_t person, qint64 at, qint64) {
      if (person >= first.size()) first.resize(std::max(person + 1, first.size() * 2), never);
      first[person] = std::min(first[person], at);
    }));
    for (std::size_t person = 0; person < first.size(); ++person) {
      if (first[person] != never) m_tally.fire(person, first[person]);
    }
    return {};
  }

  Result<> run(const Inaction& inaction) {
    const auto did = liveTypeOf(m_catalog, inaction.did);
    if (!did) return fail(did.error());
    const auto didNot = liveTypeOf(m_catalog, inaction.didNot);
    if (!didNot) return fail(didNot.error());
    m_type = *did;
    const qint64 wait = inaction.wait();
    // Whose wait could have ended in these days; all they ever did tells which waits there were.
    std::vector<bool> asked;
    LiveSource::Query starts{*did, &inaction.did.where, m_tally.from() - wait, m_tally.until() - wait, nullptr};
    HELIOGRAPH_TRY(m_source.events(starts, [&](std::size_t person, qint64, qint64) {
      if (person >= asked.size()) asked.resize(std::max(person + 1, asked.size() * 2));
      asked[person] = m_tally.isMeant(person);
    }));
    std::vector<WaitStep> steps;
    const auto add = [&](bool begins) {
      return [&steps, &asked, begins](std::size_t person, qint64 at, qint64) {
        if (person < asked.size() && asked[person]) steps.push_back({static_cast<std::uint32_t>(person), begins, at});
      };
    };
    starts.from.reset();
    HELIOGRAPH_TRY(m_source.events(starts, add(true)));
    HELIOGRAPH_TRY(
        m_source.events({*didNot, &inaction.didNot.where, std::nullopt, m_tally.until(), nullptr}, add(false)));
    if (m_cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    std::sort(steps.begin(), steps.end());
    fireWaits(steps, wait, m_tally);
    return {};
  }

  Result<> run(const OnADate& date) {
    DateFiring firing(date, m_time, m_tally.from(), m_tally.end());
    if (date.isOfPerson()) {
      const Property* property = findProperty(m_catalog.properties, date.property);
      if (property == nullptr || property->type != PropertyType::Date) return noSuchDate(date.property);
      return m_source.dates(*property, [&](std::size_t person, qint64 value) {
        firing.forEach(value, [&](qint64 at) { m_tally.fire(person, at); });
      });
    }
    const auto type = liveTypeOf(m_catalog, date.of);
    if (!type) return fail(type.error());
    m_type = *type;
    const EventProperty* property = findEventProperty(**type, date.property);
    if (property == nullptr || property->type != PropertyType::Date) return noSuchDate(date.property);
    const LiveSource::Query query{*type, &date.of.where, std::nullopt, std::nullopt, property};
    return m_source.events(query, [&](std::size_t person, qint64 done, qint64 value) {
      // What was said only afterwards could make nothing happen.
      firing.forEach(value, [&](qint64 at) {
        if (done <= at) m_tally.fire(person, at);
      });
    });
  }

  Result<std::optional<QDateTime>> newest() {
    if (m_type == nullptr) return std::optional<QDateTime>();
    const auto at = m_source.newest(*m_type);
    if (!at) return fail(at.error());
    if (!*at) return std::optional<QDateTime>();
    return std::optional(QDateTime::fromMSecsSinceEpoch(**at, Qt::UTC).toTimeZone(m_time.zone));
  }

 private:
  LiveSource& m_source;
  const SegmentCatalog& m_catalog;
  const EvaluationTime& m_time;
  const CancelToken& m_cancel;
  FiringTally& m_tally;
  const EventType* m_type = nullptr;
};

}  // namespace

qint64 LiveEstimate::fired() const {
  qint64 sum = 0;
  for (const Day& day : days) sum += day.fired;
  return sum;
}

qint64 LiveEstimate::busiest() const {
  qint64 most = 0;
  for (const Day& day : days) most = std::max(most, day.fired);
  return most;
}

Result<LiveEstimate> estimateLive(LiveSource& source, const LiveSegment& live, const SegmentCatalog& catalog,
                                  const EvaluationTime& time, const CancelToken& cancel) {
  QElapsedTimer timer;
  timer.start();
  HELIOGRAPH_TRY(checkLive(live));
  const auto among = source.people(live.filter);
  if (!among) return fail(among.error());
  FiringTally tally(time, *among);
  LiveEstimation estimation(source, catalog, time, cancel, tally);
  HELIOGRAPH_TRY(std::visit([&](const auto& trigger) { return estimation.run(trigger); }, live.trigger));
  LiveEstimate estimate = tally.estimate(std::holds_alternative<OnADate>(live.trigger));
  auto newest = estimation.newest();
  if (!newest) return fail(newest.error());
  estimate.newest = *newest;
  estimate.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  return estimate;
}

QString describe(const LiveEstimate& estimate) {
  const QLocale locale(QLocale::English);
  const double perDay = estimate.perDay();
  const QString often = perDay >= 10   ? QStringLiteral("about %1 times a day").arg(locale.toString(qRound64(perDay)))
                        : perDay > 0.5 ? QStringLiteral("about %1 times a day").arg(locale.toString(perDay, 'g', 2))
                                       : QStringLiteral("less than once a day");
  const qint64 fired = estimate.fired();
  QString words = QStringLiteral("Would not have fired in the last %1 days.").arg(LiveEstimate::span);
  if (fired > 0) {
    words = QStringLiteral("Would have fired %1 over the last %2 days (%3 %4, for %5 %6).")
                .arg(often)
                .arg(LiveEstimate::span)
                .arg(locale.toString(fired), fired == 1 ? QStringLiteral("time") : QStringLiteral("times"),
                     locale.toString(estimate.people),
                     estimate.people == 1 ? QStringLiteral("person") : QStringLiteral("people"));
  }
  if (estimate.next) {
    words += QStringLiteral(" Next %1 days: %2.").arg(LiveEstimate::span).arg(locale.toString(*estimate.next));
  }
  return words;
}

}  // namespace heliograph::audience
