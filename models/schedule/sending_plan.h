// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "schedule/quiet_hours.h"
#include "schedule/sending_span.h"

namespace heliograph::schedule {

/// How messages leave when some people have quiet hours.
struct SendingPlan {
  SendingSpan whole;               ///< from the time that was asked for to the last message
  std::vector<QuietSpan> sending;  ///< when something leaves, in order; empty when no rate is known
  qint64 discarded = 0;            ///< people who get nothing, as it is quiet where they are

  bool operator==(const SendingPlan&) const = default;
};

/// The plan of people by their zones who begin to be sent to at `begin`, with so many a second in all, while none is
/// disturbed: whoever has quiet hours waits until they are over, or is discarded. What takes longer than six weeks, or
/// has no rate, has no end.
[[nodiscard]] SendingPlan sendingPlan(const QDateTime& begin, const std::map<QByteArray, qint64>& people,
                                      double perSecond, const QuietHours& hours, bool discards);

}  // namespace heliograph::schedule
