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

namespace heliograph::audience {

/// People who were named one by one.
struct CustomList {
  CustomListId id;
  QString name;
  qint64 size = 0;  ///< people who are in the workspace
  QDateTime createdAt;
  QDateTime updatedAt;
};

/// Somebody on a list.
struct ListMember {
  ProfileId person;
  QString identity;
};

/// The custom lists of a workspace.
class CustomListRepository final {
 public:
  CustomListRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All with their sizes, sorted by name.
  [[nodiscard]] Result<std::vector<CustomList>> list() const;
  /// Errors: NotFound.
  [[nodiscard]] Result<CustomList> find(const QString& name) const;
  /// Puts exactly these people on the list of that name, which is made if there is none; in one transaction, so that
  /// the old list stays if anything fails. People who aren't there (any more) are left out. InvalidInput for a blank
  /// name.
  [[nodiscard]] Result<CustomListId> replace(const QString& name, const std::vector<ProfileId>& people) const;
  /// Errors: NotFound.
  [[nodiscard]] Result<> remove(const QString& name) const;
  /// Up to `limit` people of a list behind `after`, in the order of their ids.
  [[nodiscard]] Result<std::vector<ListMember>> members(CustomListId list, ProfileId after, int limit) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::audience
