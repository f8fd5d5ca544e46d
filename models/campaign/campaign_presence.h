// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// Where a draft is open: one row for each window, of this program or another on this computer. A window that was
/// killed counts no more, as its process is gone. Any thread.
class CampaignPresence final {
 public:
  CampaignPresence(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Notes that the window named `writer` has the draft open. Errors: of the database only.
  [[nodiscard]] Result<> enter(CampaignId id, const QString& writer) const;
  [[nodiscard]] Result<> leave(CampaignId id, const QString& writer) const;

  /// When the other windows opened it, first ones first.
  [[nodiscard]] Result<std::vector<QDateTime>> others(CampaignId id, const QString& writer) const;

 private:
  [[nodiscard]] Result<> forgetDead(CampaignId id) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::campaign
