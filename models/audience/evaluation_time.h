// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include "core/clock.h"

namespace heliograph::audience {

/// When and where a segment is evaluated: days begin at midnight of `zone`.
struct EvaluationTime {
  QDateTime now;
  QTimeZone zone = QTimeZone::utc();

  /// The clock's instant in the computer's own zone.
  [[nodiscard]] static EvaluationTime local(const Clock& clock) { return {clock.now(), QTimeZone::systemTimeZone()}; }
};

}  // namespace heliograph::audience
