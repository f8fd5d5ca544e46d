// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/live/date_firing.h"

#include <QDate>
#include <QDateTime>
#include <chrono>

namespace heliograph::audience {
namespace {

constexpr qint64 kMillisecondsOfDay = 24LL * 3600 * 1000;

QTimeZone zoneOfDate(const OnADate& date, const EvaluationTime& time) {
  return date.zone.isEmpty() ? time.zone : QTimeZone(date.zone);
}

qint64 dayNumber(const QDate& day) {
  static const QDate first(1970, 1, 1);
  return first.daysTo(day);
}

int monthDayOf(const QDate& day) {
  return 32 * day.month() + day.day();
}

}  // namespace

DateFiring::DateFiring(const OnADate& date, const EvaluationTime& time, qint64 from, qint64 until)
    : m_from(from),
      m_until(until),
      m_countsDays(date.countsDays()),
      m_everyYear(date.everyYear),
      m_distance(date.milliseconds()),
      m_offsets(zoneOfDate(date, time)) {
  if (m_countsDays) prepareDays(date, zoneOfDate(date, time));
}

void DateFiring::prepareDays(const OnADate& date, const QTimeZone& zone) {
  const auto dayAt = [&zone](qint64 instant) {
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toTimeZone(zone).date();
  };
  const QDate last = dayAt(m_until).addDays(1);
  for (QDate day = dayAt(m_from).addDays(-1); day <= last; day = day.addDays(1)) {
    const QDate source = day.addDays(-date.days());
    const qint64 fires = QDateTime(day, date.at, zone).toMSecsSinceEpoch();
    const bool inside = fires >= m_from && fires < m_until;
    m_days.push_back({source.startOfDay(zone).toMSecsSinceEpoch(), fires, inside});
    m_daysEnd = source.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    if (!inside) continue;
    const YearlyDay yearly{dayNumber(source), fires};
    m_yearly[static_cast<std::size_t>(monthDayOf(source))].push_back(yearly);
    // Where there is no 29 February the day before is it, too.
    if (source.month() == 2 && source.day() == 28 && !QDate::isLeapYear(source.year())) {
      m_yearly[32 * 2 + 29].push_back(yearly);
    }
  }
}

DateFiring::Civil DateFiring::civilOf(qint64 instant) {
  const qint64 clock = instant + m_offsets.at(instant) * 1000LL;
  const qint64 number =
      clock >= 0 ? clock / kMillisecondsOfDay : -((kMillisecondsOfDay - 1 - clock) / kMillisecondsOfDay);
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(number))};
  return {number, static_cast<int>(32 * static_cast<unsigned>(day.month()) + static_cast<unsigned>(day.day()))};
}

}  // namespace heliograph::audience
