// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/when.h"

namespace heliograph::schedule {

/// A choice of when in words for who made it, as seen at `now`: "As soon as you publish", "Thu 26 Nov 2026, 18:00 in
/// London (GMT), in 5 days", or that the time has passed. Empty when nothing is chosen or the time can't be resolved.
[[nodiscard]] QString readBack(const When& when, const QDateTime& now);

/// How far an instant is from now, in words: "in 5 days", "in 40 minutes", "now", "2 hours ago".
[[nodiscard]] QString distanceWords(const QDateTime& at, const QDateTime& now);

/// True for a time that has passed already, so that nothing could be sent at it.
[[nodiscard]] bool hasPassed(const When& when, const QDateTime& now);

/// What happens when nothing is running at the time, as a sentence.
[[nodiscard]] QString describe(WhenLate late);

}  // namespace heliograph::schedule
