// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringView>
#include <optional>

#include "audience/date_range.h"
#include "audience/evaluation_time.h"
#include "core/result.h"

namespace heliograph::audience {

/// What time is counted in.
enum class TimeUnit { Minutes, Hours, Days, Weeks, Months, Years };

/// Stable name in JSON: 'minutes', 'hours', 'days', 'weeks', 'months', 'years'.
[[nodiscard]] QString timeUnitName(TimeUnit unit);
/// The unit of that name, if there is one.
[[nodiscard]] std::optional<TimeUnit> timeUnitFromName(QStringView name);

/// A stretch of time as a person says it.
struct TimeWindow {
  enum class Kind { Ever, Today, InLast, ThisMonth, PreviousMonth, Between, Before, After, On, ExactlyAgo };

  Kind kind = Kind::Ever;
  int count = 0;                   ///< InLast, ExactlyAgo
  TimeUnit unit = TimeUnit::Days;  ///< InLast, ExactlyAgo
  QString from;                    ///< ISO 8601 day or instant: Between, After, On
  QString until;                   ///< ISO 8601 day or instant: Between, Before

  bool operator==(const TimeWindow&) const = default;
};

/// Stable name in JSON: 'ever', 'today', 'in_last', 'this_month', …
[[nodiscard]] QString windowKindName(TimeWindow::Kind kind);
/// The kind of that name, if there is one.
[[nodiscard]] std::optional<TimeWindow::Kind> windowKindFromName(QStringView name);

/// The instants a window means at that time. Days, weeks (from Monday), months and years begin at midnight of the
/// zone, minutes and hours are the clock's. InLast counts days and longer from midnight so many of them ago up to now
/// (the last 1 day: from 00:00 yesterday), minutes and hours back from now. ExactlyAgo is the whole minute, hour, day,
/// week, month or year so many ago. Both ends of Between count, in either order; After begins behind the day, On is the
/// day. InvalidInput holds half a sentence on what is wrong.
[[nodiscard]] Result<InstantRange> instantRange(const TimeWindow& window, const EvaluationTime& time);

/// The instants from now on until the end of the day so many units later (of minutes and hours: until then).
[[nodiscard]] Result<InstantRange> rangeInNext(int count, TimeUnit unit, const EvaluationTime& time);

/// The window in words that stand behind a fact: "in the last 30 days", "on 2026-11-26"; empty for Ever.
[[nodiscard]] QString windowWords(const TimeWindow& window);

}  // namespace heliograph::audience
