// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "campaign/campaign_query.h"
#include "core/clock.h"
#include "storage/database.h"

namespace heliograph::campaign {

using SavedFilterId = Id<struct SavedFilterTag>;

/// A query that was given a name.
struct SavedFilter {
  SavedFilterId id;
  QString name;
  CampaignQuery query;

  bool operator==(const SavedFilter&) const = default;
};

/// The named filters of a workspace. Any thread.
class SavedFilters final {
 public:
  SavedFilters(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// In the order in which they were made.
  [[nodiscard]] Result<std::vector<SavedFilter>> list() const;
  /// Keeps a query under a name, which is trimmed. Errors: InvalidInput for no name, Conflict for one that is taken.
  [[nodiscard]] Result<SavedFilterId> add(const QString& name, const CampaignQuery& query) const;
  /// Errors: as add(), NotFound.
  [[nodiscard]] Result<> rename(SavedFilterId id, const QString& name) const;
  /// Errors: NotFound.
  [[nodiscard]] Result<> replace(SavedFilterId id, const CampaignQuery& query) const;
  /// Errors: NotFound.
  [[nodiscard]] Result<> remove(SavedFilterId id) const;

 private:
  /// The name as it is kept, if it can be given to `id`.
  [[nodiscard]] Result<QString> usableName(const QString& name, SavedFilterId id) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::campaign
