// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <vector>

#include "campaign/campaign.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// A body that was saved once: of the history, the loser of two saves at the same revision, or what was published.
struct SavedRevision {
  enum class Kind { Saved, Stale, Published };

  int revision = 0;  ///< Published: the number of the version
  Kind kind = Kind::Saved;
  QDateTime savedAt;
  Campaign campaign;
};

/// What a draft was before, in the transaction of its caller.
class CampaignHistory final {
 public:
  explicit CampaignHistory(const storage::Database& database) : m_database(database) {}

  /// Keeps the body that `writer` is about to replace, unless another of the last minute is kept already. The last one
  /// before a pause or of another writer is always kept.
  [[nodiscard]] Result<> keepBeforeSave(CampaignId id, int revision, const QString& writer, const QDateTime& now) const;

  /// Keeps a body that could not be saved. A named writer has one of them beside each revision, its last.
  [[nodiscard]] Result<> keepStale(const Campaign& campaign, int baseRevision, const QString& writer,
                                   const QDateTime& now) const;

  /// Forgets what is older than 30 days, but for the newest body that is kept.
  [[nodiscard]] Result<> thin(CampaignId id, const QDateTime& now) const;

  /// What was kept, newest first.
  [[nodiscard]] Result<std::vector<SavedRevision>> list(CampaignId id) const;
  /// The same with the version that stands in the file and the published ones.
  [[nodiscard]] Result<std::vector<SavedRevision>> all(CampaignId id) const;

 private:
  [[nodiscard]] Result<std::vector<SavedRevision>> read(CampaignId id, const QString& sql) const;

  const storage::Database& m_database;
};

}  // namespace heliograph::campaign
