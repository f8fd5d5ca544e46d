// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::reports {

/// How a provider did on one day, by when its answers came.
struct ProviderDay {
  QDate day;
  qint64 sent = 0;       ///< it took them
  qint64 delivered = 0;  ///< as receipts say
  qint64 errors = 0;     ///< it refused them
  qint64 clicks = 0;     ///< people who followed a link

  bool operator==(const ProviderDay&) const = default;
};

/// Days without any message are there, too, with zeros.
struct ProviderStatistics {
  std::vector<ProviderDay> days;
  bool hasReceipts = false;  ///< at least one message is known to be delivered or failed

  [[nodiscard]] ProviderDay total() const;
};

/// The last `days` days up to `now`, by the computer's zone. One statement.
[[nodiscard]] Result<ProviderStatistics> providerStatistics(const storage::Database& database, ProviderId provider,
                                                            const QDateTime& now, int days);

/// What a provider took lately.
struct ProviderTaken {
  qint64 accepted = 0;
  qint64 delivered = 0;
  bool hasReceipts = false;
};

/// Of every provider since an instant, by id. One statement.
[[nodiscard]] Result<QHash<qint64, ProviderTaken>> takenSince(const storage::Database& database,
                                                              const QDateTime& since);

}  // namespace heliograph::reports
