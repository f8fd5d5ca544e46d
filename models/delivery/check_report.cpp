// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check_report.h"

#include "delivery/reason_text.h"

namespace heliograph::delivery {

qint64 CheckReport::totalParts() const {
  qint64 sum = 0;
  for (auto it = parts.cbegin(); it != parts.cend(); ++it) sum += it.key() * it.value();
  return sum;
}

qint64 CheckReport::couldReceive() const {
  return sendable + skipped.value(reason::notDrawn);
}

}  // namespace heliograph::delivery
