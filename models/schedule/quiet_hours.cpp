// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/quiet_hours.h"

#include <QTimeZone>
#include <algorithm>
#include <bitset>

#include "schedule/local_time.h"

namespace heliograph::schedule {
namespace {

constexpr int kWeekMinutes = 7 * QuietRange::kDay;
constexpr int kUsualFrom = 21 * 60;
constexpr int kUsualTo = 8 * 60;
/// Every change of a week lies within it, wherever it begins.
constexpr int kDaysAhead = 8;

QDateTime clockChangeBefore(const QDateTime& at, const QTimeZone& zone) {
  const auto change = zone.previousTransition(at.addSecs(1));
  return change.atUtc.isValid() ? change.atUtc : at;
}

/// The instant of so many minutes of a day. Where the clocks go forward over it, the moment of the change; where they
/// show it twice, the first for a begin and the second for an end.
QDateTime instantOf(const QDate& day, int minutes, bool isEnd, const QByteArray& zoneId, const QTimeZone& zone) {
  const QDate date = day.addDays(minutes / QuietRange::kDay);
  const QTime time = QTime(0, 0).addSecs(minutes % QuietRange::kDay * 60);
  const auto resolved = resolve({date, time, zoneId});
  if (!resolved) return {};
  switch (resolved->change) {
    case ClockChange::Skipped:
      return clockChangeBefore(resolved->utc, zone);
    case ClockChange::Twice:
      if (!isEnd) return resolved->utc;
      return resolved->utc.addSecs(zone.offsetFromUtc(resolved->utc) - zone.offsetFromUtc(resolved->utc.addDays(1)));
    case ClockChange::None:
      break;
  }
  return resolved->utc;
}

QuietSpan spanOf(const QDate& day, const QuietRange& range, const QByteArray& zoneId, const QTimeZone& zone) {
  const int end = range.to > range.from ? range.to : range.to + QuietRange::kDay;
  return {instantOf(day, range.from, false, zoneId, zone), instantOf(day, end, true, zoneId, zone)};
}

/// All that touch a time, in order; one that begins before another has ended is joined to it.
std::vector<QuietSpan> joinedSpans(const QuietHours& hours, const QDateTime& from, const QDateTime& until,
                                   const QByteArray& zoneId) {
  std::vector<QuietSpan> all;
  const QTimeZone zone(zoneId);
  if (!zone.isValid()) return all;
  const QDate last = until.toTimeZone(zone).date();
  for (QDate day = from.toTimeZone(zone).date().addDays(-1); day <= last; day = day.addDays(1)) {
    for (const QuietRange& range : hours.day(day.dayOfWeek())) all.push_back(spanOf(day, range, zoneId, zone));
  }
  std::sort(all.begin(), all.end(), [](const QuietSpan& a, const QuietSpan& b) { return a.begin < b.begin; });
  std::vector<QuietSpan> joined;
  for (const QuietSpan& span : all) {
    if (!joined.empty() && span.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, span.end);
    } else {
      joined.push_back(span);
    }
  }
  std::erase_if(joined, [&](const QuietSpan& span) { return span.end <= from || span.begin > until; });
  return joined;
}

}  // namespace

QuietHours QuietHours::usual() {
  QuietHours hours;
  hours.m_days.fill({QuietRange{kUsualFrom, kUsualTo}});
  return hours;
}

void QuietHours::setDay(int weekday, Day ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const QuietRange& a, const QuietRange& b) { return a.from < b.from; });
  m_days.at(static_cast<std::size_t>(weekday - 1)) = std::move(ranges);
}

void QuietHours::copyToAllDays(int weekday) {
  m_days.fill(Day(day(weekday)));
}

bool QuietHours::isEmpty() const {
  return std::all_of(m_days.begin(), m_days.end(), [](const Day& one) { return one.empty(); });
}

bool QuietHours::isAlways() const {
  std::bitset<kWeekMinutes> quiet;
  for (int weekday = 1; weekday <= 7; ++weekday) {
    for (const QuietRange& range : day(weekday)) {
      const int end = range.to > range.from ? range.to : range.to + QuietRange::kDay;
      for (int minute = range.from; minute < end; ++minute) {
        quiet.set(static_cast<std::size_t>(((weekday - 1) * QuietRange::kDay + minute) % kWeekMinutes));
      }
    }
  }
  return quiet.all();
}

Result<> QuietHours::check() const {
  for (int weekday = 1; weekday <= 7; ++weekday) {
    if (day(weekday).size() > static_cast<std::size_t>(mostRanges)) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("%1 has too many quiet hours: at most %2 stretches a day.")
                                               .arg(weekdayName(weekday))
                                               .arg(mostRanges));
    }
    for (const QuietRange& range : day(weekday)) {
      const bool isTime =
          range.from >= 0 && range.from < QuietRange::kDay && range.to >= 0 && range.to <= QuietRange::kDay;
      if (!isTime) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("The quiet hours of %1 have a time that is none. Write 00:00 to 24:00.")
                        .arg(weekdayName(weekday)));
      }
      if (range.from == range.to) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("The quiet hours of %1 end when they begin. Write another time, or 00:00 to 24:00 "
                                   "for the whole day.")
                        .arg(weekdayName(weekday)));
      }
    }
  }
  if (!isAlways()) return {};
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("With these quiet hours nobody would ever get a message. Leave some time of the week."));
}

bool QuietHours::isQuiet(const QDateTime& at, const QByteArray& zone) const {
  return quietUntil(at, zone).has_value();
}

std::optional<QDateTime> QuietHours::quietUntil(const QDateTime& at, const QByteArray& zone) const {
  if (isEmpty()) return std::nullopt;
  for (const QuietSpan& span : joinedSpans(*this, at, at.addDays(kDaysAhead), zone)) {
    if (span.begin <= at && at < span.end) return span.end.toUTC();
  }
  return std::nullopt;
}

std::optional<QDateTime> QuietHours::nextChange(const QDateTime& at, const QByteArray& zone) const {
  if (isEmpty()) return std::nullopt;
  for (const QuietSpan& span : joinedSpans(*this, at, at.addDays(kDaysAhead), zone)) {
    if (span.begin > at) return span.begin.toUTC();
    if (span.end > at) return span.end.toUTC();
  }
  return std::nullopt;
}

std::vector<QuietSpan> QuietHours::spans(const QDateTime& from, const QDateTime& until, const QByteArray& zone) const {
  std::vector<QuietSpan> cut = joinedSpans(*this, from, until, zone);
  for (QuietSpan& span : cut) span = {std::max(span.begin, from), std::min(span.end, until)};
  std::erase_if(cut, [](const QuietSpan& span) { return span.begin >= span.end; });
  return cut;
}

}  // namespace heliograph::schedule
