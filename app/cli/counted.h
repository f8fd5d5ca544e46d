// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::cli {

/// "1 part", "3 parts".
[[nodiscard]] inline QString counted(qint64 count, const QString& one) {
  return count == 1 ? QStringLiteral("1 ") + one : QStringLiteral("%1 %2s").arg(count).arg(one);
}

}  // namespace heliograph::cli
