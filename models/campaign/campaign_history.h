// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// A body that was saved once: of the history, or the loser of two saves at the same revision.
struct SavedRevision {
  enum class Kind { Saved, Stale };

  int revision = 0;
  Kind kind = Kind::Saved;
  QDateTime savedAt;
  Campaign campaign;
};

/// What a draft was before, in the transaction of its caller.
class CampaignHistory final {
 public:
  explicit CampaignHistory(const storage::Database& database) : m_database(database) {}

  /// Keeps the body that is about to be replaced, unless another of the last minute is kept already. The last one
  /// before a pause is always kept.
  [[nodiscard]] Result<> keepBeforeSave(CampaignId id, int revision, const QDateTime& now) const;

  /// Keeps a body that could not be saved.
  [[nodiscard]] Result<> keepStale(const Campaign& campaign, int baseRevision, const QDateTime& now) const;

  /// Newest first.
  [[nodiscard]] Result<std::vector<SavedRevision>> list(CampaignId id) const;

 private:
  const storage::Database& m_database;
};

}  // namespace heliograph::campaign
