// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/rules/time_window.h"

#include <array>
#include <utility>

namespace heliograph::audience {
namespace {

using Kind = TimeWindow::Kind;

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kHourMs = 60 * kMinuteMs;
constexpr int kMostYears = 100;

struct UnitEntry {
  TimeUnit unit;
  const char* name;
  const char* one;
  int most;  ///< a hundred years
};

constexpr std::array<UnitEntry, 6> kUnits{{
    {TimeUnit::Minutes, "minutes", "minute", kMostYears * 366 * 24 * 60},
    {TimeUnit::Hours, "hours", "hour", kMostYears * 366 * 24},
    {TimeUnit::Days, "days", "day", 36525},
    {TimeUnit::Weeks, "weeks", "week", 5218},
    {TimeUnit::Months, "months", "month", kMostYears * 12},
    {TimeUnit::Years, "years", "year", kMostYears},
}};

constexpr std::array<std::pair<Kind, const char*>, 10> kKinds{{
    {Kind::Ever, "ever"},
    {Kind::Today, "today"},
    {Kind::InLast, "in_last"},
    {Kind::ThisMonth, "this_month"},
    {Kind::PreviousMonth, "previous_month"},
    {Kind::Between, "between"},
    {Kind::Before, "before"},
    {Kind::After, "after"},
    {Kind::On, "on"},
    {Kind::ExactlyAgo, "exactly_ago"},
}};

const UnitEntry& unitEntry(TimeUnit unit) {
  return kUnits[static_cast<std::size_t>(unit)];
}

bool isClockUnit(TimeUnit unit) {
  return unit == TimeUnit::Minutes || unit == TimeUnit::Hours;
}

qint64 lengthOfClockUnit(TimeUnit unit) {
  return unit == TimeUnit::Minutes ? kMinuteMs : kHourMs;
}

QDate moved(const QDate& day, int count, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Weeks:
      return day.addDays(7LL * count);
    case TimeUnit::Months:
      return day.addMonths(count);
    case TimeUnit::Years:
      return day.addYears(count);
    default:
      return day.addDays(count);
  }
}

/// The first day of the unit in which a day lies.
QDate firstDayOf(const QDate& day, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Weeks:
      return day.addDays(1 - day.dayOfWeek());
    case TimeUnit::Months:
      return {day.year(), day.month(), 1};
    case TimeUnit::Years:
      return {day.year(), 1, 1};
    default:
      return day;
  }
}

qint64 midnight(const QDate& day, const QTimeZone& zone) {
  return day.startOfDay(zone).toMSecsSinceEpoch();
}

/// The whole day, week, month or year that begins on a day.
InstantRange calendarUnit(const QDate& first, TimeUnit unit, const QTimeZone& zone) {
  return {midnight(first, zone), midnight(moved(first, 1, unit), zone)};
}

/// The clock's whole minute or hour in which an instant lies.
InstantRange clockUnit(qint64 instant, TimeUnit unit, const QTimeZone& zone) {
  const qint64 length = lengthOfClockUnit(unit);
  const qint64 clock = instant + zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC)) * qint64{1000};
  const qint64 from = instant - (clock % length + length) % length;
  return {from, from + length};
}

Result<> checkCount(int count, TimeUnit unit) {
  const UnitEntry& entry = unitEntry(unit);
  if (count >= 0 && count <= entry.most) return {};
  return fail(
      ErrorCode::InvalidInput,
      QStringLiteral("the number of %1 has to be whole, from 0 to %2").arg(QLatin1String(entry.name)).arg(entry.most));
}

Result<InstantRange> exactlyAgo(int count, TimeUnit unit, const EvaluationTime& time) {
  HELIOGRAPH_TRY(checkCount(count, unit));
  if (isClockUnit(unit)) {
    return clockUnit(time.now.toMSecsSinceEpoch() - count * lengthOfClockUnit(unit), unit, time.zone);
  }
  const QDate today = time.now.toTimeZone(time.zone).date();
  return calendarUnit(moved(firstDayOf(today, unit), -count, unit), unit, time.zone);
}

Result<InstantRange> inLast(int count, TimeUnit unit, const EvaluationTime& time) {
  HELIOGRAPH_TRY(checkCount(count, unit));
  const qint64 now = time.now.toMSecsSinceEpoch();
  if (isClockUnit(unit)) return InstantRange{now - count * lengthOfClockUnit(unit), now + 1};
  const QDate today = time.now.toTimeZone(time.zone).date();
  return InstantRange{midnight(moved(today, -count, unit), time.zone), now + 1};
}

Result<InstantRange> between(const TimeWindow& window, const QTimeZone& zone) {
  auto first = instantRange(window.from, zone);
  if (!first) return first;
  auto second = instantRange(window.until, zone);
  if (!second) return second;
  if (*second->from < *first->from) std::swap(first, second);
  return InstantRange{first->from, second->until};
}

QString countWords(int count, TimeUnit unit) {
  const UnitEntry& entry = unitEntry(unit);
  return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? entry.one : entry.name));
}

}  // namespace

QString timeUnitName(TimeUnit unit) {
  return QString::fromLatin1(unitEntry(unit).name);
}

std::optional<TimeUnit> timeUnitFromName(QStringView name) {
  for (const UnitEntry& entry : kUnits) {
    if (name == QLatin1String(entry.name)) return entry.unit;
  }
  return std::nullopt;
}

QString windowKindName(Kind kind) {
  return QString::fromLatin1(kKinds[static_cast<std::size_t>(kind)].second);
}

std::optional<Kind> windowKindFromName(QStringView name) {
  for (const auto& [kind, known] : kKinds) {
    if (name == QLatin1String(known)) return kind;
  }
  return std::nullopt;
}

Result<InstantRange> instantRange(const TimeWindow& window, const EvaluationTime& time) {
  const auto open = [&](const QString& text) { return instantRange(text, time.zone); };
  switch (window.kind) {
    case Kind::Ever:
      break;
    case Kind::Today:
      return exactlyAgo(0, TimeUnit::Days, time);
    case Kind::ThisMonth:
      return exactlyAgo(0, TimeUnit::Months, time);
    case Kind::PreviousMonth:
      return exactlyAgo(1, TimeUnit::Months, time);
    case Kind::ExactlyAgo:
      return exactlyAgo(window.count, window.unit, time);
    case Kind::InLast:
      return inLast(window.count, window.unit, time);
    case Kind::Between:
      return between(window, time.zone);
    case Kind::Before:
      return open(window.until).map([](const InstantRange& day) { return InstantRange{std::nullopt, day.from}; });
    case Kind::After:
      return open(window.from).map([](const InstantRange& day) { return InstantRange{day.until, std::nullopt}; });
    case Kind::On:
      return open(window.from);
  }
  return InstantRange{};
}

Result<InstantRange> rangeInNext(int count, TimeUnit unit, const EvaluationTime& time) {
  HELIOGRAPH_TRY(checkCount(count, unit));
  const qint64 now = time.now.toMSecsSinceEpoch();
  if (isClockUnit(unit)) return InstantRange{now, now + count * lengthOfClockUnit(unit) + 1};
  const QDate today = time.now.toTimeZone(time.zone).date();
  return InstantRange{now, midnight(moved(today, count, unit).addDays(1), time.zone)};
}

QString windowWords(const TimeWindow& window) {
  switch (window.kind) {
    case Kind::Ever:
      break;
    case Kind::Today:
      return QStringLiteral("today");
    case Kind::ThisMonth:
      return QStringLiteral("this month");
    case Kind::PreviousMonth:
      return QStringLiteral("in the previous month");
    case Kind::InLast:
      return QStringLiteral("in the last %1").arg(countWords(window.count, window.unit));
    case Kind::ExactlyAgo:
      return QStringLiteral("exactly %1 ago").arg(countWords(window.count, window.unit));
    case Kind::Between:
      return QStringLiteral("between %1 and %2").arg(window.from, window.until);
    case Kind::Before:
      return QStringLiteral("before %1").arg(window.until);
    case Kind::After:
      return QStringLiteral("after %1").arg(window.from);
    case Kind::On:
      return QStringLiteral("on %1").arg(window.from);
  }
  return {};
}

}  // namespace heliograph::audience
