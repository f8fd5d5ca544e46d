// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace heliograph::schedule {

/// From when until when messages leave, as far as that can be told beforehand.
struct SendingSpan {
  QDateTime begin;
  QDateTime end;  ///< invalid when no rate is known

  bool operator==(const SendingSpan&) const = default;
};

/// The span of `people` messages that begin to leave at `begin` with so many a second; a rate of 0 is not known.
[[nodiscard]] SendingSpan sendingSpan(const QDateTime& begin, qint64 people, double perSecond);

}  // namespace heliograph::schedule
