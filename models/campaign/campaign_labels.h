// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/labels.h"
#include "core/clock.h"
#include "core/ids.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// Labels of campaigns in any state: they sort the list and change nothing of what is sent. Any thread.
class CampaignLabels final {
 public:
  CampaignLabels(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// Gives all these campaigns some labels and takes others from them, or changes none. Errors: NotFound, Damaged;
  /// InvalidInput, naming the campaign that would have more than ten.
  [[nodiscard]] Result<> change(const std::vector<CampaignId>& campaigns, const QStringList& add,
                                const QStringList& remove) const;

 private:
  [[nodiscard]] Result<> changeOne(CampaignId id, const QStringList& add, const QStringList& remove) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::campaign
