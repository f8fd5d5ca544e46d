// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/zone_offsets.h"

#include <QDateTime>
#include <limits>

namespace heliograph::audience {
namespace {

constexpr std::int64_t millisecondsADay = 24LL * 3600 * 1000;
/// Stands for a day on which the offset changes.
constexpr int changing = std::numeric_limits<int>::max();
constexpr std::size_t mostDaysKept = 20000;

std::int64_t dayOf(std::int64_t milliseconds) {
  return milliseconds >= 0 ? milliseconds / millisecondsADay
                           : -((-milliseconds + millisecondsADay - 1) / millisecondsADay);
}

int offset(const QTimeZone& zone, std::int64_t milliseconds) {
  return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC));
}

}  // namespace

int ZoneOffsets::at(std::int64_t milliseconds) {
  const std::int64_t number = dayOf(milliseconds);
  auto known = m_days.find(number);
  if (known == m_days.end()) {
    if (m_days.size() >= mostDaysKept) m_days.clear();
    const int first = offset(m_zone, number * millisecondsADay);
    const int last = offset(m_zone, (number + 1) * millisecondsADay - 1);
    known = m_days.emplace(number, first == last ? first : changing).first;
  }
  return known->second == changing ? offset(m_zone, milliseconds) : known->second;
}

std::int64_t ZoneOffsets::fromClock(std::int64_t clock) {
  // The offset at the first guess may be that of the other side of a change; the second guess is right except inside a
  // skipped hour, where either is as good.
  const std::int64_t guess = clock - at(clock) * 1000LL;
  return clock - at(guess) * 1000LL;
}

}  // namespace heliograph::audience
