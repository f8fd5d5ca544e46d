// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include "core/result.h"
#include "storage/database.h"

namespace heliograph::cli {

/// Made-up people with 12 properties and 20 types of events over 90 days, the same ones for a seed.
struct BenchWorld {
  qint64 people = 1'000'000;
  qint64 events = 10'000'000;
  quint32 seed = 1;
  QString csvFolder;  ///< where they are written as CSV, too; empty: nowhere

  /// The instant that "the last 30 days" are counted back from.
  [[nodiscard]] static QDateTime now() { return QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC); }

  /// Fills an empty workspace. Errors: those of storage, Io.
  [[nodiscard]] Result<> fill(const storage::Database& database) const;
};

}  // namespace heliograph::cli
