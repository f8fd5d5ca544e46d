// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/check_report.h"

#include <QLocale>

#include "delivery/outbox/reason_text.h"

namespace heliograph::delivery {

qint64 CheckReport::totalParts() const {
  qint64 sum = 0;
  for (auto it = parts.cbegin(); it != parts.cend(); ++it) sum += it.key() * it.value();
  return sum;
}

qint64 CheckReport::couldReceive() const {
  return sendable + skipped.value(reason::notDrawn);
}

Result<> checkParts(qint64 approved, qint64 now) {
  if ((now - approved) * 100 <= approved) return {};
  const QLocale locale;
  return fail(
      ErrorCode::Conflict,
      QStringLiteral("The texts got longer since you looked: %1 parts were approved, %2 are needed. Look again.")
          .arg(locale.toString(approved), locale.toString(now)));
}

}  // namespace heliograph::delivery
