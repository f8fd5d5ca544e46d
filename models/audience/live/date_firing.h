// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "audience/evaluation_time.h"
#include "audience/live/live_segment.h"
#include "audience/zone_offsets.h"

namespace heliograph::audience {

/// When a date makes something happen, between two instants: made ready once for very many dates. One thread at a time.
class DateFiring final {
 public:
  /// What happens from `from` on, before `until` (milliseconds since 1970). At most some weeks lie between them.
  DateFiring(const OnADate& date, const EvaluationTime& time, qint64 from, qint64 until);

  /// Calls `fire(instant)` for each time the date makes something happen.
  template <class Fire>
  void forEach(qint64 date, Fire fire) {
    if (!m_countsDays) {
      const qint64 at = date + m_distance;
      if (at >= m_from && at < m_until) fire(at);
    } else if (m_everyYear) {
      const Civil civil = civilOf(date);
      for (const YearlyDay& day : m_yearly[static_cast<std::size_t>(civil.monthDay)]) {
        if (day.number >= civil.number) fire(day.fires);
      }
    } else if (!m_days.empty() && date >= m_days.front().begins && date < m_daysEnd) {
      const auto behind = std::upper_bound(m_days.begin(), m_days.end(), date,
                                           [](qint64 value, const Day& day) { return value < day.begins; });
      if (const Day& day = *(behind - 1); day.isInside) fire(day.fires);
    }
  }

 private:
  /// A day that dates lie on, and what happens for them.
  struct Day {
    qint64 begins = 0;
    qint64 fires = 0;
    bool isInside = false;  ///< between the two instants
  };
  struct YearlyDay {
    qint64 number = 0;  ///< of the day, since 1970
    qint64 fires = 0;
  };
  struct Civil {
    qint64 number = 0;
    int monthDay = 0;  ///< 32 * month + day
  };

  void prepareDays(const OnADate& date, const QTimeZone& zone);
  [[nodiscard]] Civil civilOf(qint64 instant);

  qint64 m_from;
  qint64 m_until;
  bool m_countsDays;
  bool m_everyYear;
  qint64 m_distance;
  ZoneOffsets m_offsets;
  std::vector<Day> m_days;  ///< without a gap
  qint64 m_daysEnd = 0;
  std::array<std::vector<YearlyDay>, 32 * 13> m_yearly;  ///< by Civil::monthDay
};

}  // namespace heliograph::audience
