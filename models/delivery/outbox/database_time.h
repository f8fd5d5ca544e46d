// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::delivery {

/// SQL for the present instant in milliseconds since 1970, by the database's clock: the one clock that all programs on
/// a workspace share. The same throughout one statement.
[[nodiscard]] inline QString databaseNow() {
  return QStringLiteral("CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)");
}

}  // namespace heliograph::delivery
