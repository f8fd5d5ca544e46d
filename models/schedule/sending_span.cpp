// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule/sending_span.h"

#include <cmath>

namespace heliograph::schedule {

SendingSpan sendingSpan(const QDateTime& begin, qint64 people, double perSecond) {
  if (perSecond <= 0 || people < 0) return {begin, {}};
  return {begin, begin.addMSecs(static_cast<qint64>(std::ceil(static_cast<double>(people) * 1000.0 / perSecond)))};
}

}  // namespace heliograph::schedule
