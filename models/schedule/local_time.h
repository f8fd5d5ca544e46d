// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include "core/result.h"

namespace heliograph::schedule {

/// A date and a time as a wall clock in one zone shows them.
struct LocalTime {
  QDate date;
  QTime time;
  QByteArray zone;  ///< IANA name, "Europe/Berlin"

  bool operator==(const LocalTime&) const = default;
};

/// How a wall time relates to the instants of its zone.
enum class ClockChange {
  None,     ///< exactly one instant
  Skipped,  ///< the clocks go forward over it: no instant; the same distance after the change is taken
  Twice,    ///< the clocks go back over it: two instants; the first is taken
};

/// The instant of a wall time.
struct ResolvedTime {
  QDateTime utc;
  ClockChange change = ClockChange::None;
};

/// The instant at which the zone's clocks show `local`. Errors: InvalidInput for a missing date or time or an unknown
/// zone.
[[nodiscard]] Result<ResolvedTime> resolve(const LocalTime& local);

/// What the zone's clocks show at an instant. Errors: InvalidInput for an unknown zone.
[[nodiscard]] Result<LocalTime> localTimeAt(const QDateTime& instant, const QByteArray& zone);

/// "Thu 26 Nov 2026 18:00, Europe/Berlin".
[[nodiscard]] QString describe(const LocalTime& local);

/// What a change of clocks does to this wall time, as a sentence; empty if nothing.
[[nodiscard]] QString describeClockChange(const LocalTime& local);

}  // namespace heliograph::schedule
